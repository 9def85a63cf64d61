/** Accounts, organizations and projects as the API has them. */

export interface UserBasic {
  id: number;
  uuid: string;
  distinct_id: string;
  first_name: string;
  last_name: string;
  email: string;
}

export interface ProjectBasic {
  id: number;
  uuid: string;
  organization: string;
  api_token: string;
  name: string;
  ingested_event: boolean;
  is_demo: boolean;
  timezone: string;
}

export interface Organization {
  id: string;
  name: string;
  membership_level: number;
  teams: ProjectBasic[];
}

export interface Me extends UserBasic {
  team: ProjectBasic | null;
  organization: Organization | null;
  theme_mode: 'light' | 'dark' | 'system' | null;
}

export interface Preflight {
  /** Whether an organization exists; false before the first sign-up. */
  initiated: boolean;
  can_create_org: boolean;
  email_service_available: boolean;
}

export interface Credentials {
  email: string;
  password: string;
}

export interface NewAccount extends Credentials {
  first_name: string;
  organization_name: string;
}
