import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** JavaScript that the first view of a dashboard may load, charts apart, compressed with gzip: thousands of bytes. */
const BUDGET_KB = 180;

/**
 * The modules that a view's first paint needs: the entry, what the router loads for the path, and what that loads at
 * once in its turn, as a dashboard does for its texts. Imports that are not dynamic follow by themselves.
 */
const VIEWS: Record<string, readonly string[]> = {
  'sign-in': ['main.tsx', 'access/SignInPage.tsx'],
  dashboards: ['main.tsx', 'shell/Shell.tsx', 'dashboards/DashboardsPage.tsx'],
  dashboard: ['main.tsx', 'shell/Shell.tsx', 'board/BoardPage.tsx', 'board/Markdown.tsx'],
};

export interface Chunk {
  type: 'chunk';
  fileName: string;
  code: string;
  imports: string[];
  facadeModuleId: string | null;
}

/** Prints what each view loads, compressed, and fails the build of one that is over the budget. */
export function bundleBudget(): Plugin {
  return {
    name: 'tessera:bundle-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = chunksOf(Object.values(bundle));
      for (const [view, modules] of Object.entries(VIEWS)) {
        const missing = modules.find((module) => entriesOf(module, chunks).length === 0);
        if (missing) {
          this.error(`the view "${view}" is said to load ${missing}, which is no file of its own`);
        }
        const size = kilobytes(filesOf(modules, chunks), chunks);
        this.info(`${view}: ${size.toFixed(1)} kB of compressed JavaScript (budget ${BUDGET_KB} kB)`);
        if (size > BUDGET_KB) {
          this.error(`the view "${view}" is over its budget of ${BUDGET_KB} kB`);
        }
      }
    },
  };
}

function chunksOf(files: readonly (Chunk | { type: 'asset' })[]): Map<string, Chunk> {
  return new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
}

function filesOf(modules: readonly string[], chunks: Map<string, Chunk>): Set<string> {
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = chunks.get(name);
    if (chunk && !files.has(name)) {
      files.add(name);
      chunk.imports.forEach(add);
    }
  };
  for (const module of modules) {
    for (const { fileName } of entriesOf(module, chunks)) {
      add(fileName);
    }
  }
  return files;
}

function entriesOf(module: string, chunks: Map<string, Chunk>): Chunk[] {
  return [...chunks.values()].filter(
    (chunk) => chunk.facadeModuleId?.endsWith(`/${module}`) || (module === 'main.tsx' && isEntry(chunk)),
  );
}

function isEntry(chunk: Chunk): boolean {
  return chunk.facadeModuleId?.endsWith('/index.html') ?? false;
}

function kilobytes(files: Set<string>, chunks: Map<string, Chunk>): number {
  let bytes = 0;
  for (const file of files) {
    bytes += gzipSync(chunks.get(file)?.code ?? '', { level: 9 }).length;
  }
  return bytes / 1000;
}
