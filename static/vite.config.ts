import { fileURLToPath } from 'node:url';
import { getThemeStyles } from '@atlaskit/tokens/get-theme-styles';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const THEMES = {
  light: 'html',
  dark: 'html[data-color-mode="dark"]',
  spacing: 'html',
  shape: 'html',
  typography: 'html',
  motion: 'html',
} as const;

/**
 * Design tokens as a file. Forge brings the tokens of the host when the theme is enabled; with a file the first paint has
 * them too, and a style element that the Content-Security-Policy stops costs nothing. The host's rules are more specific
 * and win. Follows https://developer.atlassian.com/platform/forge/design-tokens-and-theming/
 */
function designTokens(): Plugin {
  const fileName = 'assets/design-tokens.css';
  return {
    name: 'design-tokens',
    apply: 'build',
    async generateBundle() {
      const themes = await getThemeStyles({
        colorMode: 'auto',
        light: 'light',
        dark: 'dark',
        spacing: 'spacing',
        shape: 'shape',
        typography: 'typography',
        motion: 'motion',
      });
      const source = Object.entries(THEMES).map(([id, selector]) => {
        const css = themes.find((theme) => theme.id === id)?.css;
        if (css === undefined) throw new Error(`@atlaskit/tokens has no theme "${id}" any more.`);
        return css.replace(/html\[data-[^{]*\{/g, `${selector} {`);
      });
      this.emitFile({ type: 'asset', fileName, source: source.join('\n') });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'stylesheet', href: `./${fileName}` }, injectTo: 'head-prepend' },
    ],
  };
}

/** Answers the import of any of these modules with this code instead. */
function inPlaceOf(modules: readonly string[], code: string): Plugin {
  const id = `\0in-place-of-${modules.join('-')}`;
  return {
    name: `in-place-of-${modules.join('-')}`,
    enforce: 'pre',
    resolveId: (source) => (modules.includes(source) ? id : undefined),
    load: (loaded) => (loaded === id ? code : undefined),
  };
}

/** Part of the modal dialog. It writes a style element, which the Content-Security-Policy stops; a class does the same. */
const scrollLockByClass = inPlaceOf(
  ['react-scrolllock'],
  `export { ScrollLock as default, TouchScrollable } from ${JSON.stringify(path('./src/elements/scroll-lock.tsx'))};`,
);

/**
 * Atlaskit asks Atlassian's own experiments which variant to show. Outside Atlassian the answer is always the standard
 * one, and the client that would say so is larger than the panel.
 */
const noExperiments = inPlaceOf(
  ['@atlaskit/feature-gate-js-client', '@atlaskit/feature-gate-js-client/feature-gates'],
  `export default {
    checkGate: () => false,
    getExperimentValue: (name, parameter, standard) => standard,
    initializeCompleted: () => false,
  };`,
);

/** `npx vite build --config static/vite.config.ts` writes the screens to `build/static`. */
export default defineConfig({
  root: path('.'),
  // A Custom UI resource is served from a path that is not known before it is deployed.
  base: './',
  esbuild: { jsx: 'automatic' },
  plugins: [designTokens(), scrollLockByClass, noExperiments],
  build: {
    outDir: path('../build/static'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: {
        panel: path('./panel.html'),
        admin: path('./admin.html'),
        macro: path('./macro.html'),
        rule: path('./rule.html'),
        'rule-view': path('./rule-view.html'),
      },
    },
  },
});
