/**
 * Bundles the app in the working directory with Atlassian's own bundler, as `forge deploy` does before it uploads, and
 * prints `{ bundle, sdkImports }` as JSON: the path of the bundle, and what of Atlassian's SDKs it uses.
 *
 * CommonJS and a program of its own because the bundler insists on `require.main`. The loader and wrapper of the runtime,
 * which `forge deploy` adds from Atlassian's network, are left empty: they are not part of what is built from the app.
 */
const { join } = require('node:path');
const { getEntryPoints, getNodeBundler } = require('@forge/bundler');

const tell = (message) => process.stderr.write(`${message}\n`);
const logger = { info() {}, debug() {}, trace() {}, warn: tell, error: tell };
const nothing = () => Promise.resolve({ script: '', source: '', version: 'none' });
const runtime = { getNodeRuntimeWrapper: nothing, getNodeRuntimeLoader: nothing };
const config = { readConfig: () => Promise.resolve({ app: { runtime: { name: 'nodejs24.x' } } }) };

getNodeBundler(logger, runtime, config)
  .bundle({ appDirectory: process.cwd(), entryPoints: getEntryPoints([{ module: 'index' }]) })
  .then(({ outputDir, metadata }) => {
    const bundle = join(outputDir, 'index.cjs');
    process.stdout.write(`${JSON.stringify({ bundle, sdkImports: [...metadata.sdkImports].sort() })}\n`);
  })
  .catch((error) => {
    tell(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
