import type { Tile } from '@tessera/board-model';
import { boardMessages } from './messages.ts';
import type { TileInsight } from './wire.ts';

const messages = boardMessages.tile;

/** What a tile is called: as its insight is, or else after what that asks. */
export function titleOf(tile: Tile, insight: TileInsight | undefined): string {
  if (tile.content.kind === 'text') {
    return headingOf(tile.body) || messages.text;
  }
  return tile.name || insight?.derived_name || described(insight) || messages.untitled;
}

/** The first words of a text. */
function headingOf(body: string): string {
  const line = body.split('\n').find((it) => it.trim() !== '') ?? '';
  return line
    .replace(/^[#>\-*\s]+/, '')
    .replaceAll(/[*_`]/g, '')
    .slice(0, 60)
    .trim();
}

function described(insight: TileInsight | undefined): string | null {
  const source = insight?.query?.source;
  if (!source?.series?.length) {
    return null;
  }
  const events = source.series
    .map(({ custom_name, name, event }) => custom_name || name || event || messages.allEvents)
    .join(', ');
  const title = source.series[0]?.math === 'dau' ? messages.uniquesOf(events) : messages.countOf(events);
  const breakdown = source.breakdownFilter?.breakdown;
  return typeof breakdown === 'string' ? messages.by(title, breakdown) : title;
}
