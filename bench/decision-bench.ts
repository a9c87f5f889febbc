import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { runCommand } from '../test/run-command';
import type { Section } from './section';

const root = resolve(import.meta.dirname, '..');
const bundle = join(root, 'build/bench/measure-decisions.mjs');

/**
 * One decision under a policy of forty rules, by the app and by two general engines that were taught the same policy.
 * Bundled like the app and in a process of its own: what runs TypeScript from its sources wraps every function, and what
 * was measured before would leave its garbage behind.
 */
export async function measureDecisions(): Promise<Section> {
  await mkdir(join(root, 'build/bench'), { recursive: true });
  await build({
    entryPoints: [join(root, 'bench/decision/measure-decisions.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['mitata', 'json-logic-js', 'json-rules-engine'],
    logLevel: 'error',
  });
  const { code, output } = await runCommand([process.execPath, bundle], { cwd: root });
  if (code !== 0) throw new Error(`The decisions could not be measured:\n${output}`);
  return JSON.parse(output) as Section;
}
