import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** `npx vite build --config sandbox/shell/vite.config.ts` writes the page to `build/shell`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Atlaskit asks for flags of Atlassian's build by `process.env`, which no browser has.
  define: { 'process.env': '{}' },
  esbuild: { jsx: 'automatic' },
  build: {
    outDir: fileURLToPath(new URL('../../build/shell', import.meta.url)),
    emptyOutDir: true,
    // Below a name of its own, so that no file can shadow a path of Jira or Confluence.
    assetsDir: 'shell-assets',
    chunkSizeWarningLimit: 1500,
  },
});
