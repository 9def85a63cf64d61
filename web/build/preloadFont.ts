import type { Plugin } from 'vite';

/** Lets browsers fetch the font together with the stylesheet that asks for it, so that texts are not set twice. */
export function preloadFont(): Plugin {
  return {
    name: 'tessera:preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => name.endsWith('.woff2'))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${name}` },
            injectTo: 'head' as const,
          })),
    },
  };
}
