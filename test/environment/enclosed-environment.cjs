const { TestEnvironment } = require('jest-environment-node');
const { switchOffContextStores } = require('./context-stores.cjs');

/** Where a test file runs: what it leaves on in the process is switched off behind it. */
module.exports = class EnclosedEnvironment extends TestEnvironment {
  async teardown() {
    switchOffContextStores();
    await super.teardown();
  }
};
