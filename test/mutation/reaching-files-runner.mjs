import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JestRunner from 'jest-runner';

/** How much of what was learnt is still believed one mutant later: mutants come file by file, so the last ones tell most. */
const MEMORY = 0.97;

/**
 * Jest's own runner, made quick for mutants. Stryker gives it every file and lets it go on when a test has failed
 * (https://github.com/jestjs/jest/issues/11766). With a mutant in place, this one runs the files that reach it until one
 * fails, in the order in which that can be expected soonest: by the time a file takes and how often it killed of late. How
 * a file is run, and what a failure is, stays Jest's business: a file wrongly left out can only make a mutant survive,
 * never kill it.
 */
export default class ReachingFilesRunner extends JestRunner {
  async runTests(tests, watcher, options) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined || tests.length === 0) return super.runTests(tests, watcher, options);
    const note = new RunNote(tests[0].context.config.rootDir);
    const killer = await this.#runUntilOneFails(note.inOrder(mutant, tests), watcher, options);
    note.learn(killer.tried, killer.failed);
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
    const tried = [];
    for (const test of tests) {
      if (failed) break;
      tried.push(test.path);
      await super.runTests([test], watcher, options);
    }
    for (const stop of stops) stop();
    return { tried, failed };
  }
}

/** What reaching-environment.cjs noted down in the run without a mutant, and what the mutants since then have taught. */
class RunNote {
  #files;
  #learntPath;
  #learnt;

  constructor(rootDir) {
    this.#files = JSON.parse(readFileSync(join(rootDir, 'reached-by-file.json'), 'utf8'));
    this.#learntPath = join(rootDir, 'killed-by-file.json');
    this.#learnt = existsSync(this.#learntPath) ? readIfWhole(this.#learntPath) : {};
  }

  inOrder(mutant, tests) {
    return tests
      .filter(({ path }) => this.#files[path].reached.includes(mutant))
      .sort((a, b) => this.#waitingFor(a.path) - this.#waitingFor(b.path));
  }

  /** All files tried let the mutant live but, where one failed, the last. */
  learn(tried, failed) {
    for (const counts of Object.values(this.#learnt)) {
      counts.tried *= MEMORY;
      counts.killed *= MEMORY;
    }
    tried.forEach((path, index) => {
      const counts = (this.#learnt[path] ??= { tried: 0, killed: 0 });
      counts.tried += 1;
      if (failed && index === tried.length - 1) counts.killed += 1;
    });
    writeFileSync(this.#learntPath, JSON.stringify(this.#learnt));
  }

  /** Milliseconds until this file kills a mutant, if it goes on as it did. */
  #waitingFor(path) {
    const { tried, killed } = this.#learnt[path] ?? { tried: 0, killed: 0 };
    return (this.#files[path].milliseconds * (tried + 1)) / (killed + 0.5);
  }
}

/** Two processes share the note: one may read while the other writes. What was learnt is worth having, not needed. */
function readIfWhole(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
