import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../../sandbox/forge/build-app';

/** The little app with the real Atlassian SDKs that the tests of the Forge host deploy. */
export const FIXTURE_APP = join(process.cwd(), 'test/sandbox/forge/fixture-app');

/** Bundles the fixture app for one test file. */
export async function buildFixture(): Promise<string> {
  const outfile = join(tmpdir(), `forge-fixture-${process.pid}`, 'app.cjs');
  const source = join(FIXTURE_APP, 'src/index.ts');
  const [built, written] = await Promise.all([stat(outfile).catch(() => undefined), stat(source)]);
  return built !== undefined && built.mtimeMs > written.mtimeMs ? outfile : buildApp(FIXTURE_APP, outfile);
}

export async function readFixtureManifest(): Promise<string> {
  return readFile(join(FIXTURE_APP, 'manifest.yml'), 'utf8');
}
