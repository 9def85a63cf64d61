import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Menu, MenuItem } from './Menu.tsx';

function Fruits() {
  const [chosen, setChosen] = useState('none');
  return (
    <>
      <Menu
        label="Fruits"
        trigger={(trigger) => (
          <button type="button" {...trigger}>
            Choose
          </button>
        )}
      >
        <MenuItem onSelect={() => setChosen('apple')}>Apple</MenuItem>
        <MenuItem disabled onSelect={() => setChosen('banana')}>
          Banana
        </MenuItem>
        <MenuItem onSelect={() => setChosen('cherry')}>Cherry</MenuItem>
      </Menu>
      <output>{chosen}</output>
    </>
  );
}

async function opened() {
  const user = userEvent.setup();
  render(<Fruits />);
  const trigger = screen.getByRole('button', { name: 'Choose' });
  await user.click(trigger);
  return { user, trigger };
}

const focused = () => document.activeElement?.textContent;

describe('a menu', () => {
  it('opens with the focus on its first item', async () => {
    const { trigger } = await opened();
    expect(screen.getByRole('menu', { name: 'Fruits' }).id).toBe(trigger.getAttribute('aria-controls'));
    expect(trigger.getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe('Apple');
  });

  it('opens by the arrow down', async () => {
    const user = userEvent.setup();
    render(<Fruits />);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Apple');
  });

  it('moves by arrows past what is disabled, round its ends', async () => {
    const { user } = await opened();
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Cherry');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Apple');
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('Cherry');
    await user.keyboard('{Home}');
    expect(focused()).toBe('Apple');
    await user.keyboard('{End}');
    expect(focused()).toBe('Cherry');
  });

  it('jumps to what begins with a letter', async () => {
    const { user } = await opened();
    await user.keyboard('c');
    expect(focused()).toBe('Cherry');
  });

  it('runs what is chosen, closes, and gives the focus back', async () => {
    const { user } = await opened();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByRole('status').textContent).toBe('cherry');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(focused()).toBe('Choose');
  });

  it('closes by Escape, and gives the focus back', async () => {
    const { user } = await opened();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(focused()).toBe('Choose');
  });

  it('closes by a press elsewhere', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('status'));
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes by another press on its button', async () => {
    const { user, trigger } = await opened();
    await user.click(trigger);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
