import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../run-command';

const root = resolve(import.meta.dirname, '../..');
const seeds = join(import.meta.dirname, 'fixtures/lint');

/** `line: rule` for everything that the project's lint says about a seeded file, as if it stood at the given path. */
async function reportsOn(seed: string, standsAt: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: root });
  const results = await eslint.lintText(await readFile(join(seeds, seed), 'utf8'), { filePath: join(root, standsAt) });
  return results.flatMap(({ messages }) => messages.map(({ line, ruleId }) => `${line}: ${ruleId ?? 'suppression'}`));
}

describe('the lint', () => {
  it('keeps clock, chance, platform and waiting out of the domain', async () => {
    expect(await reportsOn('impure-domain.ts', 'src/domain/impure-domain.ts')).toEqual([
      '1: no-restricted-syntax',
      '2: no-restricted-syntax',
      '3: no-restricted-syntax',
      '4: no-restricted-globals',
      '5: no-restricted-globals',
      '6: no-restricted-globals',
      '7: no-restricted-globals',
      '7: no-console',
      '8: no-restricted-syntax',
      '9: no-restricted-syntax',
      '9: no-restricted-globals',
    ]);
  });

  it('keeps state out of every module of the app', async () => {
    expect(await reportsOn('module-state.ts', 'src/adapters/module-state.ts')).toEqual([
      '1: change-control/no-module-state',
      '2: change-control/no-module-state',
      '3: change-control/no-module-state',
      '4: change-control/no-module-state',
      '5: change-control/no-module-state',
      '9: change-control/no-module-state',
      '10: change-control/no-module-state',
      '16: change-control/no-module-state',
    ]);
  });

  it('lets constants and local collections be', async () => {
    expect(await reportsOn('stateless-module.ts', 'src/adapters/stateless-module.ts')).toEqual([]);
  });

  it('keeps the clock out of the use cases', async () => {
    expect(await reportsOn('impure-usecase.ts', 'src/usecases/impure-usecase.ts')).toEqual([
      '1: no-restricted-syntax',
      '2: no-restricted-syntax',
    ]);
  });

  it('keeps logic out of the policies', async () => {
    expect(await reportsOn('policy-with-logic.ts', 'src/policies/policy-with-logic.ts')).toEqual([
      '1: no-restricted-syntax',
      '1: no-restricted-syntax',
    ]);
  });

  it('keeps code out of the ports', async () => {
    expect(await reportsOn('port-with-code.ts', 'src/ports/port-with-code.ts')).toEqual(['4: no-restricted-syntax']);
  });

  it('keeps logic out of the index', async () => {
    expect(await reportsOn('index-with-logic.ts', 'src/index.ts')).toEqual([
      '1: no-restricted-syntax',
      '4: no-restricted-syntax',
    ]);
  });

  it('refuses any, default exports, suppressions, value imports of types and the console', async () => {
    expect(await reportsOn('loose-code.ts', 'src/handlers/loose-code.ts')).toEqual([
      '1: @typescript-eslint/consistent-type-imports',
      '3: no-restricted-exports',
      '3: @typescript-eslint/no-explicit-any',
      '4: suppression',
      '6: @typescript-eslint/ban-ts-comment',
      '8: no-console',
    ]);
  });

  it('refuses a promise that nobody waits for', async () => {
    // The repository's settings leave the seeds alone, so this one stands elsewhere, with settings for types of its own.
    const elsewhere = await mkdtemp(join(tmpdir(), 'lint-'));
    await copyFile(join(seeds, 'unwatched-promise.ts'), join(elsewhere, 'unwatched-promise.ts'));
    await copyFile(join(root, 'tsconfig.json'), join(elsewhere, 'tsconfig.json'));
    const command = [
      process.execPath,
      join(root, 'node_modules/oxlint/bin/oxlint'),
      '--type-aware',
      '--format',
      'unix',
    ];
    const { code, output } = await runCommand([...command, '--config', join(root, '.oxlintrc.json'), elsewhere], {
      cwd: root,
    });
    await rm(elsewhere, { recursive: true });
    expect(output).toMatch(/unwatched-promise\.ts:4:.*no-floating-promises/);
    expect(code).toBe(1);
  });
});
