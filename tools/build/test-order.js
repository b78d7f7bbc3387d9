/**
 * The order in which jest takes test files. A file that drives the browser waits for it a good part of its time, and one
 * that computes never waits: two of the first kind at once leave a core idle, so each worker is to have the other kind
 * beside it. Without figures of an earlier run, as on a fresh machine, jest itself would go by the size of files.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

const BROWSER = /\/test\/(journeys|tools\/(preview|browser|shots))\//;

/** Seconds that a file of a kind takes about, the longest kinds first; a file that no line names takes one. */
const SECONDS = [
  [/\/test\/journeys\/every-page\//, 160],
  [/\/test\/journeys\//, 40],
  [/\/test\/tools\/simulate\//, 25],
  [/\/test\/cloudfunctions\/[^/]+$/, 20],
  [/\/test\/tools\/(admin|deploy|preview)\//, 5],
];

const secondsOf = ({ path }) => SECONDS.find(([pattern]) => pattern.test(path))?.[1] ?? 1;

/** Files of two queues, one after the other from the queue whose files so far will have taken less time. */
const sideBySide = (one, other) => {
  const queues = [one, other].map((files) => ({ files: [...files], seconds: 0 }));
  const order = [];
  for (;;) {
    const [next] = queues.filter(({ files }) => files.length > 0).sort((a, b) => a.seconds - b.seconds);
    if (!next) return order;
    const file = next.files.shift();
    next.seconds += secondsOf(file);
    order.push(file);
  }
};

/** Test files, longest first and their kinds side by side. */
const arranged = (tests) => {
  const longestFirst = [...tests].sort((one, other) => secondsOf(other) - secondsOf(one));
  const drives = ({ path }) => BROWSER.test(path);
  return sideBySide(
    longestFirst.filter(drives),
    longestFirst.filter((file) => !drives(file)),
  );
};

module.exports = class SideBySide extends Sequencer {
  static arranged = arranged;

  sort(tests) {
    return arranged(super.sort(tests));
  }
};
