import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isStale, PARTS, root } from '../build-parts';
import { forgeCsp } from './forge-csp';
import { serveFolder, type StaticServer } from './static-server';

const BUILT = join(root, 'build/static');

async function buildTo(folder: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
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
  // Jest's own NODE_ENV would put React's development build into the screens.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: root, env });
}

/**
 * Serves the built screens as Forge does, under its Content-Security-Policy: a copy of `build/static` where that is newer
 * than its sources, else a build of its own. Nobody else's build can pull the files away; they go with the server.
 */
export async function serveScreens(): Promise<StaticServer> {
  const folder = await mkdtemp(join(tmpdir(), 'screens-'));
  const isCurrent = PARTS.some((part) => part.name === 'screens' && !isStale(part));
  if (isCurrent) await cp(BUILT, folder, { recursive: true });
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
