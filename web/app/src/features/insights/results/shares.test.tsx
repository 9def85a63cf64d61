import { render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { pieOption } from './chart/pieOption.ts';
import { plainFormat } from './format.ts';
import { ResultView } from './ResultView.tsx';
import type { Reading, Total, TotalsLook } from './reading.ts';
import { summaryOf } from './summary.ts';

type TotalsReading = Extract<Reading, { kind: 'totals' }>;

/** Loaded on demand, which may take longer than a test waits. */
beforeAll(() => import('./chart/Chart.tsx'));

function reading(look: TotalsLook, summable: boolean): TotalsReading {
  const totals = [total('free', 30), total('paid', 10), total('free before', 20, true)];
  return { kind: 'totals', look, totals, summable, format: plainFormat };
}

function total(name: string, value: number, previous = false): Total {
  return { key: name, name, value, previous, color: 0, isColorGiven: false };
}

function tip(of: TotalsReading): string {
  const option = pieOption(of, { colors: ['#000000'], hidden: new Set(), animated: false });
  const { formatter } = option.tooltip as { formatter: (params: unknown) => HTMLElement };
  return formatter({ data: { total: of.totals[0] } }).textContent ?? '';
}

function shown(of: TotalsReading): string {
  return render(<ResultView reading={of} />).container.textContent ?? '';
}

describe('shares of what can be added up', () => {
  it('are of the current period', () => {
    expect(shown(reading('table', true))).toContain('free3075%');
    expect(shown(reading('bars', true))).toContain('free3075%');
    expect(tip(reading('pie', true))).toBe('free75%30');
    expect(summaryOf(reading('pie', true))).toBe('Pie chart. free: 30 (75%). paid: 10 (25%).');
  });

  it('stand in the legend of a pie', () => {
    render(<ResultView reading={reading('pie', true)} />);
    expect(screen.getByRole('button', { name: /^free/ }).textContent).toBe('free75%');
  });
});

describe('people, of whom one may be in several totals', () => {
  it('have no shares in a table', () => {
    expect(shown(reading('table', false))).not.toContain('%');
    expect(screen.queryByRole('columnheader', { name: 'Share' })).toBeNull();
  });

  it('have none beside bars', () => {
    expect(shown(reading('bars', false))).not.toContain('%');
  });

  it('are counted in the legend of a pie', () => {
    render(<ResultView reading={reading('pie', false)} />);
    expect(screen.getByRole('button', { name: /^free/ }).textContent).toBe('free30');
  });

  it('have none in the tooltip of a pie', () => {
    expect(tip(reading('pie', false))).toBe('freeValue30');
  });

  it('have none in what is read aloud', () => {
    expect(summaryOf(reading('pie', false))).toBe('Pie chart. free: 30. paid: 10.');
  });
});
