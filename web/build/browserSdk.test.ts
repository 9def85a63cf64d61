import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSdk, SDK_FILES } from './browserSdk.ts';

const ROUTES = '../../app/src/main/java/dev/tessera/app/snippet/SdkRoutes.java';

test('packs the files that the server serves', () => {
  const source = readFileSync(new URL(ROUTES, import.meta.url), 'utf8');
  const served = [...source.matchAll(/"([a-z-]+\.js)"/g)].map(([, name]) => name);
  expect(served).toEqual(SDK_FILES);
});

test('finds each of them in the package', () => {
  for (const name of SDK_FILES) {
    expect(readSdk(`dist/${name}`).length).toBeGreaterThan(1000);
  }
});
