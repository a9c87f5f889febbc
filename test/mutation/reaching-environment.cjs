const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');
const StrykerEnvironment = require('@stryker-mutator/jest-runner/jest-env/node');
const { switchOffContextStores } = require('../environment/context-stores.cjs');

/**
 * Where a test file runs, and in Stryker's first run, without a mutant, what notes down which mutants the file reached,
 * while it was loaded or by its tests, and how long it took. The note lies in Stryker's copy of the project.
 */
module.exports = class ReachingEnvironment extends StrykerEnvironment {
  #note;
  #path;
  #before;
  #started = performance.now();

  constructor(config, context) {
    super(config, context);
    this.#note = join(config.projectConfig.rootDir, 'reached-by-file.json');
    this.#path = context.testPath;
    this.#before = hitsOf(this.global.__stryker__.mutantCoverage);
  }

  /** A test that is left out starts but is never done: without this, what the next file loads would be put to it. */
  async handleTestEvent(event) {
    if (event.name === 'test_skip') this.global.__stryker__.currentTestId = undefined;
  }

  async teardown() {
    if (process.env.__STRYKER_ACTIVE_MUTANT__ === undefined) this.#noteDown();
    switchOffContextStores();
    await super.teardown();
  }

  #noteDown() {
    const hits = [...hitsOf(this.global.__stryker__.mutantCoverage)];
    const reached = hits.filter(([mutant, count]) => count > (this.#before.get(mutant) ?? 0)).map(([mutant]) => mutant);
    const files = existsSync(this.#note) ? JSON.parse(readFileSync(this.#note, 'utf8')) : {};
    files[this.#path] = { milliseconds: performance.now() - this.#started, reached };
    writeFileSync(this.#note, JSON.stringify(files));
  }
};

/** How often each mutant was reached so far, in all files: Stryker counts apart what is loaded and what tests call. */
function hitsOf(coverage = { static: {}, perTest: {} }) {
  const hits = new Map();
  for (const counts of [coverage.static, ...Object.values(coverage.perTest)]) {
    for (const [mutant, count] of Object.entries(counts)) hits.set(mutant, (hits.get(mutant) ?? 0) + count);
  }
  return hits;
}
