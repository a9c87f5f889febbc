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

/** Steps that need nothing of each other share the cores. */
async function checks(): Promise<readonly boolean[]> {
  const compile = (project: string) => bin('@typescript/native-preview/bin/tsgo', '--noEmit', '--project', project);
  const lanes = [
    async () => [
      await step('build', [node, '--import', 'tsx', 'test/build.ts']),
      await step('format', bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')),
    ],
    async () => [
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
    ],
  ];
  return (await Promise.all(lanes.map((lane) => lane()))).flat();
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
  const args = ['--json', `--outputFile=${results}`, '--maxWorkers=2', ...(onCi ? ['--ci'] : [])];
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

const [steps] = await Promise.all([checks(), provideBrowser()]);
// Alone, and no more than two at a time: a browser that has no core for itself keeps a test waiting beyond its patience.
const tests = await jest();
const failedSteps = steps.filter((passed) => !passed).length;
const counts = { ...tests, failed: tests.failed + failedSteps };
console.log(summaryLine(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
