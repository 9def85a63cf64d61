import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { currentToasts, dismissToast, holdToast, resumeToast, showToast } from './toasts.ts';

const messages = () => currentToasts().map((toast) => toast.message);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

it('shows a toast for some seconds', () => {
  showToast('Saved.');
  vi.advanceTimersByTime(5_999);
  expect(messages()).toEqual(['Saved.']);
  vi.advanceTimersByTime(1);
  expect(messages()).toEqual([]);
});

it('keeps what is being looked at, and gives it the whole time again', () => {
  const id = showToast('Deleted.');
  vi.advanceTimersByTime(5_000);
  holdToast(id);
  vi.advanceTimersByTime(60_000);
  expect(messages()).toEqual(['Deleted.']);
  resumeToast(id);
  vi.advanceTimersByTime(5_999);
  expect(messages()).toEqual(['Deleted.']);
  vi.advanceTimersByTime(1);
  expect(messages()).toEqual([]);
});

it('lets the oldest go when there are too many', () => {
  for (const name of ['1', '2', '3', '4', '5']) {
    showToast(name);
  }
  expect(messages()).toEqual(['2', '3', '4', '5']);
});

it('does not bring back what was dismissed', () => {
  const id = showToast('Saved.');
  dismissToast(id);
  resumeToast(id);
  vi.runAllTimers();
  expect(messages()).toEqual([]);
});
