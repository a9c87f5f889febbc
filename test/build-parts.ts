import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCommand } from './run-command';

export const root = resolve(import.meta.dirname, '..');

/** Something that is built out of the sources: the newest of its sources tells whether it has to be built again. */
export interface Part {
  readonly name: string;
  readonly sources: readonly string[];
  readonly output: string;
  readonly command: readonly string[];
}

const vite = (config: string) => [process.execPath, 'node_modules/vite/bin/vite.js', 'build', '--config', config];

export const PARTS: readonly Part[] = [
  {
    name: 'app',
    sources: ['src', 'package-lock.json', 'sandbox/forge/build-app.ts'],
    output: 'build/app.cjs',
    command: [process.execPath, '--import', 'tsx', 'test/build-app.ts'],
  },
  {
    name: 'screens',
    sources: ['static', 'src/contracts', 'src/domain', 'src/policies', 'package-lock.json'],
    output: 'build/static/panel.html',
    command: vite('static/vite.config.ts'),
  },
  {
    name: 'shell',
    sources: ['sandbox/shell', 'package-lock.json'],
    output: 'build/shell/index.html',
    command: vite('sandbox/shell/vite.config.ts'),
  },
];

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether the part was never built or one of its sources is newer. */
export function isStale({ sources, output }: Part): boolean {
  const built = join(root, output);
  if (!existsSync(built)) return true;
  const { mtimeMs } = statSync(built);
  return sources.some((source) => newest(join(root, source)) > mtimeMs);
}

/**
 * Builds one part. What was built before is taken away first, so that nobody looks at it when building fails.
 * @throws Error with what its tool printed when it cannot be built
 */
export async function buildPart({ name, command, output: built }: Part): Promise<void> {
  rmSync(join(root, built), { force: true });
  const { code, output } = await runCommand(command, { cwd: root, env: { NODE_ENV: 'production' } });
  if (code !== 0) throw new Error(`The ${name} could not be built:\n${output}`);
}
