import type { Me, ProjectBasic } from '../features/access/wire.ts';
import type { DashboardBasic } from '../features/dashboards/wire.ts';

export function project(change: Partial<ProjectBasic> = {}): ProjectBasic {
  return {
    id: 1,
    uuid: '0193a0f0-0000-7000-8000-000000000001',
    organization: '0193a0f0-0000-7000-8000-000000000002',
    api_token: 'phc_test',
    name: 'Loan applications',
    ingested_event: true,
    is_demo: false,
    timezone: 'UTC',
    ...change,
  };
}

export function me(projects: ProjectBasic[] = [project()]): Me {
  return {
    id: 1,
    uuid: '0193a0f0-0000-7000-8000-000000000003',
    distinct_id: 'd1',
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@example.com',
    team: projects[0] ?? null,
    organization: {
      id: '0193a0f0-0000-7000-8000-000000000002',
      name: 'Harbour Loans',
      membership_level: 15,
      teams: projects,
    },
    theme_mode: null,
  };
}

export function dashboard(id: number, name: string, change: Partial<DashboardBasic> = {}): DashboardBasic {
  return {
    id,
    name,
    description: '',
    pinned: false,
    created_at: '2026-01-01T00:00:00Z',
    created_by: null,
    last_viewed_at: null,
    deleted: false,
    tags: [],
    user_access_level: 'manager',
    effective_privilege_level: 37,
    ...change,
  };
}
