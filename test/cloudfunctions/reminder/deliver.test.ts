import { DAY_MS, HOUR_MS } from '../../../miniprogram/domain/calendar/china-time';
import { UNDO_APPROVAL_MS } from '../../../miniprogram/domain/transfer/approving';
import type { SendOutcome } from '../../../cloudfunctions/_shared/platform/ports';
import { outcomeOf, UNKNOWN_CODE } from '../../../cloudfunctions/_shared/platform/send-outcome';
import { reminderEntry } from '../../../cloudfunctions/reminder/entry';
import { OFFERED_RULEBOOKS } from '../../../miniprogram/rulebooks';
import {
  ADMIN,
  giveCredits,
  GRADUATE,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../support/people';
import { dataOf, type World } from '../support/world';

const MINUTE = 60_000;
let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

/** One notice to the secretary, due now. */
const askForCode = async () =>
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {})).resetRequest;
const asked = () => {
  const notice = world.store.all('notices').find(({ kind }) => kind === 'code-requested');
  if (!notice) throw new Error('no notice was planned');
  return notice;
};
const creditsOf = (openid: string) =>
  world.store.all('accounts').find(({ _id }) => _id === openid)?.credits.task;

const codes: [number, SendOutcome['kind']][] = [
  [0, 'sent'],
  [43101, 'no-credit'],
  [47003, 'invalid'],
  [40003, 'invalid'],
  [40037, 'invalid'],
  [41030, 'invalid'],
  [45009, 'busy'],
  [-1, 'busy'],
  [43108, 'busy'],
  [45168, 'invalid'],
  [-604101, 'denied'],
  [-604100, 'denied'],
  [-502003, 'denied'],
  [48001, 'denied'],
  [40001, 'denied'],
  [43107, 'denied'],
  [-504003, 'unknown'],
  [-501001, 'unknown'],
  [UNKNOWN_CODE, 'unknown'],
];
it.each(codes)('takes WeChat’s %i for %s', (code, kind) => {
  expect(outcomeOf(code)).toEqual({ kind, code });
});

const outcomes: [SendOutcome['kind'], string, number, number][] = [
  // outcome, status, credits left of 3, sends within the next minutes
  ['sent', 'sent', 2, 1],
  // Asked once more, for the ledger said otherwise.
  ['no-credit', 'no-credit', 0, 2],
  ['invalid', 'invalid', 3, 1],
];
it.each(outcomes)('%s is final', async (kind, status, credits, sends) => {
  await giveCredits(world, SECRETARY, 3);
  await askForCode();
  world.world.answer = () => ({ kind, code: 1 }) as SendOutcome;
  for (let run = 0; run < 5; run += 1) {
    await world.tick();
    world.world.now += MINUTE;
  }
  expect(asked()).toMatchObject({ status });
  expect(creditsOf(SECRETARY)).toBe(credits);
  expect(world.sent).toHaveLength(sends);
});

it('tries a busy WeChat again, ever later, and gives up in the end', async () => {
  await giveCredits(world, SECRETARY, 1);
  await askForCode();
  world.world.answer = () => ({ kind: 'busy', code: 45009 });
  const sentAt: number[] = [];
  for (let run = 0; run < 24 * 60 && asked().status !== 'dead' && asked().status !== 'too-late'; run += 1) {
    const before = world.sent.length;
    await world.tick();
    if (world.sent.length > before) sentAt.push(world.world.now);
    world.world.now += MINUTE;
  }
  const gaps = sentAt.slice(1).map((at, index) => (at - (sentAt[index] ?? 0)) / MINUTE);
  expect(gaps).toEqual([1, 2, 4, 8, 16, 32, 64]);
  expect(asked().status).toBe('dead');
  expect(creditsOf(SECRETARY)).toBe(1);
});

it('sends one person both messages of two runs that overlap, each once', async () => {
  await giveCredits(world, SECRETARY, 2);
  await askForCode();
  const laterRun = async () => {
    world.store.plant('notices', {
      ...asked(),
      _id: 'n-later',
      status: 'planned',
      leaseId: null,
      attempts: 0,
    });
    world.world.answer = () => ({ kind: 'busy', code: 43108 });
    await world.tick();
  };
  world.world.answer = async () => {
    await laterRun();
    return { kind: 'sent' };
  };
  await world.tick();
  const later = () => world.store.all('notices').find(({ _id }) => _id === 'n-later');
  expect([asked().status, later()?.status]).toEqual(['sent', 'planned']);
  world.world.answer = () => ({ kind: 'sent' });
  world.world.now += MINUTE;
  expect(await world.tick()).toMatchObject({ delivered: { sent: 1 } });
  expect(later()?.status).toBe('sent');
  expect(creditsOf(SECRETARY)).toBe(0);
});

it('gives nothing up that WeChat was not asked for, however long the database fails', async () => {
  await giveCredits(world, SECRETARY, 1);
  await askForCode();
  const { lookUp } = world.ports.store;
  const refusal = { errCode: -501001, errMsg: 'request timeout' };
  world.ports.store.lookUp = (collection, ids) =>
    collection === 'accounts' ? Promise.reject(refusal as unknown as Error) : lookUp(collection, ids);
  for (let minute = 0; minute < 30; minute += 1) {
    await world.tick();
    world.world.now += MINUTE;
  }
  expect(asked()).toMatchObject({ status: 'planned', attempts: 0 });
  world.ports.store.lookUp = lookUp;
  expect(await world.tick()).toMatchObject({ delivered: { sent: 1 } });
});

it('gives up after some attempts what a bug keeps from being sent', async () => {
  await giveCredits(world, SECRETARY, 1);
  await askForCode();
  const { lookUp } = world.ports.store;
  world.ports.store.lookUp = (collection, ids) =>
    collection === 'accounts' ? Promise.reject(new TypeError('no such thing')) : lookUp(collection, ids);
  for (let hour = 0; hour < 10; hour += 1) {
    await world.tick();
    world.world.now += HOUR_MS;
  }
  expect(asked()).toMatchObject({ status: 'dead', attempts: 8 });
});

it('sends once more after an unknown outcome, when the lease has ended', async () => {
  await giveCredits(world, SECRETARY, 2);
  await askForCode();
  world.world.answer = () => ({ kind: 'unknown', code: UNKNOWN_CODE });
  await world.tick();
  await world.tick();
  expect(world.sent).toHaveLength(1);
  world.world.answer = () => ({ kind: 'sent' });
  world.world.now += MINUTE;
  await world.tick();
  expect(world.sent).toHaveLength(2);
  expect(asked()).toMatchObject({ status: 'sent', attempts: 2 });
});

it('picks up what a crashed sender left behind', async () => {
  await giveCredits(world, SECRETARY, 1);
  await askForCode();
  world.world.answer = () => {
    throw new Error('crash');
  };
  expect(await world.tick()).toMatchObject({ delivered: { failed: 1 } });
  expect(asked().status).toBe('sending');
  world.world.answer = () => ({ kind: 'sent' });
  world.world.now += MINUTE;
  expect(await world.tick()).toMatchObject({ delivered: { sent: 1 } });
});

it('does not call WeChat without a credit, and shows the notice in the inbox all the same', async () => {
  await askForCode();
  expect(await world.tick()).toMatchObject({ delivered: { 'not-asked': 1 } });
  expect(world.sent).toEqual([]);
  const inbox = dataOf(await world.call(SECRETARY, 'account', 'messages', {}));
  expect(inbox).toMatchObject({ unread: 1, notices: [{ kind: 'code-requested', read: false }] });
  const ids = inbox.notices.map(({ id }) => id);
  dataOf(await world.call(GRADUATE, 'account', 'markRead', { ids }));
  expect(dataOf(await world.call(SECRETARY, 'account', 'messages', {})).unread).toBe(1);
  dataOf(await world.call(SECRETARY, 'account', 'markRead', { ids }));
  expect(dataOf(await world.call(SECRETARY, 'account', 'messages', {})).unread).toBe(0);
});

it('drops what is too late to be of use', async () => {
  await giveCredits(world, GRADUATE, 3);
  const { id: transferId, version } = await submitEmployed(world, GRADUATE);
  const decision = { transferId, version, decision: 'approve', seenOnSystem: true } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
  world.world.now += 7 * DAY_MS + UNDO_APPROVAL_MS + 1;
  expect(await world.tick()).toMatchObject({ delivered: { 'too-late': 1 } });
  const { notices } = dataOf(await world.call(GRADUATE, 'account', 'messages', {}));
  expect(notices.map(({ kind }) => kind)).not.toContain('approved');
});

it('never sends one notice twice when five timers run at once', async () => {
  await giveCredits(world, SECRETARY, 5);
  await askForCode();
  await Promise.all(Array.from({ length: 5 }, () => world.tick()));
  expect(world.sent).toHaveLength(1);
});

const approve = async () => {
  const [transfer] = world.store.all('transfers');
  const { _id: transferId = '', version = 0 } = transfer ?? {};
  const decision = { transferId, version, decision: 'approve', seenOnSystem: true } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
};

it('tells nobody to press the receiver before the college has approved', async () => {
  await giveCredits(world, GRADUATE, 5);
  const { deadlineAt } = await submitEmployed(world, GRADUATE);
  const pressed = () => world.sent.filter(({ template }) => template === 'deadline').length;
  while (world.world.now < (deadlineAt ?? 0) - 2 * DAY_MS) {
    await world.tick();
    world.world.now += HOUR_MS;
  }
  expect(pressed()).toBe(0);
  await approve();
  while (world.world.now < (deadlineAt ?? 0)) {
    await world.tick();
    world.world.now += HOUR_MS;
  }
  expect(pressed()).toBe(1);
});

/** Credits for deadlines, and how many days before the deadline's moment WeChat's messages came; 0 is the time-out. */
const spendings: [string, number, number[]][] = OFFERED_RULEBOOKS.flatMap(
  ({ id }): [string, number, number[]][] => [
    [id, 1, [3]],
    [id, 2, [3, 0]],
    [id, 3, [3, 1, 0]],
    [id, 6, [7, 3, 1, 0]],
  ],
);
it.each(spendings)(
  'in the days of %s spends %i credits on what is most valuable',
  async (rulebookId, credits, days) => {
    dataOf(await world.call(ADMIN, 'teacher', 'openSeason', { id: '2027', name: '2027届', rulebookId }));
    await giveCredits(world, GRADUATE, credits);
    const { deadlineAt } = await submitEmployed(world, GRADUATE);
    await approve();
    const sentAt: number[] = [];
    while (world.world.now < (deadlineAt ?? 0) + DAY_MS) {
      const before = world.sent.length;
      await world.tick();
      if (world.sent.slice(before).some(({ template }) => template === 'deadline'))
        sentAt.push(world.world.now);
      world.world.now += HOUR_MS;
    }
    // An hour after the deadline is minus zero days.
    expect(sentAt.map((at) => Math.round(((deadlineAt ?? 0) - at) / DAY_MS) || 0)).toEqual(days);
    // What WeChat was not asked for stands in the inbox all the same.
    const { notices } = dataOf(await world.call(GRADUATE, 'account', 'messages', {}));
    const reminded = notices.filter(({ kind }) => kind === 'deadline-near' || kind === 'timed-out');
    expect(reminded).toHaveLength(4);
  },
);

it.each([
  ['at night waits for the morning', '2027-05-10T23:10:00+08:00', '2027-05-11T08:00:00+08:00'],
  ['a moment before the night goes out', '2027-05-10T21:59:00+08:00', '2027-05-10T21:59:00+08:00'],
])('news %s; the inbox has it at once, and it counts as prompt', async (_case, happened, told) => {
  await giveCredits(world, SECRETARY, 1);
  world.world.now = Date.parse(happened);
  await askForCode();
  const { unread } = dataOf(await world.call(SECRETARY, 'account', 'messages', {}));
  expect(unread).toBe(1);
  const sentAt: number[] = [];
  for (let minute = 0; minute < 12 * 60; minute += 1) {
    const before = world.sent.length;
    await world.tick();
    if (world.sent.length > before) sentAt.push(world.world.now);
    world.world.now += MINUTE;
  }
  expect(sentAt).toEqual([Date.parse(told)]);
  expect(asked()).toMatchObject({ status: 'sent', isPrompt: true });
});

it('empties a thousand due notices in one run, each once', async () => {
  await askForCode();
  const template = asked();
  await world.store.transact(async (tx) => {
    for (let number = 0; number < 1000; number += 1) {
      const accountId = `oReader${number % 200}`;
      tx.put('notices', { ...template, _id: `n-${number}`, accountId });
    }
    for (const branch of world.store.all('branches')) {
      const readers = Array.from({ length: 200 }, (_, number) => ({
        accountId: `oReader${number}`,
        name: '',
      }));
      tx.put('branches', { ...branch, secretaries: [...branch.secretaries, ...readers] });
    }
    return { ok: true, data: undefined };
  });
  const { delivered } = await world.tick();
  expect(delivered['not-asked']).toBe(1001);
});

const events: [string, string | undefined, unknown][] = [
  ['the timer’s event from a client', GRADUATE, { Type: 'Timer' }],
  ['another event without a caller', undefined, { action: 'sweep' }],
];
it.each(events)('refuses %s', async (_case, openid, event) => {
  const main = reminderEntry({ ports: () => world.ports, openid: () => openid });
  expect(await main(event)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
});

it('goes on with the other jobs when one breaks', async () => {
  await giveCredits(world, SECRETARY, 1);
  await askForCode();
  const { find } = world.ports.store;
  world.ports.store.find = (collection, query) =>
    collection === 'transfers' ? Promise.reject(new Error('down')) : find(collection, query);
  expect(await world.tick()).toMatchObject({ timedOut: 0, delivered: { sent: 1 } });
});

it('asks nobody when the cause is gone although nothing cancelled the notice', async () => {
  await giveCredits(world, SECRETARY, 1);
  const { id } = await askForCode();
  await world.store.transact(async (tx) => {
    const request = await tx.get('resetRequests', id);
    if (request) tx.put('resetRequests', { ...request, state: 'solved' });
    return { ok: true, data: undefined };
  });
  expect(await world.tick()).toMatchObject({ delivered: { gone: 1 } });
  expect(world.sent).toEqual([]);
  expect(asked().status).toBe('cancelled');
});

it('never takes from the ledger what it no longer has, and keeps a top-up of meanwhile', async () => {
  await giveCredits(world, SECRETARY, 1);
  await askForCode();
  const ledger = async (credits: number) => {
    await world.store.transact(async (tx) => {
      const account = await tx.get('accounts', SECRETARY);
      if (account) tx.put('accounts', { ...account, credits: { ...account.credits, task: credits } });
      return { ok: true, data: undefined };
    });
  };
  world.world.answer = async () => {
    await ledger(0);
    return { kind: 'sent' };
  };
  await world.tick();
  expect(creditsOf(SECRETARY)).toBe(0);
  await ledger(2);
  await world.store.transact(async (tx) => {
    const again = { status: 'planned', nextAt: world.world.now, leaseId: null, errorCode: 43101 } as const;
    tx.put('notices', { ...asked(), ...again });
    return { ok: true, data: undefined };
  });
  world.world.answer = async () => {
    await ledger(3);
    return { kind: 'no-credit', code: 43101 };
  };
  await world.tick();
  expect(creditsOf(SECRETARY)).toBe(1);
});

it('keeps the ledger when WeChat takes at the second time what it refused at the first', async () => {
  await giveCredits(world, SECRETARY, 3);
  await askForCode();
  world.world.answer = () => ({ kind: 'no-credit', code: 43101 });
  await world.tick();
  expect(asked()).toMatchObject({ status: 'planned', errorCode: 43101 });
  expect(creditsOf(SECRETARY)).toBe(3);
  world.world.answer = () => ({ kind: 'sent' });
  world.world.now += 2 * MINUTE;
  await world.tick();
  expect(asked()).toMatchObject({ status: 'sent', errorCode: null });
  expect(creditsOf(SECRETARY)).toBe(2);
});

describe('when WeChat takes nothing of ours', () => {
  const denied = -604101;
  const openCodes = () => world.store.all('notices').filter(({ kind }) => kind === 'code-requested');
  beforeEach(async () => {
    await giveCredits(world, SECRETARY, 3);
    await askForCode();
    world.world.answer = () => ({ kind: 'denied', code: denied });
  });

  it('asks once in a while, counts no attempt, and spends nothing', async () => {
    for (let minute = 0; minute < 3 * 60; minute += 1) {
      await world.tick();
      world.world.now += MINUTE;
    }
    expect(world.sent.length).toBeLessThanOrEqual(18);
    expect(asked()).toMatchObject({ status: 'planned', attempts: 0 });
    expect(creditsOf(SECRETARY)).toBe(3);
  });

  it('raises one alarm, of nobody’s college, and sends by itself once that is mended', async () => {
    await world.tick();
    world.world.now += 10 * MINUTE;
    await world.tick();
    expect(world.store.all('alarms')).toMatchObject([
      { _id: `denied-${denied}`, cause: 'refused', code: denied, collegeId: null },
    ]);
    world.world.answer = () => ({ kind: 'sent' });
    world.world.now += 10 * MINUTE;
    await world.tick();
    expect(openCodes().map(({ status }) => status)).toEqual(['sent']);
  });
});
