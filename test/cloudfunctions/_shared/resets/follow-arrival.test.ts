/** Nobody goes on looking for a code for somebody whose transfer is through, whoever has written that down. */
import type { Transfer } from '../../../../cloudfunctions/_shared/store/records';
import { takeStep } from '../../../../cloudfunctions/_shared/transfers/take-step';
import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { damaged } from '../../support/damage';
import {
  choose,
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

const request = () => world.store.all('resetRequests')[0];
const transfer = (): Transfer => {
  const [found] = world.store.all('transfers');
  if (!found) throw new Error('nothing is under way');
  return found;
};
const ask = async () =>
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {})).resetRequest.id;
const escalate = async (requestId: string) =>
  dataOf(
    await world.call(SECRETARY, 'secretary', 'escalateResetRequest', { requestId, reason: '列表里找不到' }),
  );
const accepted = () => ({ version: transfer().version, outcome: 'accepted' }) as const;
const bySecretary = async () =>
  dataOf(
    await world.call(SECRETARY, 'secretary', 'confirmStatus', {
      memberId: transfer().memberId,
      ...accepted(),
    }),
  );
const byTeacher = async () =>
  dataOf(
    await world.call(TEACHER, 'teacher', 'confirmStatus', { transferId: transfer()._id, ...accepted() }),
  );
const byThemselves = async () => dataOf(await world.call(GRADUATE, 'graduate', 'report', accepted()));
const unreadAboutCodes = () =>
  world.store.all('notices').filter(({ kind, readAt }) => kind.startsWith('code-') && readAt === null);

describe('a request for a code, once it is written down that its owner has arrived', () => {
  it.each([
    ['by the college from the official list, before anything is handed in', byTeacher, choose],
    ['by the college', byTeacher, submitEmployed],
    ['by the secretary', bySecretary, submitEmployed],
    ['by the owner', byThemselves, submitEmployed],
  ])('ends: %s', async (_how, arrive, begin) => {
    await begin(world, GRADUATE);
    world.world.now += HOUR_MS;
    await ask();
    await arrive();
    expect(request()).toMatchObject({
      state: 'closed',
      handler: { role: 'secretary', name: '团支书' },
      closedReason: '转接已经办完，不用再拿验证码了。',
      escalatesAt: null,
    });
    expect(dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {})).waiting).toEqual([]);
    await world.tick();
    expect(unreadAboutCodes()).toEqual([]);
  });

  it('ends on the teacher’s desk, too', async () => {
    await submitEmployed(world, GRADUATE);
    await escalate(await ask());
    await byTeacher();
    expect(request()).toMatchObject({ state: 'closed', handler: { name: '学院团委老师' } });
    expect(dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' })).items).toEqual([]);
    expect(unreadAboutCodes()).toEqual([]);
  });

  it('stays when the code was given, and when it is asked for only afterwards', async () => {
    await submitEmployed(world, GRADUATE);
    const requestId = await ask();
    dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' }));
    await byTeacher();
    expect(request()).toMatchObject({ state: 'issued', handler: { name: '周敏' } });
  });
});

it('ends with a keeping that the college has brought to its end', async () => {
  await submitEmployed(world, GRADUATE);
  world.store.plant('transfers', { ...transfer(), state: 'recorded', waitsFor: 'nobody' });
  await ask();
  const actor = { role: 'teacher', name: '王芳', accountId: TEACHER } as const;
  dataOf(await takeStep(world.ports, transfer(), { step: 'complete', actor }));
  expect(request()).toMatchObject({ state: 'closed' });
});

it('stays open for whoever asks after they have arrived', async () => {
  await submitEmployed(world, GRADUATE);
  await byTeacher();
  expect(transfer().state).toBe('accepted');
  await ask();
  world.store.plant('transfers', { ...transfer(), offline: [] });
  await world.tick();
  expect(request()?.state).toBe('waiting');
});

it('does not keep an arrival from being written down where it fails', async () => {
  await submitEmployed(world, GRADUATE);
  await ask();
  const find = world.store.find;
  world.ports.store.find = async (collection, query) => {
    if (collection === 'resetRequests') throw new Error('disk');
    return find(collection, query);
  };
  await byTeacher();
  expect(transfer().state).toBe('accepted');
  expect(world.logged).toContainEqual(expect.objectContaining({ event: 'telling-failed' }));
});

describe('an arrival that was written down by mistake and is taken back', () => {
  const takeBack = async () => {
    const { _id: transferId, version } = transfer();
    const items = [{ transferId, version }];
    dataOf(await world.call(TEACHER, 'teacher', 'batchDecide', { decision: 'undo-evidence', items }));
    expect(transfer().state).not.toBe('accepted');
  };

  it('lets the request wait again for the secretary, with its whole time', async () => {
    await submitEmployed(world, GRADUATE);
    await ask();
    await byTeacher();
    world.world.now += HOUR_MS;
    await takeBack();
    expect(request()).toMatchObject({
      state: 'waiting',
      handler: { role: 'secretary' },
      escalatesAt: world.world.now + 24 * HOUR_MS,
    });
    expect(dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {})).waiting).toHaveLength(1);
    expect(dataOf(await world.call(GRADUATE, 'graduate', 'myData', {})).resetRequests).toEqual([
      expect.not.objectContaining({ closedReason: expect.anything() }),
    ]);
  });

  const endOffice = async () =>
    dataOf(
      await world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: memberNamed(world, '周敏')._id }),
    );
  const assign = async (name: string) =>
    dataOf(
      await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId: memberNamed(world, name)._id }),
    );

  it.each<[string, string, () => Promise<unknown>]>([
    ['nobody is secretary of the branch by now', 'no-secretary', endOffice],
    ['its owner is the secretary by now', 'is-secretary', () => assign('林小雨')],
  ])('lets it wait at the teacher’s at once where %s', async (_how, escalationCause, change) => {
    await submitEmployed(world, GRADUATE);
    await ask();
    await byTeacher();
    await change();
    world.world.now += HOUR_MS;
    await takeBack();
    expect(request()).toMatchObject({
      state: 'escalated',
      handler: { role: 'teacher', name: '王芳' },
      escalationCause,
      escalatedAt: world.world.now,
      escalatesAt: null,
    });
    const { items } = dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'code' }));
    expect(items.map(({ memberName }) => memberName)).toEqual(['林小雨']);
    await world.tick();
    expect(unreadAboutCodes().map(({ kind, accountId }) => [kind, accountId])).toEqual([
      ['code-escalated', TEACHER],
    ]);
  });

  it('lets it wait for the secretary who has taken over, or whose branch cannot be read', async () => {
    await submitEmployed(world, GRADUATE);
    await ask();
    await byTeacher();
    await assign('陈晨');
    await endOffice();
    const [branch] = world.store.all('branches').filter(({ _id }) => _id === request()?.branchId);
    await takeBack();
    expect(request()).toMatchObject({ state: 'waiting', handler: { role: 'secretary', name: '陈晨' } });
    await byTeacher();
    world.store.plant('branches', damaged('branches', branch!, 'newer'));
    await takeBack();
    expect(request()).toMatchObject({ state: 'waiting', handler: { role: 'secretary', name: '团支书' } });
  });

  it('puts it back on the teacher’s desk', async () => {
    await submitEmployed(world, GRADUATE);
    await escalate(await ask());
    await byTeacher();
    await takeBack();
    expect(request()).toMatchObject({ state: 'escalated', handler: { role: 'teacher' }, escalatesAt: null });
  });

  it('does not open one that a teacher has ended', async () => {
    await submitEmployed(world, GRADUATE);
    const requestId = await ask();
    await escalate(requestId);
    dataOf(await world.call(TEACHER, 'teacher', 'closeResetRequest', { requestId, reason: '已经当面办好' }));
    await byTeacher();
    await takeBack();
    expect(request()).toMatchObject({ state: 'closed', closedReason: '已经当面办好' });
  });
});
