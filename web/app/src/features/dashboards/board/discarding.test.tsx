import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '../../../testing/renderApp.tsx';
import { fullDashboard, serving, textTile } from './testDashboards.ts';

const field = () => screen.getByRole('textbox', { name: 'Text, in Markdown' });
const question = () => screen.findByRole('dialog', { name: 'Discard this text?' });

async function writing() {
  serving(fullDashboard([textTile(3, 'Old')]));
  const { user } = renderApp('/project/1/dashboard/7');
  await user.click(await screen.findByRole('button', { name: 'Add' }));
  await user.click(screen.getByRole('menuitem', { name: 'Text' }));
  return { user, dialog: screen.getByRole('dialog', { name: 'Text' }) };
}

const BESIDE = { clientX: 1_000, clientY: 1_000 };

/** Beside a dialog is on its backdrop, which is the dialog itself. */
function pressBeside(dialog: HTMLElement) {
  fireEvent.pointerDown(dialog, BESIDE);
  fireEvent.click(dialog, BESIDE);
}

describe('a new text', () => {
  it('stays when somebody presses beside its dialog', async () => {
    const { user, dialog } = await writing();
    await user.type(field(), 'New');
    pressBeside(dialog);
    expect(field()).toHaveProperty('value', 'New');
  });

  it('that is empty goes with a press beside its dialog', async () => {
    const { dialog } = await writing();
    pressBeside(dialog);
    expect(screen.queryByRole('dialog', { name: 'Text' })).toBeNull();
  });

  it('that is empty stays when only the end of a press is beside its dialog', async () => {
    const { dialog } = await writing();
    fireEvent.pointerDown(field());
    fireEvent.click(dialog, BESIDE);
    expect(field()).toBeDefined();
  });

  it('is discarded on Escape only when that is wanted', async () => {
    const { user } = await writing();
    await user.type(field(), 'New');
    await user.keyboard('{Escape}');
    await user.click(within(await question()).getByText('Keep writing'));
    expect(field()).toHaveProperty('value', 'New');
    field().focus();
    await user.keyboard('{Escape}');
    await user.click(within(await question()).getByText('Discard'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays when the browser closes its dialog without asking', async () => {
    const { user, dialog } = await writing();
    await user.type(field(), 'New');
    (dialog as HTMLDialogElement).close();
    fireEvent(dialog, new Event('close'));
    await user.click(within(await question()).getByText('Keep writing'));
    expect(dialog).toHaveProperty('open', true);
    expect(field()).toHaveProperty('value', 'New');
  });
});

it('asks before the changes of a text are discarded on Escape', async () => {
  serving(fullDashboard([textTile(3, 'Old')]));
  const { user } = renderApp('/project/1/dashboard/7');
  await user.click(await screen.findByRole('button', { name: 'More about Old' }));
  await user.click(screen.getByRole('menuitem', { name: 'Edit text' }));
  await user.type(field(), 'er{Escape}');
  await question();
  expect(field()).toHaveProperty('value', 'Older');
});
