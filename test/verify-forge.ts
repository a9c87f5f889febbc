import { readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createSite } from '../sandbox';
import { root } from './build-parts';
import { bundleWithForge } from './forge-bundle';
import { functionKeys } from './gates/function-keys';

/**
 * `npm run verify:forge`: Atlassian's own bundler builds the app, the result loads, its exports are the functions that the
 * manifest declares, and a site accepts it as the app. Works offline. Ends with 1 and says why when it is not so.
 */
const declared = functionKeys(await readFile(join(root, 'manifest.yml'), 'utf8'));
const { bundle, sdkImports } = await bundleWithForge(root);
const { size } = await stat(bundle);
console.log(`@forge/bundler built ${bundle} (${(size / 1024).toFixed(0)} KiB)`);
console.log(`  in use of Atlassian's SDKs: ${sdkImports.join(', ')}`);

const exported = Object.entries(createRequire(import.meta.url)(bundle) as Record<string, unknown>)
  .filter(([, value]) => typeof value === 'function')
  .map(([name]) => name)
  .sort();
if (exported.join() !== declared.join()) {
  throw new Error(`The bundle exports ${exported.join(', ')}; the manifest declares ${declared.join(', ')}.`);
}
console.log(`  exports the functions of the manifest: ${exported.join(', ')}`);

const site = await createSite({ appDir: root, bundle });
await site.close();
console.log('  is accepted by a site as the app of manifest.yml');
await rm(dirname(bundle), { recursive: true });
