/**
 * The order in which jest takes test files. Without figures of an earlier run, as on a fresh machine, it would go by
 * their size: a short file that drives a browser for minutes would come last, and one worker would wait for it.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

/** Longest first; files that no line names come after all of them. */
const LONG = [
  /\/test\/journeys\/every-page\//,
  /\/test\/journeys\//,
  /\/test\/cloudfunctions\/races/,
  /\/test\/tools\/simulate\//,
  /\/test\/cloudfunctions\/[^/]+$/,
  /\/test\/tools\/(admin|deploy|preview)\//,
];

const placeOf = ({ path }) => {
  const place = LONG.findIndex((pattern) => pattern.test(path));
  return place === -1 ? LONG.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
};
