import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { copyText } from './copyText.ts';

afterEach(() => Reflect.deleteProperty(document, 'execCommand'));

it('puts a text on the clipboard', async () => {
  userEvent.setup();
  expect(await copyText('phc_1')).toBe(true);
  expect(await navigator.clipboard.readText()).toBe('phc_1');
});

it('copies a selection where there is no clipboard, and gives the focus back', async () => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  const copied: string[] = [];
  document.execCommand = () => {
    copied.push((document.activeElement as HTMLTextAreaElement).value);
    return true;
  };
  const button = document.body.appendChild(document.createElement('button'));
  button.focus();
  expect(await copyText('phc_2')).toBe(true);
  expect(copied).toEqual(['phc_2']);
  expect(document.activeElement).toBe(button);
  expect(document.querySelector('textarea')).toBeNull();
});

it('says when neither is allowed', async () => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  expect(await copyText('phc_3')).toBe(false);
});
