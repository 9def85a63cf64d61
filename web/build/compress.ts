import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);

/** What the server reads to know which files there are, a line for each: digest, path, suffixes of compressed forms. */
const LIST = 'files.txt';

/** Puts a .gz and a .br beside each text of the build, so that the server compresses nothing when asked; lists all. */
export function compress(): Plugin {
  return {
    name: 'tessera:compress',
    apply: 'build',
    writeBundle(options) {
      const root = options.dir ?? '';
      const lines = filesIn(root).map((file) => {
        const content = readFileSync(file);
        const forms = COMPRESSIBLE.has(extname(file)) ? compressed(file, content) : [];
        return [digest(content), relative(root, file).split(sep).join('/'), ...forms].join(' ');
      });
      writeFileSync(join(root, LIST), `${lines.sort().join('\n')}\n`);
    },
  };
}

/** The suffixes of those forms of a file that are worth having. */
function compressed(file: string, content: Uint8Array): string[] {
  const forms = {
    '.br': brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    '.gz': gzipSync(content, { level: 9 }),
  };
  const smaller = Object.entries(forms).filter(([, form]) => form.length < content.length);
  for (const [suffix, form] of smaller) {
    writeFileSync(file + suffix, form);
  }
  return smaller.map(([suffix]) => suffix);
}

function digest(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 20);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
