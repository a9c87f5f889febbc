import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JestRunner from 'jest-runner';

/**
 * Jest's own runner, made quick for mutants. Stryker gives it every file and lets it go on when a test has failed
 * (https://github.com/jestjs/jest/issues/11766). With a mutant in place, this one runs the files that reach it, quickest
 * first, until one fails. How a file is run, and what a failure is, stays Jest's business: a file wrongly left out can
 * only make a mutant survive, never kill it.
 */
export default class ReachingFilesRunner extends JestRunner {
  async runTests(tests, watcher, options) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined) await super.runTests(tests, watcher, options);
    else await this.#runUntilOneFails(reaching(mutant, tests), watcher, options);
  }

  async #runUntilOneFails(tests, watcher, options) {
    let failed = false;
    const stops = [
      this.on('test-file-success', ([, { numFailingTests }]) => {
        failed ||= numFailingTests > 0;
      }),
      this.on('test-file-failure', () => {
        failed = true;
      }),
    ];
    for (const test of tests) {
      if (failed) break;
      await super.runTests([test], watcher, options);
    }
    for (const stop of stops) stop();
  }
}

/** From what reaching-environment.cjs noted down in the run without a mutant. */
function reaching(mutant, tests) {
  if (tests.length === 0) return [];
  const files = JSON.parse(readFileSync(join(tests[0].context.config.rootDir, 'reached-by-file.json'), 'utf8'));
  return tests
    .filter(({ path }) => files[path].reached.includes(mutant))
    .sort((a, b) => files[a.path].milliseconds - files[b.path].milliseconds);
}
