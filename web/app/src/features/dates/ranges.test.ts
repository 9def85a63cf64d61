import { describe, expect, it } from 'vitest';
import { dayOf, NO_RANGE, PRESETS, rangeLabel } from './ranges.ts';

describe('a range in words', () => {
  it('has the name of the preset that it is', () => {
    for (const preset of PRESETS) {
      expect(rangeLabel(preset)).toBe(preset.label);
    }
  });

  it('names days', () => {
    expect(rangeLabel({ from: '2026-01-05', to: '2026-02-28' })).toBe('Jan 5, 2026 – Feb 28, 2026');
    expect(rangeLabel({ from: '2026-01-05T10:00:00Z', to: null })).toBe('Since Jan 5, 2026');
  });

  it('counts the units of a relative range that is no preset', () => {
    expect(rangeLabel({ from: '-1y', to: null })).toBe('Last 1 year');
    expect(rangeLabel({ from: '-6w', to: null })).toBe('Last 6 weeks');
    expect(rangeLabel({ from: '-3q', to: null })).toBe('Last 3 quarters');
  });

  it('says what the server takes when nothing is said, unless that means something else', () => {
    expect(rangeLabel(NO_RANGE)).toBe('Last 7 days');
    expect(rangeLabel(NO_RANGE, 'As it is')).toBe('As it is');
  });

  it('may have an end alone', () => {
    expect(rangeLabel({ from: null, to: '2026-02-01' })).toBe('Until Feb 1, 2026');
  });

  it('shows what it cannot read as it is', () => {
    expect(rangeLabel({ from: '-3x', to: null })).toBe('Since -3x');
    expect(dayOf('2026-13-45')).toBe('');
  });
});
