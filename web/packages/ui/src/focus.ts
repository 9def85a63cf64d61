/** Gives the focus to what is found once that which has just been changed is drawn. A heading can take it, too. */
export function focusWhenDrawn(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    const found = find();
    if (found && found.tabIndex < 0) {
      found.tabIndex = -1;
    }
    found?.focus();
  });
}

interface PassingOn {
  /** Where to look. */
  within?: ParentNode | null;
  /** What gets the focus when none is left: the heading of the page. */
  otherwise?: string;
}

/**
 * For what is going to be removed with the focus on it: passes the focus on to the next that matches, else to the one
 * before. It does not matter whether the removal is drawn at once or only after an answer.
 */
export function passFocusOn(kind: string, { within, otherwise = 'h1' }: PassingOn = {}): void {
  const place = within ?? document;
  const all = [...place.querySelectorAll<HTMLElement>(kind)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at < 0) {
    return;
  }
  focusWhenDrawn(() => {
    const left = place.querySelectorAll<HTMLElement>(kind);
    const next = left.length < all.length ? at : at + 1;
    return left[next] ?? left[at - 1] ?? place.querySelector<HTMLElement>(otherwise);
  });
}
