import type { Change, Delta, Sent, Tile, TileChange, TileFields, TileId } from '@tessera/board-model';
import { api } from '../../../api/client.ts';
import type { FullDashboard, WireTile } from './wire.ts';

interface Place {
  projectId: number;
  boardId: number;
}

/** Filters cannot be taken away by leaving them out. */
const NO_FILTERS = { date_from: null, date_to: null, properties: null };

/**
 * Writes a change of a board to the server: what insights are called goes to them, all else to the dashboard. Insights come
 * first, so that what the dashboard answers has their names; it answers nothing when it has not changed itself.
 */
export async function sendChange(
  { projectId, boardId }: Place,
  delta: Delta,
  tileOf: (id: TileId) => Tile | undefined,
): Promise<FullDashboard | null> {
  const project = `/api/projects/${projectId}`;
  const body = dashboardBody(delta, tileOf);
  await Promise.all(
    insightBodies(delta, tileOf).map(([id, fields]) => api.patch(`${project}/insights/${id}/`, fields)),
  );
  return body ? api.patch<FullDashboard>(`${project}/dashboards/${boardId}/`, body) : null;
}

/** The body of the change of a dashboard; null when there is nothing to say. */
export function dashboardBody(
  delta: Delta,
  tileOf: (id: TileId) => Tile | undefined,
): Record<string, unknown> | null {
  const { filters, ...fields } = delta.board.after;
  const tiles = [...delta.tiles].flatMap(([id, change]) => tileItem(id, change, tileOf(id)) ?? []);
  const body = {
    ...fields,
    ...(filters ? { filters: { ...NO_FILTERS, ...filters } } : {}),
    ...(tiles.length > 0 ? { tiles } : {}),
  };
  return Object.keys(body).length > 0 ? body : null;
}

function tileItem(id: TileId, change: TileChange, tile: Tile | undefined): Record<string, unknown> | null {
  switch (change.kind) {
    case 'removed':
      return { id, deleted: true };
    case 'added':
      return id > 0
        ? { id, deleted: false, ...look(change.tile), ...textOf(change.tile) }
        : newText(change.tile);
    case 'changed': {
      const item = { ...look(change.fields.after), ...(changesText(change.fields) ? textOf(tile) : {}) };
      return Object.keys(item).length > 0 ? { id, ...item } : null;
    }
  }
}

function newText(tile: Tile): Record<string, unknown> {
  return { ...look(tile), ...textOf(tile) };
}

function look(fields: Partial<TileFields>): Record<string, unknown> {
  const { layouts, color, showDescription, transparentBackground, filtersOverrides } = fields;
  return withoutUndefined({
    layouts,
    color,
    show_description: showDescription,
    transparent_background: transparentBackground,
    filters_overrides: filtersOverrides,
  });
}

/** A text is sent whole: without its author, it would become the caller's. */
function textOf(tile: Tile | undefined): Record<string, unknown> {
  if (tile?.content.kind !== 'text') {
    return {};
  }
  const { textId, author } = tile.content;
  return {
    text: withoutUndefined({
      id: textId ?? undefined,
      body: tile.body,
      created_by: author === null ? undefined : { id: author },
    }),
  };
}

function changesText({ after }: Change<TileFields>): boolean {
  return after.body !== undefined;
}

function insightBodies(
  delta: Delta,
  tileOf: (id: TileId) => Tile | undefined,
): [number, Record<string, unknown>][] {
  return [...delta.tiles].flatMap(([id, change]) => {
    const content = tileOf(id)?.content;
    if (change.kind !== 'changed' || content?.kind !== 'insight') {
      return [];
    }
    const { name, description } = change.fields.after;
    const fields = withoutUndefined({ name, description });
    return Object.keys(fields).length > 0 ? [[content.insightId, fields] as [number, typeof fields]] : [];
  });
}

/** Finds the tiles that the server made of new ones: they have their texts, and numbers in the order of sending. */
export function madeOf(delta: Delta, { tiles }: Pick<FullDashboard, 'tiles'>): Sent {
  const added = [...delta.tiles].flatMap(([id, change]) =>
    change.kind === 'added' && id < 0 ? [change.tile] : [],
  );
  const made = tiles.filter((tile) => tile.text).sort((one, other) => one.id - other.id);
  const ids = new Map<TileId, TileId>();
  const contents = new Map<TileId, Tile['content']>();
  for (const tile of added.toReversed()) {
    const found = made.findLast((it) => it.text?.body === tile.body.trim() && !taken(ids, it));
    if (found?.text) {
      ids.set(tile.id, found.id);
      contents.set(tile.id, {
        kind: 'text',
        textId: found.text.id,
        author: found.text.created_by?.id ?? null,
      });
    }
  }
  return { ids, contents };
}

function taken(ids: ReadonlyMap<TileId, TileId>, tile: WireTile): boolean {
  return [...ids.values()].includes(tile.id);
}

function withoutUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
