import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { tokensCss } from './css.ts';
import { dark, darkSeries, light, lightSeries, type Palette } from './palette.ts';

const SURFACES = ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const;
const TEXTS = ['text', 'muted', 'subtle', 'accent', 'accentHover', 'danger', 'dangerHover'] as const;

/** Texts on grounds of their own. */
const PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['onAccentSoft', 'accentSoft'],
  ['text', 'accentSoft'],
  ['onDanger', 'danger'],
  ['onDanger', 'dangerHover'],
  ['onDangerSoft', 'dangerSoft'],
  ['onWarningSoft', 'warningSoft'],
  ['onPositiveSoft', 'positiveSoft'],
  ['surface', 'text'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_name, palette) => {
  it.each(TEXTS)('makes %s readable on every surface (WCAG 2 AA)', (text) => {
    for (const surface of SURFACES) {
      expect(contrast(palette[text], palette[surface]), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(PAIRS)('makes %s readable on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SURFACES)('shows the edge of controls, and focus, on %s', (surface) => {
    expect(contrast(palette.accent, palette[surface])).toBeGreaterThanOrEqual(3);
    if (surface !== 'hover') {
      expect(contrast(palette.edge, palette[surface])).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(['canvas', 'surface', 'raised'] as const)('shows what is under the pointer on %s', (surface) => {
    expect(contrast(palette.hover, palette[surface])).toBeGreaterThanOrEqual(1.15);
  });
});

describe('the series colours', () => {
  it('are those that clients of the API know, in their order', () => {
    expect(lightSeries.join(' ')).toBe(
      '#1d4aff #621da6 #42827e #ce0e74 #f14f58 #7c440e #529a0a #0476fb #fe729e #35416b #41cbc4 #b64b02 #e4a604 #a56eff #30d5c8',
    );
  });

  it('all stand out from a dark surface', () => {
    for (const color of darkSeries) {
      expect(contrast(color, dark.surface), color).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('contrast', () => {
  it('is 21 between black and white, whichever comes first', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  });

  it('is what WCAG says of a grey', () => {
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe('the stylesheet', () => {
  it('has the dark palette both for the system and for the choice of the page', () => {
    expect(tokensCss().split(`--canvas: ${dark.canvas};`)).toHaveLength(3);
    expect(tokensCss().split(`--canvas: ${light.canvas};`)).toHaveLength(2);
  });
});
