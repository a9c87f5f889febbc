import { build, type Plugin } from 'esbuild';
import { join } from 'node:path';
import { DeployRefusal } from './manifest';

const TYPESCRIPT = /\.tsx?$/;

/**
 * In a package of type `module` esbuild gives a default import of a CommonJS package its whole `exports`, as Node does.
 * Atlassian's bundler (webpack with ts-loader, `@forge/bundler` 7.3.0) honours `__esModule` in TypeScript files instead.
 * A path that a plugin answers has no package type, which makes esbuild do the same.
 */
const webpackInterop: Plugin = {
  name: 'webpack-interop',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^[./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      const own = importer === '' || (TYPESCRIPT.test(importer) && !importer.includes('/node_modules/'));
      if (pluginData === webpackInterop.name || !own) {
        return undefined;
      }
      const resolved = await bundler.resolve(path, { importer, resolveDir, kind, pluginData: webpackInterop.name });
      return resolved.errors.length > 0 ? { errors: resolved.errors } : { path: resolved.path };
    });
  },
};

/**
 * Bundles `src/index.ts` of an app with its SDKs into one CommonJS file for Node, as a deployment would.
 * Answers the path of the bundle (`build/app.cjs` in the app unless told otherwise).
 * @throws DeployRefusal with what esbuild reports: warnings count as refusals
 */
export async function buildApp(appDir: string, outfile = join(appDir, 'build', 'app.cjs')): Promise<string> {
  const result = await build({
    absWorkingDir: appDir,
    entryPoints: [join(appDir, 'src', 'index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [webpackInterop],
  }).catch((error: unknown) => {
    throw new DeployRefusal(`The app does not build: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (result.warnings.length > 0) {
    throw new DeployRefusal(`The app does not build cleanly: ${result.warnings.map(({ text }) => text).join('; ')}`);
  }
  return outfile;
}
