import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StatePart } from './platform';

const FORMAT = 1;
const DEBOUNCE_MILLISECONDS = 300;

const fileSchema = z.object({ format: z.literal(FORMAT), parts: z.record(z.string(), z.unknown()) });

export interface DataDirectory {
  /** Brings all parts back to what is stored; false when nothing is. */
  load(): Promise<boolean>;
  /** Something may have changed: write soon. */
  touch(): void;
  /** Writes now and waits until it is on disk. */
  flush(): Promise<void>;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/**
 * Keeps the state of a site in `site.json` of a directory. A write goes to a temporary file that then takes the place of
 * the old one, so a crash leaves the old or the new state.
 */
export function openDataDirectory(directory: string, parts: readonly StatePart[], fresh: boolean): DataDirectory {
  const file = join(directory, 'site.json');
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const state = { format: FORMAT, parts: Object.fromEntries(parts.map((part) => [part.name, part.snapshot()])) };
    await mkdir(directory, { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(state));
    await rename(`${file}.new`, file);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const next = writing.then(write);
    writing = next.catch(() => undefined);
    return next;
  };
  return {
    flush,
    load: async () => {
      if (fresh) {
        await rm(file, { force: true });
        return false;
      }
      const stored = await readIfThere(file);
      if (stored === undefined) {
        return false;
      }
      const state = fileSchema.parse(JSON.parse(stored));
      for (const part of parts) {
        if (!Object.hasOwn(state.parts, part.name)) {
          throw new Error(`The stored site has no part "${part.name}"; start it anew (fresh).`);
        }
        part.restore(state.parts[part.name]);
      }
      return true;
    },
    touch: () => {
      timer ??= setTimeout(() => {
        flush().catch((error: unknown) => console.error('The state of the site could not be written:', error));
      }, DEBOUNCE_MILLISECONDS);
      timer.unref();
    },
  };
}
