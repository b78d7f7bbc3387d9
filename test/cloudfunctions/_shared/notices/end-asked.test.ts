/** What staff were asked and is done is not left unread in their inboxes. */
import { endAsked } from '../../../../cloudfunctions/_shared/notices/end-asked';
import { HOUR_MS, MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import {
  CLASSMATE,
  employedSubmission,
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const unread = (openid: string) =>
  world.store
    .all('notices')
    .filter(({ accountId, readAt }) => accountId === openid && readAt === null)
    .map(({ kind, title }) => `${kind} ${title.slice(0, 3)}`);
/** Hands in once more what had come back. */
const again = async () => {
  const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
  const submission = await employedSubmission(world, GRADUATE, transfer?.version ?? 0);
  const done = dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
  await world.tick();
  return done.transfer;
};
const stored = (id: string) => world.store.all('transfers').find(({ _id }) => _id === id)!;
const decide = async (
  { id: transferId, version }: { id: string; version: number },
  decision: 'approve' | 'return',
) =>
  dataOf(
    await world.call(TEACHER, 'teacher', 'decide', {
      transferId,
      version,
      decision,
      seenOnSystem: false,
      ...(decision === 'return' ? { reason: '名称不完整' } : {}),
    }),
  );

it.each(['approve', 'return'] as const)(
  'a teacher has nothing to read of what one of them did: %s',
  async (decision) => {
    const submitted = await submitEmployed(world, GRADUATE);
    await submitEmployed(world, CLASSMATE);
    expect(unread(TEACHER)).toEqual(['approval-waiting 林小雨', 'approval-waiting 陈晨的']);
    await decide(submitted, decision);
    expect(unread(TEACHER)).toEqual(['approval-waiting 陈晨的']);
  },
);

it('nor of what the graduate has taken back', async () => {
  const { version } = await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version }));
  expect(unread(TEACHER)).toEqual([]);
});

it('nor of a refusal once it is handed in again, nor of a changed situation', async () => {
  const { version } = await submitEmployed(world, GRADUATE);
  const report = { version, outcome: 'refused', reason: '名称不对' } as const;
  dataOf(await world.call(GRADUATE, 'graduate', 'report', report));
  expect(unread(TEACHER)).toEqual(['refusal-waiting 林小雨']);
  const handedIn = await again();
  expect(unread(TEACHER)).toEqual(['approval-waiting 林小雨']);
  const change = { wayId: 'employed', routeId: 'direct', version: handedIn.version };
  dataOf(await world.call(GRADUATE, 'graduate', 'changeSituation', change));
  await world.tick();
  expect(unread(TEACHER)).toEqual(['situation-changed 林小雨']);
  await again();
  expect(unread(TEACHER)).toEqual(['approval-waiting 林小雨']);
});

it('what happened to a graduate stays theirs to read', async () => {
  const submitted = await submitEmployed(world, GRADUATE);
  await decide(submitted, 'return');
  await world.tick();
  expect(unread(GRADUATE)).toEqual(['returned 学院退']);
  await again();
  expect(unread(GRADUATE)).toEqual(['returned 学院退']);
});

describe('a request for a code, of which its staff have unread messages', () => {
  const ask = async (openid = GRADUATE) =>
    dataOf(await world.call(openid, 'graduate', 'requestResetCode', {})).resetRequest;
  const escalated = async () => {
    const { id: requestId } = await ask();
    const handedOn = { requestId, reason: '列表里找不到' };
    dataOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', handedOn));
    return requestId;
  };
  const confirmLogin = async () => dataOf(await world.call(GRADUATE, 'graduate', 'confirmLogin', {}));
  const code = '836214';

  it('leaves the secretary none once it is with the teacher', async () => {
    await ask(CLASSMATE);
    await escalated();
    expect(unread(SECRETARY)).toEqual(['code-requested 陈晨在']);
    expect(unread(TEACHER)).toEqual(['code-escalated 林小雨']);
  });

  it('nor once it has gone there by the clock, their reminder included', async () => {
    await ask();
    world.world.now += 22 * HOUR_MS + MINUTE_MS;
    await world.tick();
    expect(unread(SECRETARY)).toHaveLength(2);
    world.world.now += 2 * HOUR_MS;
    await world.tick();
    expect(unread(SECRETARY)).toEqual([]);
    expect(unread(TEACHER)).toHaveLength(1);
  });

  it('nor once whoever waits is the secretary themselves', async () => {
    await ask();
    await world.tick();
    expect(unread(SECRETARY)).toHaveLength(1);
    const { _id: memberId } = memberNamed(world, '林小雨');
    dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId }));
    await world.tick();
    expect(unread(SECRETARY)).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'another teacher gave the code',
      async () => {
        const requestId = await escalated();
        dataOf(await world.call(TEACHER, 'teacher', 'issueResetCode', { requestId, code }));
      },
    ],
    [
      'another teacher ended it',
      async () => {
        const requestId = await escalated();
        const ended = { requestId, reason: '已经登录了' };
        dataOf(await world.call(TEACHER, 'teacher', 'closeResetRequest', ended));
      },
    ],
    [
      'the secretary gave the code',
      async () => {
        const { id: requestId } = await ask();
        dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code }));
      },
    ],
    [
      'its owner can log in, before it was handed on',
      async () => {
        await ask();
        return confirmLogin();
      },
    ],
    [
      'its owner can log in, after it was handed on',
      async () => {
        await escalated();
        return confirmLogin();
      },
    ],
    [
      'its owner has handed in',
      async () => {
        await escalated();
        world.world.now += HOUR_MS;
        return submitEmployed(world, GRADUATE);
      },
    ],
  ])('leaves nobody one once %s', async (_how, end) => {
    await end();
    const left = [...unread(TEACHER), ...unread(SECRETARY)];
    expect(left.filter((notice) => notice.startsWith('code-'))).toEqual([]);
  });
});

it('looks for nothing where nobody was asked, and stops no step where it fails', async () => {
  const submitted = await submitEmployed(world, GRADUATE);
  const transfer = stored(submitted.id);
  const look = jest.spyOn(world.store, 'find');
  await endAsked(world.ports, transfer, transfer);
  await endAsked(world.ports, { ...transfer, state: 'draft', waitsFor: 'graduate' }, transfer);
  expect(look).not.toHaveBeenCalled();
  look.mockRejectedValueOnce(new Error('disk'));
  await endAsked(world.ports, transfer, { ...transfer, state: 'withdrawn', waitsFor: 'graduate' });
  expect(world.logged).toContainEqual(expect.objectContaining({ event: 'telling-failed' }));
});
