import type { UserBasic } from '../access/wire.ts';

/** A dashboard in a list: without its tiles. */
export interface DashboardBasic {
  id: number;
  name: string | null;
  description: string;
  pinned: boolean;
  created_at: string;
  created_by: UserBasic | null;
  last_viewed_at: string | null;
  deleted: boolean;
  tags: string[];
  user_access_level: string;
  effective_privilege_level: number;
}

export interface NewDashboard {
  name: string;
  description?: string;
  /** The dashboard to copy; the copy shows the same insights. */
  use_dashboard?: number;
}
