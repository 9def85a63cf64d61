import { expect, test } from 'vitest';
import { readSdk, SDK_FILES } from './browserSdk.ts';

test('finds each file in the package', () => {
  for (const name of SDK_FILES) {
    expect(readSdk(`dist/${name}`).length).toBeGreaterThan(1000);
  }
});
