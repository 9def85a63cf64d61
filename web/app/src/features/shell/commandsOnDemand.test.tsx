import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderApp } from '../../testing/renderApp.tsx';
import { fullDashboard, insightTile, number, serving } from '../dashboards/board/testDashboards.ts';

let deliver: () => void;
const delivery = new Promise<void>((resolve) => {
  deliver = resolve;
});

/** The commands, which arrive when a test says so. */
vi.mock('./CommandList.tsx', async (original) => {
  await delivery;
  return original();
});

afterEach(() => vi.unstubAllGlobals());

describe('the command palette before its commands are loaded', () => {
  it('keeps what is typed and entered right after the shortcut, and the page out of it', async () => {
    const load = vi.fn();
    vi.stubGlobal('requestIdleCallback', load);
    serving(fullDashboard([insightTile(1, number(1, 11))]));
    const { user, location } = renderApp('/project/1/dashboard/7');
    await screen.findByRole('button', { name: 'Edit layout' });
    expect(load).toHaveBeenCalledOnce();
    await user.keyboard('{Control>}k{/Control}send events{Enter}');
    expect(screen.queryByRole('option')).toBeNull();
    expect(screen.getByRole('combobox')).toHaveProperty('value', 'send events');
    expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
    deliver();
    await waitFor(() => expect(location()).toBe('/project/1/send-events'));
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});
