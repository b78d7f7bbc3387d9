/** Two tell of each consent, the phone and WeChat: late, twice, in any order, or never. */
import fc from 'fast-check';
import { bookSheet, hear, switchedOff, type ToldOf } from '../../../cloudfunctions/_shared/notices/consent';
import { NO_CREDITS } from '../../../cloudfunctions/_shared/notices/credits';
import { MEMORY } from '../../../cloudfunctions/_shared/kernel/policy';
import type { Account } from '../../../cloudfunctions/_shared/store/records';

type Ledger = Pick<Account, 'credits' | 'heard'>;
type Step = (ledger: Ledger) => Ledger;

const TEMPLATE = 'deadline';
const T = Date.UTC(2027, 5, 1);
const MINUTE = 60_000;
const EMPTY: Ledger = { credits: { ...NO_CREDITS } };

const told =
  (one: ToldOf): Step =>
  (ledger) =>
    hear(ledger, [one]);
const sheet = (at: number) => told({ kind: 'sheet', accepted: true, template: TEMPLATE, at });
const settings = (at: number, accepted: boolean) =>
  told({ kind: 'settings', accepted, template: TEMPLATE, at });
const sent = (at: number, code: number, messageId = `${at}`) =>
  told({ kind: 'sent', code, messageId, template: TEMPLATE, at });
const booked =
  (now: number): Step =>
  (ledger) => {
    const { added, heard } = bookSheet(ledger, [TEMPLATE], now);
    const credits = { ...ledger.credits };
    for (const template of added) credits[template] += 1;
    return { credits, heard };
  };
const run = (steps: readonly Step[], from: Ledger = EMPTY): Ledger =>
  steps.reduce((ledger, step) => step(ledger), from);
const left = (...steps: Step[]): number => run(steps).credits[TEMPLATE];

describe('one accepted sheet is one credit', () => {
  it.each<[string, Step[], number]>([
    ['booked by the phone alone', [booked(T)], 1],
    ['told by WeChat alone: the phone died before it could book', [sheet(T)], 1],
    ['booked, then told', [booked(T), sheet(T)], 1],
    ['told, then booked an hour later', [sheet(T), booked(T + 60 * MINUTE)], 1],
    ['told twice', [sheet(T), sheet(T)], 1],
    ['two sheets, both ways', [booked(T), sheet(T), sheet(T + MINUTE), booked(T + MINUTE)], 2],
    ['the second never reached the cloud', [booked(T), sheet(T), sheet(T + MINUTE)], 2],
    [
      'WeChat told nothing of the second (it was kept without asking)',
      [booked(T), sheet(T), booked(T + MINUTE)],
      2,
    ],
    [
      'two booked in one breath before WeChat told of either',
      [booked(T), booked(T + 1_000), sheet(T), sheet(T + 1_000)],
      2,
    ],
    [
      'two booked in one breath, one of which WeChat never tells of, and a third an hour later',
      [booked(T), booked(T + 1_000), sheet(T), booked(T + 60 * MINUTE), sheet(T + 60 * MINUTE)],
      3,
    ],
    [
      'many booked before WeChat was ever heard',
      [booked(T), booked(T), booked(T + MINUTE), sheet(T + MINUTE)],
      3,
    ],
  ])('%s', (_name, steps, credits) => {
    expect(left(...steps)).toBe(credits);
  });

  it('in every order in which ten sheets can arrive, however often WeChat repeats itself', () => {
    const sheets = Array.from({ length: 10 }, (_, index) => T + index * 10 * MINUTE);
    // The first is told and booked as one: before it nobody knows whether WeChat tells of sheets at all.
    const start = run([booked(T - MINUTE), sheet(T - MINUTE)]);
    const all = sheets.flatMap((at) => [booked(at), sheet(at), sheet(at)]);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (steps) => {
        expect(run(steps, start).credits[TEMPLATE]).toBe(11);
      }),
    );
  });
});

it('pairs what an earlier release booked, which kept only when the last sheet was', () => {
  const earlier = run([booked(T)]);
  const row = { ahead: null, bookedAt: T, setAt: 0, isOff: false };
  const heard = { ids: [], failures: [], templates: { [TEMPLATE]: row } };
  expect(run([sheet(T + 1)], { ...earlier, heard }).credits[TEMPLATE]).toBe(1);
  // Of long before, it is no pair to a sheet of now.
  expect(run([sheet(T + MINUTE)], { ...earlier, heard }).credits[TEMPLATE]).toBe(2);
});

describe('the settings', () => {
  it.each<[string, Step[], number, boolean]>([
    ['switched off, nothing is left', [sheet(T), settings(T + MINUTE, false)], 0, true],
    [
      'switched on again there is no new consent',
      [sheet(T), settings(T + 1, false), settings(T + 2, true)],
      0,
      false,
    ],
    ['a later sheet counts, and says it is on', [settings(T, false), sheet(T + MINUTE)], 1, false],
    ['a sheet from before, told late, counts nothing', [settings(T + MINUTE, false), sheet(T)], 0, true],
    [
      'an older change told late changes nothing',
      [settings(T + 2, true), sheet(T + 3), settings(T + 1, false)],
      1,
      false,
    ],
    [
      'told late, booked later still',
      [settings(T + MINUTE, false), sheet(T), booked(T + 2 * MINUTE)],
      0,
      true,
    ],
  ])('%s', (_name, steps, credits, isOff) => {
    const ledger = run(steps);
    expect([ledger.credits[TEMPLATE], switchedOff(ledger).includes(TEMPLATE)]).toEqual([credits, isOff]);
  });
});

describe('what became of a message', () => {
  it('that came is no news', () => {
    const before = run([sheet(T)]);
    expect(sent(T, 0)(before)).toBe(before);
  });

  it('that was refused empties the ledger, once; a consent given since then stays', () => {
    expect(left(sheet(T), sent(T + 1, 43101))).toBe(0);
    expect(left(sheet(T), sent(T + 1, 43101), sheet(T + 2), sent(T + 1, 43101))).toBe(1);
    expect(left(sheet(T), sheet(T + 2), sent(T + 1, 43101))).toBe(2);
  });

  it('that got lost is remembered with its reason, and leaves the ledger', () => {
    const ledger = run([sheet(T), sent(T + 1, -1), sent(T + 1, -1)]);
    expect(ledger.credits[TEMPLATE]).toBe(1);
    expect(ledger.heard?.failures).toEqual([{ template: TEMPLATE, at: T + 1, code: -1 }]);
  });

  it('of two in the same moment is remembered of both', () => {
    const ledger = run([sent(T, -1, 'one'), sent(T, -1, 'other')]);
    expect(ledger.heard?.failures).toHaveLength(2);
  });

  it('is known by its last pushes alone, so that a ledger does not grow', () => {
    const many = Array.from({ length: MEMORY.heardPushes + 5 }, (_, index) => sent(T + index, -1));
    expect(run(many).heard?.ids).toHaveLength(MEMORY.heardPushes);
  });

  it('leaves at most ten failures behind', () => {
    const many = Array.from({ length: 25 }, (_, index) => sent(T + index, -1));
    expect(run(many).heard?.failures).toHaveLength(10);
  });
});
