import { autoUpdate, flip, offset, type Placement, shift, size, useFloating } from '@floating-ui/react-dom';
import { type RefCallback, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Popover {
  open: boolean;
  setOpen: (open: boolean) => void;
  anchorRef: RefCallback<HTMLElement>;
  /** For the element that opens, which needs `popover="manual"` and is only there while open. */
  popoverRef: RefCallback<HTMLElement>;
}

interface PopoverOptions {
  /** At least as wide as what it opens beside. */
  matchWidth?: boolean;
  startOpen?: boolean;
}

/**
 * Something that opens beside something else, above all other content, dialogs included. Escape, a press elsewhere and
 * leaving by Tab close it; Escape gives the focus back.
 */
export function usePopover(
  placement: Placement,
  { matchWidth = false, startOpen = false }: PopoverOptions = {},
): Popover {
  const [open, setOpen] = useState(false);
  // Not from the first moment on: what it is in may still have to open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only at the start
  useEffect(() => setOpen(startOpen), []);
  const anchor = useRef<HTMLElement | null>(null);
  const popover = useRef<HTMLElement | null>(null);
  const { refs, x, y, isPositioned } = useFloating({
    open,
    placement,
    strategy: 'fixed',
    transform: false,
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(4),
      flip({ padding: 8 }),
      shift({ padding: 8 }),
      size({
        padding: 8,
        apply({ availableHeight, rects, elements }) {
          elements.floating.style.maxHeight = `${Math.max(120, availableHeight)}px`;
          if (matchWidth) {
            elements.floating.style.minWidth = `${rects.reference.width}px`;
          }
        },
      }),
    ],
  });

  useLayoutEffect(() => {
    const element = popover.current;
    if (open && element) {
      Object.assign(element.style, { position: 'fixed', margin: '0', left: `${x}px`, top: `${y}px` });
      // Not hidden, which would keep the focus out.
      element.style.opacity = isPositioned ? '1' : '0';
    }
  }, [open, x, y, isPositioned]);

  useEffect(() => (open ? closeWhenLeft(anchor, popover, () => setOpen(false)) : undefined), [open]);

  return {
    open,
    setOpen,
    anchorRef: useCallback(
      (element) => {
        anchor.current = element;
        refs.setReference(element);
      },
      [refs],
    ),
    popoverRef: useCallback(
      (element) => {
        popover.current = element;
        refs.setFloating(element);
        element?.showPopover?.();
      },
      [refs],
    ),
  };
}

type Place = { readonly current: HTMLElement | null };

/** What is open, one inside the other: Escape closes the last one only. */
const opened: Place[] = [];

function closeWhenLeft(anchor: Place, popover: Place, close: () => void): () => void {
  const isInside = (target: EventTarget | null) =>
    target instanceof Node && (anchor.current?.contains(target) || popover.current?.contains(target));
  const onPress = (event: Event) => {
    if (!isInside(event.target)) {
      close();
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && opened.at(-1) === popover) {
      event.preventDefault();
      event.stopPropagation();
      close();
      anchor.current?.focus();
    }
  };
  opened.push(popover);
  document.addEventListener('pointerdown', onPress, true);
  document.addEventListener('focusin', onPress);
  document.addEventListener('keydown', onKey, true);
  return () => {
    opened.splice(opened.indexOf(popover), 1);
    document.removeEventListener('pointerdown', onPress, true);
    document.removeEventListener('focusin', onPress);
    document.removeEventListener('keydown', onKey, true);
  };
}
