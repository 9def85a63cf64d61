import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '../../../testing/renderApp.tsx';
import { fullDashboard, insightTile, number, serving, textTile } from './testDashboards.ts';

const PAGE = '/project/1/dashboard/7';

async function shown(...ids: number[]) {
  serving(fullDashboard(ids.map((id) => insightTile(id, number(id, id)))));
  const app = renderApp(PAGE);
  const remove = async (id: number) => {
    (await screen.findByRole('button', { name: `More about Insight ${id}` })).focus();
    await app.user.keyboard('{Enter}{End}{Enter}');
    expect(screen.queryByRole('article', { name: `Insight ${id}` })).toBeNull();
  };
  return { ...app, remove };
}

const focusIsOn = (name: string) =>
  waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name })));

describe('the focus on a dashboard', () => {
  it('goes to the next tile when one is removed, else to the one before, else to the heading', async () => {
    const { remove } = await shown(1, 2, 3);
    await remove(2);
    await focusIsOn('More about Insight 3');
    await remove(3);
    await focusIsOn('More about Insight 1');
    await remove(1);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Growth' })),
    );
  });

  it('goes to a tile whose removal is undone by keys, and on from it when that is done again', async () => {
    const { user, remove } = await shown(1, 2);
    await remove(1);
    await focusIsOn('More about Insight 2');
    await user.keyboard('{Control>}z{/Control}');
    await focusIsOn('More about Insight 1');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await focusIsOn('More about Insight 2');
  });

  it('goes to a tile that is brought back from the message about its removal', async () => {
    const { user, remove } = await shown(1, 2);
    await remove(1);
    const message = screen.getAllByText('Removed “Insight 1”.').at(-1)?.parentElement as HTMLElement;
    await user.click(within(message).getByRole('button', { name: 'Undo' }));
    await focusIsOn('More about Insight 1');
  });

  it('goes back to a tile whose text has been written, kept or not', async () => {
    serving(fullDashboard([textTile(3, 'Old')]));
    const { user } = renderApp(PAGE);
    const write = async (keys: string) => {
      await user.click(await screen.findByRole('button', { name: 'More about Old' }));
      await user.click(screen.getByRole('menuitem', { name: 'Edit text' }));
      await user.type(screen.getByRole('textbox', { name: 'Text, in Markdown' }), keys);
      expect(screen.queryByRole('textbox')).toBeNull();
    };
    await write('{Escape}');
    await focusIsOn('More about Old');
    await write(' news{Control>}{Enter}{/Control}');
    await focusIsOn('More about Old news');
  });
});
