import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { browserSdk } from './build/browserSdk.ts';
import { bundleBudget } from './build/bundleBudget.ts';
import { compress } from './build/compress.ts';
import { preloadFont } from './build/preloadFont.ts';
import { tokens } from './build/tokens.ts';

// Vitest prints failures with it, and Node.js 20 has none.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

/** What hardly changes is one file: it compresses better than many, and stays in caches when the application changes. */
const libraries = {
  name: 'libraries',
  test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/,
};

/** The server that `npm run dev` passes requests for data on to. */
const server = process.env.TESSERA_DEV_SERVER ?? 'http://127.0.0.1:8000';
/** A personal API key for the time of development; without it, sign in as usual. */
const key = process.env.TESSERA_DEV_KEY;

const proxied = {
  target: server,
  headers: key ? { Authorization: `Bearer ${key}` } : {},
};

export default defineConfig({
  // Absolute: a restart of the development server resolves a relative one against itself.
  root: fileURLToPath(new URL('./app', import.meta.url)),
  plugins: [react(), tokens(), preloadFont(), bundleBudget(), browserSdk(), compress()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [libraries] } } },
    target: 'es2023',
  },
  server: {
    port: 5173,
    proxy: { '/api': proxied, '/_preflight': proxied, '/logout': proxied, '/batch': proxied, '/i': proxied },
  },
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    environment: 'jsdom',
    setupFiles: ['./build/testSetup.ts'],
    include: ['{app,packages}/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: './target/vitest.json' }]],
  },
});
