import { type Board, diff, type Tile } from '@tessera/board-model';
import { describe, expect, it } from 'vitest';
import { boardOf } from './boardOf.ts';
import { newTextTile } from './newTextTile.ts';
import { dashboardBody } from './requests.ts';
import { fullDashboard, insightTile, textTile } from './testDashboards.ts';

const board = boardOf(
  fullDashboard([insightTile(1, {}), textTile(2, 'Hello')], { persisted_filters: { date_from: '-7d' } }),
);

function body(change: (board: Board) => Board) {
  const after = change(board);
  return dashboardBody(diff(board, after), (id) => after.tiles.get(id));
}

function changeTile(id: number, fields: Partial<Tile>) {
  return (it: Board): Board => ({
    ...it,
    tiles: new Map(it.tiles).set(id, { ...(it.tiles.get(id) as Tile), ...fields }),
  });
}

describe('the request for a change', () => {
  it('is none when nothing of the dashboard has changed', () => {
    expect(body((it) => it)).toBeNull();
    expect(body(changeTile(1, { name: 'Other', description: 'More' }))).toBeNull();
  });

  it('has only the fields that have changed', () => {
    expect(body((it) => ({ ...it, pinned: true, tags: ['a'] }))).toEqual({ pinned: true, tags: ['a'] });
    expect(body(changeTile(1, { color: 'blue', showDescription: true }))).toEqual({
      tiles: [{ id: 1, color: 'blue', show_description: true }],
    });
  });

  it('takes filters away by name, because leaving them out keeps them', () => {
    expect(body((it) => ({ ...it, filters: {} }))).toEqual({
      filters: { date_from: null, date_to: null, properties: null },
    });
  });

  it('does not send a text whose tile was only moved', () => {
    expect(body(changeTile(2, { layouts: { sm: { x: 1 } } }))).toEqual({
      tiles: [{ id: 2, layouts: { sm: { x: 1 } } }],
    });
  });

  it('brings a removed tile back under its number', () => {
    const without = { ...board, tiles: new Map([...board.tiles].slice(1)) };
    expect(dashboardBody(diff(without, board), (id) => board.tiles.get(id))).toMatchObject({
      tiles: [{ id: 1, deleted: false }],
    });
  });

  it('gives no number to a tile that the server does not know', () => {
    const tile = newTextTile(board.tiles, 'New');
    expect(tile.id).toBeLessThan(0);
    const sent = body((it) => ({ ...it, tiles: new Map(it.tiles).set(tile.id, tile) }));
    expect(sent).toMatchObject({ tiles: [{ text: { body: 'New' } }] });
    expect(sent).not.toHaveProperty('tiles.0.id');
  });
});
