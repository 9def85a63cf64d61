import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);

/** Puts a .gz and a .br beside each text of the build, so that the server compresses nothing when asked. */
export function compress(): Plugin {
  return {
    name: 'tessera:compress',
    apply: 'build',
    writeBundle(options) {
      for (const file of filesIn(options.dir ?? '')) {
        if (COMPRESSIBLE.has(extname(file))) {
          const content = readFileSync(file);
          keepIfSmaller(`${file}.gz`, gzipSync(content, { level: 9 }), content.length);
          keepIfSmaller(
            `${file}.br`,
            brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
            content.length,
          );
        }
      }
    },
  };
}

function keepIfSmaller(name: string, compressed: Uint8Array, original: number): void {
  if (compressed.length < original) {
    writeFileSync(name, compressed);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
