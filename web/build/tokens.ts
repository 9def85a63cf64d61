import type { Plugin } from 'vite';
import { tokensCss } from '../packages/ui/src/tokens/css.ts';

const NAME = 'virtual:tessera-tokens.css';

/** Makes the stylesheet of the colour tokens from palette.ts, so that there is one place to change a colour. */
export function tokens(): Plugin {
  return {
    name: 'tessera:tokens',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? tokensCss() : undefined),
  };
}
