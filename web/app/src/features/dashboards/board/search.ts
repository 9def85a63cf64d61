import type { Filters } from './wire.ts';

/** What the address of a dashboard says beside its number. */
export interface BoardSearch {
  /** Filters that the reader tries out, over those of the dashboard. */
  filters_override?: Filters;
  /** The tile that is shown in full. */
  tile?: number;
}

export function boardSearch({ filters_override, tile }: Record<string, unknown>): BoardSearch {
  const search: BoardSearch = {};
  if (typeof filters_override === 'object' && filters_override !== null && !Array.isArray(filters_override)) {
    search.filters_override = filters_override as Filters;
  }
  if (typeof tile === 'number' && Number.isInteger(tile)) {
    search.tile = tile;
  }
  return search;
}
