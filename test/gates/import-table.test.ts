import { describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const seeds = join(import.meta.dirname, 'fixtures/import-table');
const folders = ['src', 'static', 'sandbox', 'demo', 'bench', 'test'];

/** One line for each violation: the rule, the file, and what it imports. */
async function violationsIn(baseDir: string): Promise<string[]> {
  const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.mjs'));
  const present = folders.filter((folder) => existsSync(join(baseDir, folder)));
  const { output } = await cruise(present, { ...options, baseDir });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  return (output satisfies ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  );
}

/** What the seeded tree breaks, and the rules that must say so. */
const seeded: readonly (readonly [tree: string, ...rules: string[]])[] = [
  ['domain-reads-a-port', 'domain-imports'],
  ['domain-reads-a-file', 'domain-imports'],
  ['domain-parses', 'domain-imports'],
  ['policy-calls-a-contract', 'policies-import'],
  ['policy-calls-the-domain', 'policies-import-types'],
  ['contract-calls-the-platform', 'contracts-import'],
  ['port-names-a-library', 'ports-import'],
  ['port-holds-code', 'ports-import-types'],
  ['usecase-names-its-adapter', 'usecases-import'],
  ['usecase-stores', 'usecases-import'],
  ['adapter-orders-the-steps', 'adapters-import'],
  ['composition-runs-a-usecase', 'composition-imports'],
  ['handler-goes-around-composition', 'handlers-import'],
  ['handler-calls-the-platform', 'handlers-import'],
  ['handler-runs-a-port', 'handlers-import-types-of-ports'],
  ['index-skips-the-handler', 'index-imports'],
  ['screen-runs-a-usecase', 'static-imports'],
  ['screen-calls-the-backend', 'static-imports'],
  ['sandbox-knows-the-app', 'sandbox-is-a-platform'],
  ['folder-without-a-place', 'source-layout'],
  ['camel-case-name', 'kebab-case'],
  ['folder-named-utils', 'a-name-says-what-it-is'],
  ['file-named-types', 'a-name-says-what-it-is'],
  ['circle', 'no-cycles'],
  ['development-package', 'only-shipped-packages'],
  ['undeclared-package', 'declared-packages'],
  ['missing-file', 'resolvable'],
];

describe('the import table', () => {
  it('is kept by every folder of the project', async () => {
    expect(await violationsIn(root)).toEqual([]);
  });

  it.each(seeded)('bites on the seeded tree %s', async (tree, ...rules) => {
    const names = (await violationsIn(join(seeds, tree))).map((violation) => violation.replace(/:.*/, ''));
    expect([...new Set(names)]).toEqual(rules);
  });

  it('has a seeded tree for each of its rules, and no seed without a test', async () => {
    const { ruleSet } = await extractDepcruiseOptions(join(root, '.dependency-cruiser.mjs'));
    const rules = new Set(ruleSet?.forbidden?.map(({ name }) => name));
    expect(new Set(seeded.flatMap(([, ...names]) => names))).toEqual(rules);
    expect(readdirSync(seeds).sort()).toEqual(seeded.map(([tree]) => tree).sort());
  });
});
