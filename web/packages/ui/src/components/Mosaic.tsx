import { useMemo } from 'react';
import styles from './Mark.module.css';

const COLUMNS = 18;
const ROWS = 22;
const PITCH = 44;

/** A wall of stones whose columns rise like a chart; decoration for pages that have little else. */
export function Mosaic() {
  const stones = useMemo(lay, []);
  return (
    <svg
      className={styles.mosaic}
      viewBox={`0 0 ${COLUMNS * PITCH} ${ROWS * PITCH}`}
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
    >
      {stones.map(({ key, points, look, opacity }) => (
        <polygon key={key} points={points} className={styles[look]} opacity={opacity} />
      ))}
    </svg>
  );
}

interface Stone {
  key: string;
  points: string;
  look: 'ground' | 'stone' | 'gold';
  opacity: number;
}

function lay(): Stone[] {
  const random = randomness(20);
  return Array.from({ length: COLUMNS * ROWS }, (_, at) => stone(Math.floor(at / ROWS), at % ROWS, random));
}

function stone(column: number, row: number, random: () => number): Stone {
  const points = outline(column * PITCH, row * PITCH, random);
  const below = heightOf(column) - (ROWS - 1 - row);
  const isGilded = below === 0 && column % 4 === 1;
  return {
    key: `${column}.${row}`,
    points,
    look: below < 0 ? 'ground' : isGilded ? 'gold' : 'stone',
    opacity: below < 0 ? 0.05 + 0.06 * random() : 0.62 + 0.38 * random(),
  };
}

/** A rising wave. */
function heightOf(column: number): number {
  return Math.round(3 + column * 0.55 + 2.4 * Math.sin(column * 0.9) + 1.2 * Math.sin(column * 2.3));
}

/** A square cut by hand: no corner is quite where it should be. */
function outline(x: number, y: number, random: () => number): string {
  const cut = () => 1.5 + 2.5 * random();
  const far = PITCH;
  return [
    [x + cut(), y + cut()],
    [x + far - cut(), y + cut()],
    [x + far - cut(), y + far - cut()],
    [x + cut(), y + far - cut()],
  ]
    .map(([left = 0, top = 0]) => `${left.toFixed(1)},${top.toFixed(1)}`)
    .join(' ');
}

/** Numbers from 0 to 1, the same ones every time (a linear congruential generator). */
function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
