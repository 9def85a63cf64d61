import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { bundleBudget, type Chunk } from './bundleBudget.ts';

const FILES = [
  'app/index.html',
  'app/src/features/access/SignInPage.tsx',
  'app/src/features/shell/Shell.tsx',
  'app/src/features/dashboards/DashboardsPage.tsx',
  'app/src/features/dashboards/board/BoardPage.tsx',
  'app/src/features/dashboards/board/Markdown.tsx',
];

/** Checks a bundle whose files are of a size, in kB, that nothing makes smaller; throws what fails the build. */
function check(sizes: Record<string, number>, files = FILES) {
  const bundle = files.map((path): [string, Chunk] => {
    const size = Object.entries(sizes).find(([name]) => path.endsWith(name))?.[1] ?? 1;
    // Half of what is written in hexadecimal digits is no information.
    const code = randomBytes(size * 1000).toString('hex');
    return [path, { type: 'chunk', fileName: path, code, imports: [], facadeModuleId: `/${path}` }];
  });
  const { generateBundle } = bundleBudget();
  const context = {
    info: () => {},
    error: (message: string) => {
      throw new Error(message);
    },
  };
  (generateBundle as unknown as (this: unknown, options: null, bundle: unknown) => void).call(
    context,
    null,
    Object.fromEntries(bundle),
  );
}

test('lets views within the budget pass', () => {
  expect(() => check({ 'BoardPage.tsx': 80, 'Markdown.tsx': 60 })).not.toThrow();
});

test('counts what shows texts as part of a dashboard', () => {
  expect(() => check({ 'BoardPage.tsx': 100, 'Markdown.tsx': 80 })).toThrow(/"dashboard" is over its budget/);
});

test('fails when a module of a view is no file any more, which would count as nothing', () => {
  const files = FILES.filter((path) => !path.endsWith('Markdown.tsx'));
  expect(() => check({}, files)).toThrow(/Markdown\.tsx/);
});
