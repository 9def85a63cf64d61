import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '../../../testing/renderApp.tsx';
import { fullDashboard, insightTile, number, serving } from './testDashboards.ts';
import type { WireTile } from './wire.ts';

const SAVE = 'PATCH /api/projects/1/dashboards/7/';

/** A dashboard with these tiles; `choose` chooses from the menu of the one with insight 2. */
async function opened(...tiles: WireTile[]) {
  const server = serving(fullDashboard(tiles));
  const { user } = renderApp('/project/1/dashboard/7');
  const menu = () => user.click(screen.getByRole('button', { name: 'More about Insight 2' }));
  const choose = async (role: string, name: string) => {
    await menu();
    await user.click(screen.getByRole(role, { name }));
  };
  const saved = (body: unknown) => waitFor(() => expect(server.last(SAVE)?.body).toEqual(body));
  await screen.findByRole('article', { name: 'Insight 2' });
  return { user, menu, choose, saved };
}

const tile = () => screen.getByRole('article', { name: 'Insight 2' });

describe('the menu of a tile', () => {
  it('gives the tile a colour, and takes it away', async () => {
    const { user, choose, saved } = await opened(insightTile(2, number(2, 22)));
    expect(tile().style.getPropertyValue('--tile-color')).toBe('');
    await choose('menuitemradio', 'Colour: green');
    expect(tile().style.getPropertyValue('--tile-color')).toBe('var(--series-7)');
    await saved({ tiles: [{ id: 2, color: 'green' }] });

    // The menu stays open, so that colours can be compared.
    const [chosen, ...others] = screen.getAllByRole('menuitemradio', { checked: true });
    expect(chosen?.getAttribute('aria-label')).toBe('Colour: green');
    expect(others).toEqual([]);
    await user.click(screen.getAllByRole('menuitemradio')[0] as HTMLElement);
    expect(tile().style.getPropertyValue('--tile-color')).toBe('');
    await saved({ tiles: [{ id: 2, color: null }] });
  });

  it('moves the tile to the top, and the others below it', async () => {
    const at = (y: number) => ({ layouts: { sm: { x: 0, y, w: 6, h: 5 } } });
    const { choose, saved } = await opened(
      insightTile(1, number(1, 11), at(0)),
      insightTile(2, number(2, 22), at(5)),
    );
    const row = (id: number) => document.querySelector<HTMLElement>(`[data-tile="${id}"]`)?.style.gridRow;
    expect([row(1), row(2)]).toEqual(['1 / span 5', '6 / span 5']);
    await choose('menuitem', 'Move to top');
    expect([row(1), row(2)]).toEqual(['6 / span 5', '1 / span 5']);
    await saved({
      tiles: [
        { id: 1, ...at(5) },
        { id: 2, ...at(0) },
      ],
    });
  });

  it('shows the description on the tile, and hides it', async () => {
    const { choose, saved } = await opened(insightTile(2, number(2, 22, { description: 'Without trials' })));
    expect(screen.queryByText('Without trials')).toBeNull();
    await choose('menuitem', 'Show description');
    expect(screen.getByText('Without trials')).toBeDefined();
    await saved({ tiles: [{ id: 2, show_description: true }] });
    await choose('menuitem', 'Hide description');
    expect(screen.queryByText('Without trials')).toBeNull();
    await saved({ tiles: [{ id: 2, show_description: false }] });
  });

  it('has no description to show where there is none', async () => {
    const { menu } = await opened(insightTile(2, number(2, 22)));
    await menu();
    expect(screen.getByRole('menuitem', { name: 'Show description' })).toHaveProperty('disabled', true);
  });
});
