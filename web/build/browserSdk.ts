import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What the HTML snippet loads, and what that loads when a page asks for it; all of it is served. */
export const SDK_FILES = [
  'array.js',
  'dead-clicks-autocapture.js',
  'exception-autocapture.js',
  'surveys.js',
  'tracing-headers.js',
  'web-vitals.js',
  'web-vitals-with-attribution.js',
];

/** Puts the official browser SDK from its npm package, with its licence, beside the application, as it is. */
export function browserSdk(): Plugin {
  return {
    name: 'tessera:browser-sdk',
    apply: 'build',
    generateBundle() {
      for (const name of SDK_FILES) {
        this.emitFile({ type: 'asset', fileName: `static/${name}`, source: readSdk(`dist/${name}`) });
      }
      this.emitFile({ type: 'asset', fileName: 'static/LICENSE.txt', source: readSdk('LICENSE') });
    },
  };
}

export function readSdk(path: string): Uint8Array {
  const manifest = createRequire(import.meta.url).resolve('posthog-js/package.json');
  return readFileSync(join(dirname(manifest), path));
}
