import type { Board, Size, Sizes, Tile, TileContent } from '@tessera/board-model';
import { GAP, ROW } from './gridMetrics.ts';
import type { Filters, FullDashboard, WireTile } from './wire.ts';

/** What a line of text takes in one column, roughly: its letters, and its height with what is between paragraphs. */
const LETTERS_OF_LINE = 42;
const LINE = 25;
/** What surrounds a text in its tile, in pixels. */
const FRAME = 48;

/** The board that a dashboard on the wire describes. */
export function boardOf(dashboard: FullDashboard): Board {
  return {
    name: dashboard.name ?? '',
    description: dashboard.description,
    pinned: dashboard.pinned,
    tags: dashboard.tags,
    filters: withoutNulls(dashboard.persisted_filters ?? {}),
    tiles: new Map(dashboard.tiles.map((tile) => [tile.id, tileOf(tile)])),
  };
}

/** How large tiles are that nobody has placed. */
export const SIZES: Sizes = { sizeOf, heightInColumn };

function sizeOf({ content }: Tile): Size {
  switch (content.kind) {
    case 'insight':
      return content.isNumber ? { w: 3, h: 2 } : { w: 6, h: 5 };
    case 'text':
      return { w: 6, h: 3 };
    case 'unknown':
      return { w: 6, h: 5 };
  }
}

/** In one column, numbers need less room, and texts as many rows as their lines will have. */
function heightInColumn({ content, body }: Tile, height: number): number {
  switch (content.kind) {
    case 'insight':
      return content.isNumber ? Math.min(height, 2) : height;
    case 'text': {
      const lines = body.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / LETTERS_OF_LINE), 0);
      return Math.max(1, Math.ceil((lines * LINE + FRAME) / (ROW + GAP)));
    }
    case 'unknown':
      return height;
  }
}

export function withoutNulls(filters: Filters): Filters {
  return Object.fromEntries(
    Object.entries(filters).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function tileOf(tile: WireTile): Tile {
  const overrides = withoutNulls(tile.filters_overrides ?? {});
  return {
    id: tile.id,
    content: contentOf(tile),
    layouts: tile.layouts ?? {},
    color: tile.color,
    showDescription: tile.show_description ?? false,
    transparentBackground: tile.transparent_background ?? false,
    filtersOverrides: Object.keys(overrides).length > 0 ? overrides : null,
    name: tile.insight?.name ?? '',
    description: tile.insight?.description ?? '',
    body: tile.text?.body ?? '',
  };
}

function contentOf({ insight, text }: WireTile): TileContent {
  if (insight) {
    const display = insight.query?.source?.trendsFilter?.display;
    return {
      kind: 'insight',
      insightId: insight.id,
      shortId: insight.short_id,
      isNumber: display === 'BoldNumber',
    };
  }
  return text ? { kind: 'text', textId: text.id, author: text.created_by?.id ?? null } : { kind: 'unknown' };
}
