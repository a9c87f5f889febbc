/** Jest in Node's own ESM mode (run with NODE_OPTIONS=--experimental-vm-modules): jira.js and others are ESM only. */
export default {
  testEnvironment: '<rootDir>/test/environment/enclosed-environment.cjs',
  // A test that waits for a program or a browser may share two cores with everything else.
  testTimeout: 60_000,
  // What the modules of earlier files left behind makes a worker slower with every file: it starts anew in time.
  workerIdleMemoryLimit: '1500MB',
  testSequencer: '<rootDir>/test/environment/long-files-first.cjs',
  globalSetup: '<rootDir>/test/global-setup.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/sandbox/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/build/', '<rootDir>/test/gates/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.stryker-tmp/'],
};
