import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// What jsdom lacks of the browser.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};
window.scrollTo = () => {};

afterEach(() => {
  cleanup();
  localStorage.clear();
});
