const { AsyncLocalStorage } = require('node:async_hooks');

/** What has carried a context along promises and was not switched off since. */
const inUse = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  inUse.add(this);
  return run.apply(this, args);
};

/**
 * Switches off each store of context that was used since the last call, such as the one that Jest's circus makes for
 * every test file: Node asks all that are on at every promise, so a process got slower with each file that it had run.
 * https://nodejs.org/docs/latest-v20.x/api/async_context.html#asynclocalstoragedisable
 */
exports.switchOffContextStores = () => {
  for (const store of inUse) store.disable();
  inUse.clear();
};
