import jestConfig from './jest.config.mjs';

/** The tests that are about decisions and need no site, no bundle and no browser. */
const folders = ['domain', 'policies', 'contracts', 'usecases'];

/**
 * `npm run mutation` changes the domain in one place after the other and asks whether a test notices.
 * `npm run mutation -- --mutate 'src/domain/approval/*.ts'` tries a part of it; `-- --incremental` tries what changed.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/domain/**/*.ts'],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    // Which files reach a mutant is known better than who imports what.
    enableFindRelatedTests: false,
    config: {
      ...jestConfig,
      globalSetup: null,
      roots: ['<rootDir>/src', '<rootDir>/test'],
      testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
      testEnvironment: './test/mutation/reaching-environment.cjs',
      runner: '<rootDir>/test/mutation/reaching-files-runner.mjs',
      moduleNameMapper: { '/builders/fixed-seed$': '<rootDir>/test/mutation/fewer-examples.mjs' },
      // Every run has another copy of the sources: what was compiled for it is of no use to the next.
      cacheDirectory: '<rootDir>/.jest-cache',
    },
  },
  // Jest leaves an AsyncLocalStorage and its modules behind for each file it ran: a process that goes on gets slower.
  maxTestRunnerReuse: 50,
  // What runs while a file is loaded is tried too: by the files that load it, which costs little more than the rest.
  ignoreStatic: false,
  warnings: { slow: false },
  // Nothing is left out by kind: the strings of the domain are codes and reasons, and its tests promise them exactly.
  concurrency: 2,
  // On top of half as long again as without a mutant: one that only waited for a busy core must not pass for killed.
  timeoutMS: 10_000,
  // Types are stripped, not checked: a mutant is killed by a test or not at all.
  disableTypeChecks: false,
  ignorePatterns: ['/build', '/reports', '/.sandbox', '/static', '/demo', '/bench'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, skipFull: true },
  jsonReporter: { fileName: 'reports/mutation/report.json' },
  incrementalFile: 'reports/mutation/incremental.json',
  thresholds: { high: 95, low: 85, break: 85 },
};
