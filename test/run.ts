import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from './browser/find-chromium';
import { root } from './build-parts';
import { runCommand } from './run-command';
import { countTests, summaryLine, type Counts } from './test-counts';

/**
 * `npm test`: builds, checks types, lint, format, and runs every test. Prints each step with its duration; the last line
 * is `N passed, N failed` (and `, N skipped`). A step that fails counts as one failure. Ends with 1 if anything failed.
 */
const node = process.execPath;
const bin = (path: string, ...args: string[]) => [node, join('node_modules', path), ...args];
const onCi = process.env['CI'] === 'true';
const results = join(root, 'build/test-results.json');

async function step(name: string, ...commands: readonly (readonly string[])[]): Promise<boolean> {
  const started = performance.now();
  for (const command of commands) {
    const { code, output } = await runCommand(command, { cwd: root });
    if (code !== 0) {
      console.log(`✗ ${name} (${seconds(started)})\n${output}`);
      return false;
    }
  }
  console.log(`✓ ${name} (${seconds(started)})`);
  return true;
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** What is said about the sources, one after the other. */
async function checks(): Promise<readonly boolean[]> {
  const compile = (project: string) => bin('@typescript/native-preview/bin/tsgo', '--noEmit', '--project', project);
  return [
    await step(
      'types',
      compile('tsconfig.json'),
      compile('static/tsconfig.json'),
      compile('sandbox/shell/tsconfig.json'),
    ),
    await step(
      'lint',
      bin('oxlint/bin/oxlint', '--type-aware'),
      bin('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
    ),
    await step('format', bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')),
  ];
}

/** A machine without a browser may get Playwright's own; without a network the browser tests are skipped by name. */
async function provideBrowser(): Promise<void> {
  if (findChromium() !== undefined || process.env['CHROMIUM_PATH'] !== undefined) return;
  console.log('No Chromium, Chrome or Edge is installed; trying `playwright-core install chromium`.');
  await runCommand(bin('playwright-core/cli.js', 'install', 'chromium'), { cwd: root, timeoutMilliseconds: 120_000 });
  if (findChromium() === undefined && !onCi) console.log('There is none to be had: the browser tests are skipped.');
}

async function jest(): Promise<Counts> {
  const started = performance.now();
  await rm(results, { force: true });
  const args = ['--json', `--outputFile=${results}`, '--maxWorkers=3', ...(onCi ? ['--ci'] : [])];
  await runCommand(bin('jest/bin/jest.js', ...args, ...process.argv.slice(2)), {
    cwd: root,
    // Tests make much that is soon garbage: with room for it, a seventh of their time is not spent on collecting.
    env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning --max-semi-space-size=64' },
    echo: true,
    // A test that never ends must not keep the others from being counted as what they are: a failure.
    timeoutMilliseconds: 20 * 60_000,
  });
  const counts = countTests(JSON.parse(await readFile(results, 'utf8').catch(() => 'null')));
  console.log(`${counts.failed === 0 ? '✓' : '✗'} tests (${seconds(started)})`);
  return counts;
}

// The tests look at what was built; the checks need nothing of either, and fill the cores while a browser is waited for.
const built = Promise.all([step('build', [node, '--import', 'tsx', 'test/build.ts']), provideBrowser()]);
const [[isBuilt], steps, tests] = await Promise.all([built, checks(), built.then(jest)]);
const failedSteps = [isBuilt, ...steps].filter((passed) => !passed).length;
const counts = { ...tests, failed: tests.failed + failedSteps };
console.log(summaryLine(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
