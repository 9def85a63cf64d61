import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderApp } from '../../../testing/renderApp.tsx';
import { insightServer } from '../testing.ts';

/** Loaded on demand, which may take longer than a test waits. */
beforeAll(() => import('../InsightPage.tsx'));

async function open() {
  insightServer();
  const { user } = renderApp('/project/1/insights/new');
  await screen.findByRole('button', { name: /^Event of series A/ });
  const press = async (element: HTMLElement) => {
    element.focus();
    await user.keyboard('{Enter}');
  };
  return { user, press };
}

const focusIsOn = (find: () => HTMLElement | undefined) =>
  waitFor(() => {
    expect(find()).toBeDefined();
    expect(document.activeElement).toBe(find());
  });

describe.each([
  ['all series', () => screen.getByRole('group', { name: 'Filters' })],
  [
    'one series',
    () => screen.getByRole('button', { name: 'More about series A' }).closest('li') as HTMLElement,
  ],
])('the focus on filters of %s', (_, place) => {
  const add = () => within(place()).getByRole('button', { name: 'Add filter' });
  const pickers = () => within(place()).getAllByRole('button', { name: /^Property/ });
  const removers = () => within(place()).getAllByRole('button', { name: /^Remove/ });

  it('goes to the property of one that is added', async () => {
    const { press } = await open();
    await press(add());
    await focusIsOn(() => pickers()[0]);
    await press(add());
    await focusIsOn(() => pickers()[1]);
  });

  it('goes to the next when one is removed, else to the one before, else to where one is added', async () => {
    const { press } = await open();
    await press(add());
    await press(add());
    await press(add());
    await press(removers()[1] as HTMLElement);
    expect(removers()).toHaveLength(2);
    await focusIsOn(() => removers()[1]);
    await press(removers()[1] as HTMLElement);
    await focusIsOn(() => removers()[0]);
    await press(removers()[0] as HTMLElement);
    expect(within(place()).queryByRole('button', { name: /^Remove/ })).toBeNull();
    await focusIsOn(add);
  });
});

describe('the focus on series', () => {
  it('goes to the next when one is removed, else to the one before', async () => {
    const { user, press } = await open();
    const menu = (letter: string) => screen.getByRole('button', { name: `More about series ${letter}` });
    const remove = async (letter: string) => {
      await press(menu(letter));
      await user.keyboard('{End}{Enter}');
      expect(screen.queryByRole('menu')).toBeNull();
    };
    await press(screen.getByRole('button', { name: 'Add series' }));
    await press(screen.getByRole('button', { name: 'Add series' }));
    await remove('B');
    expect(screen.queryByRole('button', { name: 'More about series C' })).toBeNull();
    await focusIsOn(() => menu('B'));
    await remove('B');
    await focusIsOn(() => menu('A'));
  });
});
