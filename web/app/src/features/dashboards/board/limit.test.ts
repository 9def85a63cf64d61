import { describe, expect, it } from 'vitest';
import { limit } from './limit.ts';

/** Tasks that end when the test says so. */
function tasks() {
  const started: number[] = [];
  const ends = new Map<number, () => void>();
  const task = (id: number) => () => {
    started.push(id);
    return new Promise<number>((resolve) => ends.set(id, () => resolve(id)));
  };
  return { started, task, end: (id: number) => ends.get(id)?.() };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a limit', () => {
  it('lets so many run at once, and the others in their order', async () => {
    const { started, task, end } = tasks();
    const run = limit(2);
    const all = Promise.all([1, 2, 3, 4].map((id) => run(task(id))));
    await turn();
    expect(started).toEqual([1, 2]);
    end(2);
    await turn();
    expect(started).toEqual([1, 2, 3]);
    end(1);
    await turn();
    expect(started).toEqual([1, 2, 3, 4]);
    end(3);
    end(4);
    expect(await all).toEqual([1, 2, 3, 4]);
  });

  it('gives the place of a failed task to the next', async () => {
    const run = limit(1);
    await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await run(() => Promise.resolve('yes'))).toBe('yes');
  });

  it('never runs a task that was given up while it waited', async () => {
    const { started, task, end } = tasks();
    const run = limit(1);
    const given = new AbortController();
    const first = run(task(1));
    const second = run(task(2), given.signal);
    const third = run(task(3));
    await turn();
    given.abort(new Error('given up'));
    await expect(second).rejects.toThrow('given up');
    end(1);
    await first;
    await turn();
    expect(started).toEqual([1, 3]);
    end(3);
    await third;
  });
});
