import type { Tile, TileId } from '@tessera/board-model';

/** A tile with a text that the server does not know yet: its number is below zero and below all others. */
export function newTextTile(tiles: ReadonlyMap<TileId, Tile>, body: string): Tile {
  return {
    id: Math.min(0, ...tiles.keys()) - 1,
    content: { kind: 'text', textId: null, author: null },
    layouts: {},
    color: null,
    showDescription: false,
    transparentBackground: false,
    filtersOverrides: null,
    name: '',
    description: '',
    body,
  };
}
