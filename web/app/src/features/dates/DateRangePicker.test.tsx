import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { DateRangePicker } from './DateRangePicker.tsx';
import type { DateRange } from './ranges.ts';

/** An open picker, and what was chosen in it. */
async function openPicker(range: DateRange = { from: '-7d', to: null }) {
  const chosen: DateRange[] = [];
  render(<DateRangePicker range={range} onChange={(it) => chosen.push(it)} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /^Date range/ }));
  return { user, chosen };
}

const from = () => screen.getByLabelText<HTMLInputElement>('From');
const to = () => screen.getByLabelText<HTMLInputElement>('To');
const apply = () => screen.getByRole('button', { name: 'Apply' });

it('takes two days, and closes', async () => {
  const { user, chosen } = await openPicker();
  fireEvent.change(from(), { target: { value: '2026-01-05' } });
  fireEvent.change(to(), { target: { value: '2026-02-28' } });
  await user.click(apply());
  expect(chosen).toEqual([{ from: '2026-01-05', to: '2026-02-28' }]);
  expect(screen.queryByLabelText('From')).toBeNull();
});

it('takes a day alone for a range until now, and Enter for the button', async () => {
  const { user, chosen } = await openPicker();
  fireEvent.change(from(), { target: { value: '2026-01-05' } });
  await user.type(from(), '{Enter}');
  expect(chosen).toEqual([{ from: '2026-01-05', to: null }]);
});

it('refuses a range that ends before it begins, and says so at the end of it', async () => {
  const { user, chosen } = await openPicker();
  fireEvent.change(from(), { target: { value: '2026-02-28' } });
  fireEvent.change(to(), { target: { value: '2026-02-27' } });
  expect(to().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
  expect(screen.getByRole('alert').textContent).toBe('The range ends before it begins.');
  expect(apply()).toHaveProperty('disabled', true);
  await user.type(to(), '{Enter}');
  expect(chosen).toEqual([]);

  fireEvent.change(to(), { target: { value: '2026-02-28' } });
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(apply());
  expect(chosen).toEqual([{ from: '2026-02-28', to: '2026-02-28' }]);
});

it('cannot be applied without a first day', async () => {
  await openPicker();
  fireEvent.change(to(), { target: { value: '2026-02-28' } });
  expect(apply()).toHaveProperty('disabled', true);
});

it.each([
  [
    'the days of a range of days',
    { from: '2026-01-05T10:00:00Z', to: '2026-02-28' },
    '2026-01-05',
    '2026-02-28',
  ],
  ['no days of a usual range', { from: '-7d', to: null }, '', ''],
])('begins with %s', async (_what, range, first, last) => {
  await openPicker(range);
  expect([from().value, to().value]).toEqual([first, last]);
});
