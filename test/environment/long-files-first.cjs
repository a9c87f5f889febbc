const { default: Sequencer } = require('@jest/test-sequencer');

const BROWSER = /\/test\/(browser|ui)\//;
/** A whole site many times over, Atlassian's linters: long, however short the file is. */
const LONG = /\/test\/site\/|\/forge-lint\./;

/**
 * On a machine that has never run the tests, Jest goes by size; what takes longest must not be left for one core. What
 * drives a browser takes turns with what does not: two browsers at a time keep each other waiting.
 */
module.exports = class LongFilesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const browser = sorted.filter(({ path }) => BROWSER.test(path));
    const long = sorted.filter(({ path }) => LONG.test(path));
    const others = sorted.filter((test) => !browser.includes(test) && !long.includes(test));
    const most = Math.max(browser.length, long.length);
    const turns = Array.from({ length: most }, (_, index) => [browser[index], long[index]]).flat();
    return [...turns.filter((test) => test !== undefined), ...others];
  }
};
