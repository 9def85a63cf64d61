/** Colours that a tile can have, as they are called on the wire, and the token that shows each. */
export const TILE_COLORS: Readonly<Record<string, string>> = {
  blue: 'var(--series-1)',
  purple: 'var(--series-2)',
  green: 'var(--series-7)',
  red: 'var(--series-5)',
  yellow: 'var(--series-13)',
  black: 'var(--text)',
};

/** The colour of a tile; null for none, or one that is not known. */
export function tileColor(color: string | null): string | null {
  return (color && TILE_COLORS[color]) || null;
}
