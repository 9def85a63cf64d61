/** A tile's number on the server; below zero until the server has given it one. */
export type TileId = number;

/** The wide grid, and that of one column. */
export type Breakpoint = 'sm' | 'xs';

/** Places as they are stored: opaque but for x, y, w and h of the two breakpoints. */
export type Layouts = Readonly<Record<string, unknown>>;

/** What a tile shows; this never changes while it is there. */
export type TileContent =
  | {
      readonly kind: 'insight';
      readonly insightId: number;
      readonly shortId: string;
      /** Whether it is a number, which takes little room. */
      readonly isNumber: boolean;
    }
  | { readonly kind: 'text'; readonly textId: number | null; readonly author: number | null }
  | { readonly kind: 'unknown' };

/** What can be changed about a tile. */
export interface TileFields {
  readonly layouts: Layouts;
  readonly color: string | null;
  readonly showDescription: boolean;
  readonly transparentBackground: boolean;
  readonly filtersOverrides: Readonly<Record<string, unknown>> | null;
  /** Of an insight: its own, the same wherever it is shown. */
  readonly name: string;
  readonly description: string;
  /** Of a text: Markdown. */
  readonly body: string;
}

export interface Tile extends TileFields {
  readonly id: TileId;
  readonly content: TileContent;
}

/** What can be changed about a board itself. */
export interface BoardFields {
  readonly name: string;
  readonly description: string;
  readonly pinned: boolean;
  readonly tags: readonly string[];
  readonly filters: Readonly<Record<string, unknown>>;
}

export interface Board extends BoardFields {
  readonly tiles: ReadonlyMap<TileId, Tile>;
}

export const BOARD_FIELDS: readonly (keyof BoardFields)[] = [
  'name',
  'description',
  'pinned',
  'tags',
  'filters',
];

export const TILE_FIELDS: readonly (keyof TileFields)[] = [
  'layouts',
  'color',
  'showDescription',
  'transparentBackground',
  'filtersOverrides',
  'name',
  'description',
  'body',
];
