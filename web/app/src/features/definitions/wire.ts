/** What a project knows of its events, as the API has it. */

export interface EventDefinition {
  id: string;
  name: string;
  last_seen_at: string | null;
}

export interface PropertyDefinition {
  id: string;
  name: string;
  property_type: string | null;
}

/** A value that events had lately. */
export interface PropertyValue {
  name: string;
}
