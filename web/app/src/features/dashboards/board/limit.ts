/** Lets at most `places` tasks run at once; the others wait in their order. */
export function limit(places: number): <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const next = () => {
    running -= 1;
    waiting.shift()?.();
  };
  const enter = (signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const start = () => {
        signal?.removeEventListener('abort', leave);
        running += 1;
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal?.reason);
      };
      if (signal?.aborted) {
        reject(signal.reason);
      } else if (running < places) {
        start();
      } else {
        waiting.push(start);
        signal?.addEventListener('abort', leave, { once: true });
      }
    });
  return async (task, signal) => {
    await enter(signal);
    try {
      return await task();
    } finally {
      next();
    }
  };
}
