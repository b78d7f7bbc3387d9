/** What the lifecycle is told of an attempt: who approves in whose place, and what the college may take back. */
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import {
  circumstancesOf,
  hasSecretary,
  isSecretaryAsked,
  opensLater,
} from '../../../../cloudfunctions/_shared/transfers/circumstances';
import { rulesOf } from '../../../../cloudfunctions/_shared/season/rules-of';
import type { Transfer } from '../../../../cloudfunctions/_shared/store/records';
import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import { CLASSMATE, GRADUATE, openUniversity, SECRETARY, submitEmployed } from '../../support/people';
import type { World } from '../../support/world';

let world: World;
let transfer: Transfer;
let now: number;
beforeAll(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
  const [stored] = world.store.all('transfers');
  if (!stored) throw new Error('nothing was handed in');
  transfer = stored;
  now = world.world.now;
});

const branch = () => world.store.all('branches').find(({ _id }) => _id === transfer.branchId);
const about = (more: Partial<Transfer>, at = now, route = rulesOf(transfer).route) =>
  circumstancesOf(
    { ...transfer, ...more },
    { rulebook: rulesOf(transfer).rulebook, route, branch: branch(), paper: undefined, now: at },
  );
const entry = (step: string, role: Actor, more: object = {}) => ({
  at: now,
  step,
  by: { role, name: '王芳' },
  attempt: 1,
  ...more,
});

it('knows a secretary where somebody else than the graduate holds the office and has signed in', () => {
  expect(hasSecretary(branch(), { accountId: GRADUATE })).toBe(true);
  expect(hasSecretary(branch(), { accountId: SECRETARY })).toBe(false);
  expect(hasSecretary(undefined, { accountId: GRADUATE })).toBe(false);
  // Of two, the other one approves for the first.
  const [secretary] = branch()?.secretaries ?? [];
  const both = { ...branch()!, secretaries: [secretary!, { ...secretary!, accountId: CLASSMATE }] };
  expect(hasSecretary(both, { accountId: SECRETARY })).toBe(true);
});

it('asks the college in the place of a secretary whose own transfer it is', () => {
  const approvals: Transfer['approvals'] = { needed: ['secretary', 'college'], given: [] };
  expect(about({ approvals, waitsFor: 'secretary' }).pending).toEqual(['secretary', 'college']);
  expect(about({ approvals, waitsFor: 'secretary', accountId: SECRETARY }).pending).toEqual(['college']);
});

it('lets the college decide what it was asked in a secretary’s place, though one has come since', () => {
  const given = [{ by: 'secretary' as const, name: '周敏', at: now }];
  const pending = (needed: Transfer['approvals']['needed'], some: typeof given = []) =>
    about({ approvals: { needed, given: some }, waitsFor: 'college' }).pending;
  expect(pending(['secretary', 'college'])).toEqual(['college']);
  expect(pending(['secretary'])).toEqual(['college']);
  // In its own turn it decides its part alone.
  expect(pending(['secretary', 'college'], given)).toEqual(['college']);
  expect(pending(['college', 'secretary'])).toEqual(['college', 'secretary']);
});

it('asks a secretary where the attempt, its next route or its paper does', () => {
  const { route } = rulesOf(transfer);
  const plain = { ...route, approvals: ['college' as const], offlineSteps: [] };
  const free = { ...transfer, approvals: { needed: ['college' as const], given: [] } };
  expect(isSecretaryAsked(free, plain)).toBe(false);
  expect(isSecretaryAsked(free, { ...plain, approvals: ['secretary'] })).toBe(true);
  const begun = { ...transfer, approvals: { needed: ['secretary' as const], given: [] } };
  expect(isSecretaryAsked(begun, plain)).toBe(true);
});

it('asks no secretary for what the college does on paper', () => {
  const { route } = rulesOf(transfer);
  const free = { ...transfer, approvals: { needed: ['college' as const], given: [] } };
  const stamped = { ...route, approvals: ['college' as const], offlineSteps: ['card'] };
  expect(isSecretaryAsked(free, stamped)).toBe(false);
});

it('says when a route opens, in the year of the transfer’s season', () => {
  const window = { opens: { month: 9, day: 1 }, deadline: null, source: '通知' };
  const september = Date.UTC(2027, 7, 31, 16);
  const route = { ...rulesOf(transfer).route, window };
  expect(opensLater(transfer, route, now)).toBe(september);
  expect(opensLater(transfer, route, september)).toBeNull();
  expect([about({}, now, route).isOpen, about({}, september, route).isOpen]).toEqual([false, true]);
  expect(about({}).isOpen).toBe(true);
  // In the January after it, last September is over: the year is the season's, not today's.
  expect(opensLater(transfer, route, Date.UTC(2028, 0, 10))).toBeNull();
});

it('revokes until the rulebook’s last day in the year of the season, not in the year after', () => {
  const withdrawal = { until: 'decided', lastDay: { month: 8, day: 31 }, source: '通知' } as const;
  const { rulebook, route } = rulesOf(transfer);
  const isRevocable = (at: number) =>
    circumstancesOf(transfer, {
      rulebook: { ...rulebook, withdrawal },
      route,
      branch: branch(),
      paper: undefined,
      now: at,
    }).isRevocable;
  expect(isRevocable(now)).toBe(true);
  expect(isRevocable(Date.UTC(2028, 0, 10))).toBe(false);
});

it('knows who approved last, and whether the graduate has acted', () => {
  const given = (['secretary', 'college'] as const).map((by) => ({ by, name: '某', at: now }));
  expect(about({ approvals: { needed: [], given } }).lastGiven).toBe('college');
  expect(about({ approvals: { needed: [], given: given.slice(0, 1) } }).lastGiven).toBe('secretary');
  expect(about({}).lastGiven).toBeUndefined();
  expect(about({}).isUntouched).toBe(false);
  expect(about({ timeline: [entry('choose-way', 'secretary')] }).isUntouched).toBe(true);
});

describe('what the college wrote down from the list', () => {
  const seen = entry.bind(undefined, 'confirm-arrived', 'teacher');
  const from = { seenOnSystem: true, from: 'submitted' };
  const cameFrom = (timeline: Transfer['timeline'], at = now) => about({ timeline }, at).cameFrom;

  it('can be taken back to where it came from until the day ends', () => {
    expect(cameFrom([entry('submit', 'graduate'), seen(from)])).toBe('submitted');
    expect(cameFrom([seen(from)])).toBe('submitted');
    expect(cameFrom([seen(from)], now + DAY_MS)).toBeUndefined();
  });

  it('can be taken back though it was completed by itself, not when somebody completed it', () => {
    expect(cameFrom([seen(from), entry('complete', 'system')])).toBe('submitted');
    expect(cameFrom([seen(from), entry('complete', 'teacher')])).toBeUndefined();
    expect(cameFrom([seen(from), entry('tick', 'system')])).toBeUndefined();
  });

  it('cannot be taken back once something has happened since, nor where nothing came from the list', () => {
    expect(cameFrom([seen(from), entry('tick', 'teacher')])).toBeUndefined();
    expect(cameFrom([entry('submit', 'graduate')])).toBeUndefined();
    expect(cameFrom([])).toBeUndefined();
  });
});
