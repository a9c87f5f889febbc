import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { forgeCsp } from './forge-csp';
import { serveFolder, type StaticServer } from './static-server';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, 'build/static');
const SOURCES = ['static', 'src/contracts', 'src/domain'];

async function newestFile(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const times = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs));
  return Math.max(...times);
}

async function isBuiltFromTheseSources(): Promise<boolean> {
  try {
    const built = (await stat(join(BUILT, 'panel.html'))).mtimeMs;
    const newest = await Promise.all(SOURCES.map((source) => newestFile(join(ROOT, source))));
    return newest.every((time) => time < built);
  } catch {
    return false;
  }
}

async function buildTo(folder: string): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const options = [
    'build',
    '--config',
    'static/vite.config.ts',
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ];
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: ROOT });
}

/**
 * Serves the built screens as Forge does, under its Content-Security-Policy: a copy of `build/static` where that is newer
 * than its sources, else a build of its own. Nobody else's build can pull the files away; they go with the server.
 */
export async function serveScreens(): Promise<StaticServer> {
  const folder = await mkdtemp(join(tmpdir(), 'screens-'));
  if (await isBuiltFromTheseSources()) await cp(BUILT, folder, { recursive: true });
  else await buildTo(folder);
  const server = await serveFolder(folder, forgeCsp());
  return {
    origin: server.origin,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
