const { default: Sequencer } = require('@jest/test-sequencer');

/** What drives a browser, Atlassian's linters or a program of its own takes longest, however short the file is. */
const LONG = /\/test\/(browser|ui|site)\/|\/forge-lint\./;

/** On a machine that has never run the tests, Jest goes by size; what takes longest must not be left for one core. */
module.exports = class LongFilesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => LONG.test(path);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
