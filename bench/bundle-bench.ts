import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundleWithForge } from '../test/forge-bundle';
import { root } from '../test/build-parts';
import type { Section } from './section';
import { median } from './median';

const run = promisify(execFile);
const STARTS = 15;
const CLOCKED = 'const t = performance.now(); require(process.argv[1]); console.log(performance.now() - t)';

/** Milliseconds that a new process takes to load a bundle. */
async function loadTime(bundle: string): Promise<number> {
  const { stdout } = await run(process.execPath, ['-e', CLOCKED, bundle]);
  return Number(stdout);
}

/** The app's bundle beside that of an empty function, both from Atlassian's bundler: size, and time to load when cold. */
export async function measureBundles(): Promise<Section> {
  const apps = [
    { name: 'empty Forge function', appDir: join(root, 'bench/empty-function') },
    { name: 'Change Control', appDir: root },
  ];
  const bundled = await Promise.all(
    apps.map(async ({ name, appDir }) => ({ name, ...(await bundleWithForge(appDir)), times: new Array<number>() })),
  );
  for (let start = 0; start < STARTS; start += 1) {
    for (const { bundle, times } of bundled) times.push(await loadTime(bundle));
  }
  const rows = await Promise.all(
    bundled.map(async ({ name, bundle, times }) => {
      const code = await readFile(bundle);
      await rm(dirname(bundle), { recursive: true });
      return { name, values: [code.byteLength / 1024, gzipSync(code).byteLength / 1024, median(times)] };
    }),
  );
  return {
    title: 'Backend bundle',
    note: `Built by @forge/bundler, which does not minify; load time is the median of ${STARTS} new processes, taken in turns.`,
    columns: [
      { title: 'size', unit: 'KiB' },
      { title: 'gzipped', unit: 'KiB' },
      { title: 'cold load', unit: 'ms' },
    ],
    baseline: 'empty Forge function',
    rows,
  };
}
