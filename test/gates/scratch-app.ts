import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Copies of the app that differ from it in one place, in a temporary folder. */
export interface ScratchApps {
  /** The app by itself, without the project around it, for linters that read it with the compiler; it checks no types. */
  alone(): Promise<string>;
  /** The app with one piece of its manifest replaced; its other files are the real ones. Answers its folder. */
  withManifest(piece: string, replacement: string): Promise<string>;
  /** The app with one piece of its manifest replaced, and this as its whole source. */
  withSource(piece: string, replacement: string, source: string): Promise<string>;
  remove(): Promise<void>;
}

export async function createScratchApps(): Promise<ScratchApps> {
  const scratch = await mkdtemp(join(tmpdir(), 'app-'));
  const manifest = await readFile(join(root, 'manifest.yml'), 'utf8');

  async function appWith(piece: string, replacement: string): Promise<string> {
    if (!manifest.includes(piece)) throw new Error(`manifest.yml does not say "${piece}" any more.`);
    const folder = await mkdtemp(join(scratch, 'app-'));
    await symlink(join(root, 'build'), join(folder, 'build'));
    await writeFile(join(folder, 'manifest.yml'), manifest.replace(piece, replacement));
    return folder;
  }

  return {
    async alone() {
      const folder = await appWith('', '');
      await cp(join(root, 'src'), join(folder, 'src'), { recursive: true });
      await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
      const compiler = { extends: join(root, 'tsconfig.json'), compilerOptions: { noCheck: true }, include: ['src'] };
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(compiler));
      return folder;
    },
    async withManifest(piece, replacement) {
      const folder = await appWith(piece, replacement);
      await symlink(join(root, 'src'), join(folder, 'src'));
      return folder;
    },
    async withSource(piece, replacement, source) {
      const folder = await appWith(piece, replacement);
      await mkdir(join(folder, 'src'));
      await writeFile(join(folder, 'src/index.ts'), source);
      return folder;
    },
    remove: () => rm(scratch, { recursive: true }),
  };
}
