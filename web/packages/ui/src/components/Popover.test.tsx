import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Popover } from './Popover.tsx';

function Nested() {
  return (
    <Popover
      label="Outer"
      trigger={(trigger) => (
        <button type="button" {...trigger}>
          Open
        </button>
      )}
    >
      {() => (
        <Popover
          label="Inner"
          trigger={(trigger) => (
            <button type="button" {...trigger}>
              More
            </button>
          )}
        >
          {(close) => (
            <button type="button" onClick={close}>
              Done
            </button>
          )}
        </Popover>
      )}
    </Popover>
  );
}

async function opened() {
  const user = userEvent.setup();
  render(<Nested />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  await user.click(screen.getByRole('button', { name: 'More' }));
  return user;
}

const focused = () => document.activeElement?.textContent;

it('takes the focus, and gives it back when it is done', async () => {
  const user = await opened();
  expect(focused()).toBe('Done');
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('dialog', { name: 'Inner' })).toBeNull();
  expect(focused()).toBe('More');
});

it('closes by Escape one after the other, the last one first', async () => {
  const user = await opened();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog', { name: 'Inner' })).toBeNull();
  expect(screen.getByRole('dialog', { name: 'Outer' })).toBeDefined();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(focused()).toBe('Open');
});
