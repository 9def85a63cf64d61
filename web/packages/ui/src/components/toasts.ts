export interface Toast {
  id: number;
  message: string;
  tone: 'neutral' | 'danger';
  action?: { label: string; run: () => void };
}

const DURATION = 6_000;
const listeners = new Set<() => void>();
let shown: readonly Toast[] = [];
let last = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Says something for a few seconds, with something to do about it, such as undoing. */
export function showToast(message: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): number {
  last += 1;
  shown = [
    ...shown.slice(-3),
    { id: last, message, tone: options.tone ?? 'neutral', action: options.action },
  ];
  resumeToast(last);
  notify();
  return last;
}

export function dismissToast(id: number): void {
  holdToast(id);
  shown = shown.filter((toast) => toast.id !== id);
  notify();
}

/** Keeps a toast that is being looked at. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

export function resumeToast(id: number): void {
  holdToast(id);
  if (!shown.some((toast) => toast.id === id)) {
    return;
  }
  timers.set(
    id,
    setTimeout(() => dismissToast(id), DURATION),
  );
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return shown;
}

function notify(): void {
  for (const listener of listeners) {
    listener();
  }
}
