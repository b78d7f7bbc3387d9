import fc from 'fast-check';
import { allocateCredits } from '../../../../miniprogram/domain/reminding/credits';
import { NOTICE_KINDS, TEMPLATE_KEYS } from '../../../../miniprogram/domain/reminding/kinds';
import { TEMPLATE_OF } from '../../../../miniprogram/domain/reminding/notices/template-of';
import type { DueNotice } from '../../../../miniprogram/domain/reminding/due-notice';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS, rulebookOf } from '../../../../miniprogram/rulebooks';

const rulebook = rulebookOf('usst-2020') as Rulebook;
const reminder = (kind: DueNotice['kind'], dueAt: number, days?: number): DueNotice => ({
  id: `t:1:${kind}${days === undefined ? '' : `-${days}`}`,
  kind,
  audience: 'graduate',
  dueAt,
  notAfter: dueAt + 1,
  ...(days === undefined ? {} : { days }),
});
const CLOCK = [
  reminder('deadline-near', 1, 7),
  reminder('deadline-near', 5, 3),
  reminder('deadline-near', 7, 1),
  reminder('timed-out', 8),
];

test.each([
  [0, []],
  [1, ['t:1:deadline-near-3']],
  [2, ['t:1:deadline-near-3', 't:1:timed-out']],
  [3, ['t:1:deadline-near-3', 't:1:deadline-near-1', 't:1:timed-out']],
  [4, ['t:1:deadline-near-7', 't:1:deadline-near-3', 't:1:deadline-near-1', 't:1:timed-out']],
])('%i credits are kept for %j', (deadline, ids) => {
  const { funded, inboxOnly } = allocateCredits(CLOCK, { deadline }, rulebook);
  expect(funded.map(({ id }) => id)).toEqual(ids);
  expect(funded.length + inboxOnly.length).toBe(CLOCK.length);
});

test('a season reminder gives way to the receiver’s clock', () => {
  const planned = [
    reminder('season-near', 0, 14),
    reminder('season-near', 2, 1),
    reminder('deadline-near', 7, 1),
  ];
  const { funded } = allocateCredits(planned, { deadline: 2 }, rulebook);
  expect(funded.map(({ id }) => id)).toEqual(['t:1:season-near-1', 't:1:deadline-near-1']);
});

test('a late reminder counts as the last one of the list', () => {
  const planned = [reminder('deadline-near', 7, 0), reminder('timed-out', 8)];
  expect(allocateCredits(planned, { deadline: 1 }, rulebook).funded.map(({ id }) => id)).toEqual([
    't:1:timed-out',
  ]);
});

test.each(RULEBOOKS.map((book) => [book.id, book] as const))('%s never overspends a template', (_, book) => {
  const notices = fc.array(
    fc
      .record({
        kind: fc.constantFrom(...NOTICE_KINDS),
        dueAt: fc.nat(),
        days: fc.option(fc.nat({ max: 20 })),
      })
      .map(({ kind, dueAt, days }) => reminder(kind, dueAt, days ?? undefined)),
    { maxLength: 30 },
  );
  const credits = fc.record(
    Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, fc.integer({ min: -1, max: 6 })])),
  );
  fc.assert(
    fc.property(notices, credits, (planned, have) => {
      const { funded, inboxOnly } = allocateCredits(planned, have, book);
      expect(funded.length + inboxOnly.length).toBe(planned.length);
      for (const key of TEMPLATE_KEYS) {
        const spent = funded.filter(({ kind }) => TEMPLATE_OF[kind] === key).length;
        const wished = planned.filter(({ kind }) => TEMPLATE_OF[kind] === key).length;
        expect(spent).toBe(Math.min(wished, Math.max(0, have[key] ?? 0)));
      }
    }),
  );
});

test.each([
  ['progress', reminder('still-waiting', 1, 7), reminder('returned', 5)],
  ['progress', reminder('keeping-contact', 1), reminder('approved', 5)],
  ['deadline', reminder('keeping-near', 1, 14), reminder('deadline-near', 5, 7)],
  ['deadline', reminder('season-near', 1, 14), reminder('keeping-near', 5, 3)],
] as const)('the last %s credit waits for what is worth more than %o', (template, earlier, later) => {
  const { funded, inboxOnly } = allocateCredits([earlier, later], { [template]: 1 }, rulebook);
  expect([funded, inboxOnly]).toEqual([[later], [earlier]]);
});

test('of two that are worth the same the earlier one goes, of two at once the one whose id comes first', () => {
  const one = (id: string, dueAt: number): DueNotice => ({ ...reminder('approved', dueAt), id });
  const notices = [one('b', 2), one('c', 1), one('a', 2)];
  for (const given of [notices, [...notices].reverse()]) {
    const { funded, inboxOnly } = allocateCredits(given, { progress: 2 }, rulebook);
    expect(funded.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(inboxOnly.map(({ id }) => id)).toEqual(['b']);
    expect(allocateCredits(given, {}, rulebook).inboxOnly.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  }
});
