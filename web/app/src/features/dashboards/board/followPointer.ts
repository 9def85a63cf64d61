interface Steps {
  /** How far the pointer is from where it was pressed, on the page. */
  onMove: (x: number, y: number) => void;
  onDrop: () => void;
  onCancel: () => void;
}

const EDGE = 72;
const FASTEST = 18;

/** Follows a pressed pointer until it is released; Escape takes it back. Near an edge of the window the page scrolls. */
export function followPointer(start: PointerEvent, { onMove, onDrop, onCancel }: Steps): void {
  const origin = { x: start.clientX, y: start.clientY + window.scrollY };
  let last = { x: start.clientX, y: start.clientY };
  let frame = requestAnimationFrame(scroll);

  function scroll() {
    const speed = scrollSpeed(last.y);
    if (speed !== 0) {
      window.scrollBy(0, speed);
      report();
    }
    frame = requestAnimationFrame(scroll);
  }
  function report() {
    onMove(last.x - origin.x, last.y + window.scrollY - origin.y);
  }
  function move(event: PointerEvent) {
    if (event.pointerId === start.pointerId) {
      last = { x: event.clientX, y: event.clientY };
      report();
    }
  }
  function end(drop: boolean) {
    cancelAnimationFrame(frame);
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', release);
    document.removeEventListener('pointercancel', cancel);
    document.removeEventListener('keydown', key, true);
    (drop ? onDrop : onCancel)();
  }
  function release(event: PointerEvent) {
    if (event.pointerId === start.pointerId) {
      end(true);
    }
  }
  function cancel() {
    end(false);
  }
  function key(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      end(false);
    }
  }
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', release);
  document.addEventListener('pointercancel', cancel);
  document.addEventListener('keydown', key, true);
}

function scrollSpeed(y: number): number {
  const above = EDGE - y;
  const below = y - (window.innerHeight - EDGE);
  if (above > 0) {
    return -Math.ceil((FASTEST * Math.min(above, EDGE)) / EDGE);
  }
  return below > 0 ? Math.ceil((FASTEST * Math.min(below, EDGE)) / EDGE) : 0;
}
