import readXlsxFile from 'read-excel-file/node';
import type { Request } from '../../../../miniprogram/contract';
import { placeKey } from '../../../../miniprogram/domain/text/keys';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { UNDO_APPROVAL_MS } from '../../../../miniprogram/domain/transfer/approving';
import { tellDue } from '../../../../cloudfunctions/_shared/notices/telling/tell-events';
import { removeOldReconciles } from '../../../../cloudfunctions/_shared/roster/remove-reconciles';
import { timelineOf } from '../../../../cloudfunctions/_shared/store/records/timeline';
import {
  ADMIN,
  CLASSMATE,
  choose,
  foundUniversity,
  giveCredits,
  GRADUATE,
  memberNamed,
  OTHER_TEACHER,
  SECRETARY,
  signInAll,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { openSheet, putFile, sheet } from '../../support/sheets';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
  await signInAll(world, university);
});

type Kind = 'members' | 'outgoing';
const OPTICS = '光电2302团支部';
const ID_NUMBER = '310110200403071234';

const stateOf = (name: string) => {
  const { _id } = memberNamed(world, name);
  return world.store.all('transfers').find(({ memberId }) => memberId === _id)?.state;
};

const approve = async (openid: string) => {
  const { id: transferId, version } = await submitEmployed(world, openid);
  dataOf(
    await world.call(TEACHER, 'teacher', 'decide', {
      transferId,
      version,
      decision: 'approve',
      seenOnSystem: false,
    }),
  );
};

const MEMBERS = ['序号', '姓名', '身份证号', '所在团支部'];
const member = (name: string, branch = `共青团示例大学光电学院${OPTICS}`) => ['1', name, ID_NUMBER, branch];

const readFile = async (rows: string[][], headings: readonly string[] = MEMBERS, kind: Kind = 'members') => {
  const fileId = await putFile(world, TEACHER, await sheet(rows, headings));
  return world.call(TEACHER, 'teacher', 'reconcileRead', {
    collegeId: university.collegeId,
    kind,
    from: { source: 'file', fileId },
  });
};
const paste = (text: string, kind: Kind = 'members') =>
  world.call(TEACHER, 'teacher', 'reconcileRead', {
    collegeId: university.collegeId,
    kind,
    from: { source: 'paste', text },
  });

const opticsId = () => memberNamed(world, '周敏').branchId;
const compare = async (runId: string, covered: string[] = [opticsId()]) =>
  dataOf(await world.call(TEACHER, 'teacher', 'reconcileCompare', { runId, covered })).run;
const rows = async (runId: string, kind: Request<'teacher', 'reconcileRows'>['kind']) =>
  dataOf(await world.call(TEACHER, 'teacher', 'reconcileRows', { runId, kind }));
const settle = async (
  runId: string,
  kind: Request<'teacher', 'reconcileSettle'>['kind'],
  memberIds?: string[],
) => dataOf(await world.call(TEACHER, 'teacher', 'reconcileSettle', { runId, kind, memberIds })).run;
/** For people who have begun nothing here. */
const settleBy = (runId: string, wayId: string, memberIds?: string[]) => {
  const way = { wayId, routeId: 'direct' };
  return world.call(TEACHER, 'teacher', 'reconcileSettle', { runId, kind: 'left-unsaid', memberIds, way });
};
const undo = async (runId: string) =>
  dataOf(await world.call(TEACHER, 'teacher', 'reconcileUndo', { runId })).run;

it('reads a list, strikes ID numbers and leaves nothing of the file', async () => {
  const { run } = dataOf(await readFile([member('周敏'), member('陈晨'), member('无名氏')]));
  expect(run).toMatchObject({ state: 'read', lines: 3, struckIds: true, unknown: 1 });
  expect(run.branches.find(({ name }) => name === OPTICS)).toMatchObject({ listed: 3, known: 3 });
  expect(world.stored.size).toBe(0);
  expect(JSON.stringify(world.store.all('reconcileParts'))).not.toContain('310110');
});

it('confirms who was approved here and is gone from a branch covered in full, and can take it back that day', async () => {
  await approve(GRADUATE);
  const waitingSince = () => world.store.all('transfers')[0]?.waitingSince;
  const before = waitingSince();
  world.world.now += HOUR_MS;
  const { run } = dataOf(await readFile([member('周敏'), member('陈晨')]));
  expect((await compare(run.id)).findings.arrived).toEqual({ open: 1, done: 0, changed: 0 });
  expect((await rows(run.id, 'arrived')).people).toMatchObject([
    { name: '林小雨', shown: 'approved', status: 'open' },
  ]);

  const settled = await settle(run.id, 'arrived');
  expect(settled.findings.arrived).toEqual({ open: 0, done: 1, changed: 0 });
  expect(stateOf('林小雨')).toBe('accepted');
  const [transfer] = world.store.all('transfers');
  expect(transfer && timelineOf(transfer).at(-1)).toMatchObject({
    step: 'confirm-arrived',
    seenOnSystem: true,
  });
  expect(settled.undoUntil).not.toBeNull();
  const written = () => world.store.all('audits').filter(({ action }) => action === 'reconcile');
  expect(written().map(({ facts }) => facts)).toEqual([{ rows: 'arrived', written: 1 }]);
  await settle(run.id, 'arrived');
  expect(written()).toHaveLength(1);

  expect((await undo(run.id)).findings.arrived).toEqual({ open: 1, done: 0, changed: 0 });
  expect(stateOf('林小雨')).toBe('approved');
  expect(waitingSince()).toBe(before);
  expect((await settle(run.id, 'arrived')).findings.arrived.done).toBe(1);
  expect(stateOf('林小雨')).toBe('accepted');
});

describe('what the college saw and took back', () => {
  const arrivals = () => world.store.all('notices').filter(({ kind }) => kind === 'accepted');
  const seeArrived = async () => {
    await approve(GRADUATE);
    await giveCredits(world, GRADUATE, 5);
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
    world.sent.length = 0;
    const { run } = dataOf(await readFile([member('周敏'), member('陈晨')]));
    await compare(run.id);
    await settle(run.id, 'arrived');
    return run.id;
  };
  const sentTo = () =>
    world.sent.filter(({ openid }) => openid === GRADUATE).map(({ fields }) => fields['about']);
  const inbox = async () => {
    const { notices, unread } = dataOf(await world.call(GRADUATE, 'account', 'messages', {}));
    return {
      titles: notices.map(({ title }) => title).filter((title) => title.includes('团关系到了')),
      unread,
    };
  };
  const ARRIVED = '对方已接收，团关系到了';

  it('within minutes has been told to nobody, and what is seen next is told once', async () => {
    const runId = await seeArrived();
    await world.tick();
    world.world.now += UNDO_APPROVAL_MS - 1;
    await world.tick();
    await undo(runId);
    world.world.now += 1;
    await world.tick();
    expect([sentTo(), arrivals()]).toEqual([[], []]);

    await settle(runId, 'arrived');
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
    expect(sentTo()).toEqual([ARRIVED]);
    world.world.now += DAY_MS;
    await world.tick();
    expect(sentTo()).toEqual([ARRIVED]);
  });

  it('is not told by the first look when only the second stands', async () => {
    const runId = await seeArrived();
    world.world.now += UNDO_APPROVAL_MS - 2;
    await undo(runId);
    await settle(runId, 'arrived');
    world.world.now += 2;
    await world.tick();
    expect(sentTo()).toEqual([]);
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
    expect(sentTo()).toEqual([ARRIVED]);
  });

  it('after its message has gone is corrected in the inbox, and the arrival that comes is told', async () => {
    const runId = await seeArrived();
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
    expect(sentTo()).toEqual([ARRIVED]);
    const { unread } = await inbox();

    await undo(runId);
    expect(await inbox()).toEqual({ titles: [`已更正：${ARRIVED}`], unread: unread - 1 });
    expect(
      dataOf(await world.call(GRADUATE, 'graduate', 'myData', {})).notices.map(({ title }) => title),
    ).toContain(`已更正：${ARRIVED}`);

    world.world.now += DAY_MS;
    await settle(runId, 'arrived');
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
    expect(sentTo()).toEqual([ARRIVED, ARRIVED]);
    expect(await inbox()).toEqual({ titles: [ARRIVED, `已更正：${ARRIVED}`], unread });
  });

  it('is told once where the night held both messages', async () => {
    await approve(GRADUATE);
    await giveCredits(world, GRADUATE, 5);
    const { run } = dataOf(await readFile([member('周敏'), member('陈晨')]));
    await compare(run.id);
    // 23:20 in China: what is told now waits for the morning.
    world.world.now += 13 * HOUR_MS + 20 * MINUTE_MS;
    await world.tick();
    world.sent.length = 0;
    await settle(run.id, 'arrived');
    world.world.now += UNDO_APPROVAL_MS;
    await tellDue(world.ports);
    await undo(run.id);
    await settle(run.id, 'arrived');
    world.world.now += UNDO_APPROVAL_MS;
    await tellDue(world.ports);
    expect(arrivals()).toHaveLength(2);
    world.world.now += 9 * HOUR_MS;
    await world.tick();
    expect(sentTo().filter((about) => about === ARRIVED)).toEqual([ARRIVED]);
  });
});

it('corrects an arrival that was told before the list showed them still here, and tells the one that comes', async () => {
  await approve(GRADUATE);
  const arrive = async () => {
    const [transfer] = world.store.all('transfers');
    const { memberId, version } = transfer!;
    dataOf(
      await world.call(SECRETARY, 'secretary', 'confirmStatus', { memberId, version, outcome: 'accepted' }),
    );
    await world.tick();
  };
  const told = () => world.store.all('notices').filter(({ kind }) => kind === 'accepted').length;
  await arrive();
  expect(told()).toBe(1);
  const { run } = dataOf(await readFile([member('林小雨')]));
  await compare(run.id);
  await settle(run.id, 'still-here');
  const [latest] = dataOf(await world.call(GRADUATE, 'account', 'messages', {})).notices;
  expect(latest?.title).toContain('已更正');
  await arrive();
  expect(told()).toBe(2);
});

it('is told beside the roster while there is somebody to confirm, until it is done or forgotten', async () => {
  const waiting = async () => dataOf(await world.call(TEACHER, 'teacher', 'roster', {})).reconcile;
  await approve(GRADUATE);
  expect(await waiting()).toBeNull();
  const { run } = dataOf(await readFile([member('周敏'), member('陈晨')]));
  expect(await waiting()).toBeNull();
  await compare(run.id);
  expect(await waiting()).toEqual({ arrived: 1, createdAt: run.createdAt });
  await settle(run.id, 'arrived');
  expect(await waiting()).toBeNull();
  await undo(run.id);
  expect(await waiting()).toMatchObject({ arrived: 1 });
  world.world.now += 2 * DAY_MS + HOUR_MS;
  expect(await waiting()).toBeNull();
});

it('names the branch here of people nobody knows, for the roster to take them on', async () => {
  const { run } = dataOf(await readFile([member('无名氏'), member('外人', '别的团支部')]));
  expect((await rows(run.id, 'unknown')).unknown).toMatchObject([
    { name: '无名氏', here: OPTICS },
    { name: '外人', here: null },
  ]);
});

it('knows a branch by the spellings that rosters had, as the roster does', async () => {
  const [branch] = world.store.all('branches').filter(({ name }) => name === OPTICS);
  world.store.plant('branches', { ...branch!, aliases: [placeKey('光电二班')] });
  const { run } = dataOf(await readFile([member('林小雨', '光电二班团支部'), member('无名氏', '光电二班')]));
  expect(run.branches.filter(({ listed }) => listed > 0)).toMatchObject([{ name: OPTICS, listed: 2 }]);
  expect((await rows(run.id, 'unknown')).unknown).toMatchObject([{ name: '无名氏', here: OPTICS }]);
});

it('gives out what is still open as a list that goes within the hour, without what is settled', async () => {
  await approve(GRADUATE);
  const { run } = dataOf(await readFile([member('周敏'), member('无名氏')]));
  await compare(run.id);
  const listed = async () => {
    const { url } = dataOf(await world.call(TEACHER, 'teacher', 'reconcileExport', { runId: run.id }));
    const id = [...world.stored.keys()].find((one) => url.includes(one)) ?? '';
    const [, ...lines] = await openSheet(world.stored.get(id));
    return lines.map(([difference, name]) => `${difference} ${name}`);
  };
  expect(await listed()).toEqual(
    expect.arrayContaining(['这次确认的人 林小雨', '系统里已不在本支部 陈晨', '系统里有、名单没有 无名氏']),
  );
  const exported = () => world.store.all('audits').filter(({ action }) => action === 'export');
  expect(exported()).toMatchObject([
    {
      kind: 'read',
      memberId: null,
      actor: { role: 'teacher', accountId: TEACHER },
      facts: { kind: 'differences' },
    },
  ]);
  await settle(run.id, 'arrived');
  expect(await listed()).not.toContain('这次确认的人 林小雨');
  world.world.now += DAY_MS;
  await world.tick();
  expect([...world.stored.keys()].filter((id) => id.includes('differences'))).toEqual([]);
});

it('takes nothing back on another day', async () => {
  await approve(GRADUATE);
  const { run } = dataOf(await readFile([member('周敏'), member('陈晨')]));
  await compare(run.id);
  await settle(run.id, 'arrived');
  world.world.now += DAY_MS;
  expect((await undo(run.id)).findings.arrived.done).toBe(1);
  expect(stateOf('林小雨')).toBe('accepted');
});

it('proposes no arrival for who was not approved, but lets the college write it down and take it back to where it was', async () => {
  await choose(world, GRADUATE);
  const { run } = dataOf(await readFile([member('周敏'), member('陈晨')]));
  const compared = await compare(run.id);
  expect(compared.findings.arrived.open).toBe(0);
  expect(compared.findings['left-unsaid'].open).toBe(1);
  const { memberId } = (await rows(run.id, 'left-unsaid')).people[0] ?? { memberId: '' };
  await settle(run.id, 'left-unsaid', [memberId]);
  expect(stateOf('林小雨')).toBe('accepted');
  await undo(run.id);
  expect(stateOf('林小雨')).toBe('draft');
});

it('gives what has to be mended its reason back, and what waits for September its day', async () => {
  const { season } = dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
  const national = { version: season.version, changes: { rulebookId: 'national-2022', choices: [] } };
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', national));
  const { version } = await submitEmployed(world, GRADUATE);
  dataOf(
    await world.call(GRADUATE, 'graduate', 'report', { version, outcome: 'refused', reason: '选错了支部' }),
  );
  await choose(world, CLASSMATE, 'further-study');
  const before = world.store.all('transfers');
  expect(before.map(({ state }) => state).sort()).toEqual(['planned', 'refused']);
  const { run } = dataOf(await readFile([member('周敏')]));
  await compare(run.id);
  const ids = before.map(({ memberId }) => memberId);
  await settle(run.id, 'left-unsaid', ids);
  expect([stateOf('林小雨'), stateOf('陈晨')]).toEqual(['accepted', 'accepted']);
  await undo(run.id);
  const facts = ({ memberId, state, reason, opensAt }: (typeof before)[number]) => ({
    memberId,
    state,
    reason,
    opensAt,
  });
  expect(world.store.all('transfers').map(facts)).toEqual(before.map(facts));
});

it('shows the committee its colleges to choose from, and a run by its name', async () => {
  const ask = (openid: string, more: object = {}) => world.call(openid, 'teacher', 'reconcile', more);
  const chosen = dataOf(await ask(ADMIN));
  expect([chosen.college, chosen.run]).toEqual([null, null]);
  expect(chosen.colleges.map(({ name }) => name).sort()).toEqual(['光电学院', '管理学院']);
  const { run } = dataOf(await readFile([member('周敏')]));
  const { collegeId } = university;
  for (const [openid, asked] of [
    [ADMIN, { runId: run.id }],
    [ADMIN, { collegeId }],
    [TEACHER, {}],
  ] as const) {
    const shown = dataOf(await ask(openid, asked));
    expect(shown).toMatchObject({
      college: { id: collegeId, name: '光电学院' },
      colleges: [],
      run: { id: run.id },
    });
  }
  expect(dataOf(await ask(OTHER_TEACHER)).run).toBeNull();
  expect(errorOf(await ask(OTHER_TEACHER, { collegeId }))).toBe('COLLEGE_UNKNOWN');
  expect(errorOf(await ask(ADMIN, { collegeId: 'c-none' }))).toBe('COLLEGE_UNKNOWN');
});

it('writes down who is gone and began nothing here once a way is named, and leaves them open before', async () => {
  const { run } = dataOf(await readFile([member('周敏')]));
  await compare(run.id);
  const { people } = await rows(run.id, 'left-unsaid');
  expect(people.map(({ name, transferId }) => [name, transferId])).toEqual([
    ['林小雨', null],
    ['陈晨', null],
  ]);
  expect((await settle(run.id, 'left-unsaid')).findings['left-unsaid']).toMatchObject({ open: 2, done: 0 });

  const [first] = people;
  const one = dataOf(await settleBy(run.id, 'employed', [first?.memberId ?? ''])).run;
  expect(one.findings['left-unsaid']).toMatchObject({ open: 1, done: 1 });
  expect(stateOf('林小雨')).toBe('accepted');
  const [transfer] = world.store.all('transfers');
  expect(
    transfer && timelineOf(transfer).map(({ step, by, seenOnSystem }) => [step, by.role, seenOnSystem]),
  ).toEqual([
    ['choose-way', 'teacher', undefined],
    ['confirm-arrived', 'teacher', true],
  ]);

  expect(dataOf(await settleBy(run.id, 'employed')).run.findings['left-unsaid']).toMatchObject({
    open: 0,
    done: 2,
  });
  await undo(run.id);
  expect([stateOf('林小雨'), stateOf('陈晨')]).toEqual(['draft', 'draft']);
  // They have a record by now: nothing has to be named once more.
  expect((await settle(run.id, 'left-unsaid')).findings['left-unsaid']).toMatchObject({ open: 0, done: 2 });
});

it('takes no way that keeps people in the school, nor one nobody knows, and leaves alone who began meanwhile', async () => {
  const { run } = dataOf(await readFile([member('周敏'), member('陈晨')]));
  await compare(run.id);
  for (const wayId of KEPT_OR_UNKNOWN) expect(errorOf(await settleBy(run.id, wayId))).toBe('WAY_UNKNOWN');
  await choose(world, GRADUATE, 'further-study');
  expect(dataOf(await settleBy(run.id, 'employed')).run.findings['left-unsaid']).toEqual({
    open: 0,
    done: 0,
    changed: 1,
  });
  expect(stateOf('林小雨')).not.toBe('accepted');
});

it('has the workbook say of each how it is known, whether the college had approved them or not', async () => {
  await approve(GRADUATE);
  await choose(world, CLASSMATE);
  const { run } = dataOf(await readFile([member('周敏')]));
  await compare(run.id);
  await settle(run.id, 'arrived');
  await settle(
    run.id,
    'left-unsaid',
    (await rows(run.id, 'left-unsaid')).people.map(({ memberId }) => memberId),
  );
  const { id } = dataOf(await world.call(TEACHER, 'teacher', 'startExport', { kind: 'workbook' })).export;
  dataOf(await world.call(TEACHER, 'teacher', 'exportProgress', { exportId: id }));
  const bytes = world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`) ?? Buffer.of();
  const people = (await readXlsxFile(bytes)).find(({ sheet: name }) => name === '全部团员')?.data ?? [];
  const [headings = [], ...lines] = people;
  const evidence = lines.map((cells) => [cells[headings.indexOf('姓名')], cells[headings.indexOf('依据')]]);
  expect(evidence).toEqual(
    expect.arrayContaining([
      ['林小雨', '列表核对 5月10日'],
      ['陈晨', '列表核对 5月10日'],
    ]),
  );
});

it('concludes nothing about a branch that is not covered, nor from a paste', async () => {
  await approve(GRADUATE);
  const { run } = dataOf(await readFile([member('周敏')]));
  expect((await compare(run.id, [])).findings.arrived.open).toBe(0);
  const pasted = dataOf(await paste('周敏\t陈晨'));
  const refused = { runId: pasted.run.id, covered: [opticsId()] };
  expect(errorOf(await world.call(TEACHER, 'teacher', 'reconcileCompare', refused))).toBe('LIST_NOT_WHOLE');
  expect((await compare(pasted.run.id, [])).findings.arrived.open).toBe(0);
});

it('puts back who was said to have arrived and still stands in the list', async () => {
  await approve(GRADUATE);
  const { version = 0 } = world.store.all('transfers')[0] ?? {};
  dataOf(await world.call(GRADUATE, 'graduate', 'report', { version, outcome: 'accepted' }));
  expect(stateOf('林小雨')).toBe('accepted');
  const { run } = dataOf(await paste('1\t林小雨\t男\t汉族\n2\t周敏\t女\t汉族'));
  expect(run).toMatchObject({ lines: 2, unknown: 0, source: 'paste' });
  expect((await compare(run.id, [])).findings['still-here'].open).toBe(1);
  await settle(run.id, 'still-here');
  expect(stateOf('林小雨')).toBe('approved');
  await undo(run.id);
  expect(stateOf('林小雨')).toBe('accepted');
});

it('writes down what the transfers out say: arrived, refused, and words nobody knows are told', async () => {
  await approve(GRADUATE);
  await approve(CLASSMATE);
  await approve(SECRETARY);
  const headings = ['姓名', '转出组织', '转接状态'];
  const { run } = dataOf(
    await readFile(
      [
        ['林小雨', OPTICS, '转接成功'],
        ['陈晨', OPTICS, '已拒绝'],
        ['周敏', OPTICS, '火星'],
      ],
      headings,
      'outgoing',
    ),
  );
  expect(run.unclear).toEqual(['火星']);
  const compared = await compare(run.id, []);
  expect(compared.findings).toMatchObject({
    arrived: { open: 1 },
    refused: { open: 1 },
    'still-here': { open: 0 },
  });
  await settle(run.id, 'arrived');
  await settle(run.id, 'refused');
  expect([stateOf('林小雨'), stateOf('陈晨'), stateOf('周敏')]).toEqual(['accepted', 'refused', 'approved']);
});

it('names who waits for an approval there and has handed in nothing here, and writes nothing down of them', async () => {
  await submitEmployed(world, GRADUATE);
  await choose(world, CLASSMATE);
  const before = world.store.all('transfers');
  const lines = ['林小雨', '陈晨', '周敏'].map((name) => `${name}\t${OPTICS}\t审批中`);
  const { run } = dataOf(await paste(['姓名\t转出组织\t转接状态', ...lines].join('\n'), 'outgoing'));
  const { findings, underWay } = await compare(run.id, []);
  expect(findings['not-handed-in']).toEqual({ open: 2, done: 0, changed: 0 });
  // With whom nothing is said of.
  expect(underWay).toBe(2);
  const { people } = await rows(run.id, 'not-handed-in');
  expect(people.map(({ name, shown, status }) => [name, shown, status]).sort()).toEqual([
    ['周敏', 'none', 'open'],
    ['陈晨', 'draft', 'open'],
  ]);
  const asked = { runId: run.id, kind: 'not-handed-in' } as never;
  expect(errorOf(await world.call(TEACHER, 'teacher', 'reconcileSettle', asked))).toBe('BAD_REQUEST');
  expect(world.store.all('transfers')).toEqual(before);
});

it('reads a page that was copied cell by cell, one under the other', async () => {
  await approve(GRADUATE);
  await approve(CLASSMATE);
  const cells = (name: string, state: string) => ['1', name, '女', `共青团示例大学光电学院${OPTICS}`, state];
  const { run } = dataOf(
    await paste([...cells('林小雨', '转接成功'), ...cells('陈晨', '已拒绝')].join('\n'), 'outgoing'),
  );
  expect(run).toMatchObject({ lines: 2, skipped: 0 });
  expect((await compare(run.id, [])).findings).toMatchObject({ arrived: { open: 1 }, refused: { open: 1 } });
});

it('takes nobody for gone whose name stands in the list under a number that is not theirs', async () => {
  await approve(GRADUATE);
  const headings = ['姓名', '学号', '所在团支部'];
  const { run } = dataOf(await readFile([['林小雨', '900001', OPTICS]], headings));
  const compared = await compare(run.id);
  expect(compared.unknown).toBe(1);
  expect(compared.findings.arrived.open).toBe(0);
});

it('leaves a record alone that has moved on since it was compared', async () => {
  await approve(GRADUATE);
  const { run } = dataOf(await readFile([member('周敏'), member('陈晨')]));
  await compare(run.id);
  const { version = 0 } = world.store.all('transfers')[0] ?? {};
  dataOf(
    await world.call(GRADUATE, 'graduate', 'report', {
      version,
      outcome: 'refused',
      reason: '名字不对',
    }),
  );
  expect((await settle(run.id, 'arrived')).findings.arrived).toEqual({ open: 0, done: 0, changed: 1 });
  expect(stateOf('林小雨')).toBe('refused');
});

it('asks which of two people of one name it is, and compares the other', async () => {
  await world.store.transact(async (tx) => {
    const twin = memberNamed(world, '陈晨');
    tx.put('members', { ...twin, name: '林小雨', nameKey: '林小雨' });
    return Promise.resolve({ ok: true, data: undefined });
  });
  await approve(GRADUATE);
  const [graduate] = world.store.all('transfers');
  const { run } = dataOf(await readFile([member('周敏'), member('林小雨')]));
  const compared = await compare(run.id);
  expect(compared.sameNames.open).toBe(1);
  expect(compared.findings.arrived.open).toBe(0);
  const [question] = (await rows(run.id, 'same-name')).sameNames;
  expect(question).toMatchObject({ name: '林小雨', lines: 1, isSettled: false });
  const other = question?.people.find(({ memberId }) => memberId !== graduate?.memberId)?.memberId ?? '';
  const choice = { runId: run.id, key: question?.key ?? '', memberIds: [other] };
  const answer = (memberIds: string[]) =>
    world.call(TEACHER, 'teacher', 'reconcileChoose', { ...choice, memberIds });
  const mine = graduate?.memberId ?? '';
  for (const wrong of [[], [other, mine], [other, other], ['m-nobody']])
    expect(errorOf(await answer(wrong))).toBe('NOT_FOUND');
  const chosen = dataOf(await answer([other])).run;
  // Said twice it is said once; the other one cannot be said any more.
  expect(dataOf(await answer([other])).run).toEqual(chosen);
  expect(errorOf(await answer([mine]))).toBe('CONFLICT');
  expect(chosen).toMatchObject({ sameNames: { open: 0, done: 1 }, findings: { arrived: { open: 1 } } });
  expect(dataOf(await world.call(TEACHER, 'teacher', 'reconcileChoose', choice)).run).toEqual(chosen);
});

/** Two people called 林小雨 and two called 周敏, all of one branch. */
const makeNamesakes = async (): Promise<void> => {
  const { branchId, branchName } = memberNamed(world, '周敏');
  const twins = [
    ['陈晨', '林小雨'],
    ['吴昊', '周敏'],
  ] as const;
  dataOf(
    await world.store.transact(async (tx) => {
      for (const [from, name] of twins)
        tx.put('members', { ...memberNamed(world, from), name, nameKey: name, branchId, branchName });
      return Promise.resolve({ ok: true, data: undefined });
    }),
  );
};
const idOf = (studentNumber: string) =>
  world.store.all('members').find((one) => one.studentNumber === studentNumber)?._id ?? '';
/** Who of one name stands on the list, by number. */
const say = async (runId: string, name: string, numbers: readonly string[]) => {
  const question = (await rows(runId, 'same-name')).sameNames.find((one) => one.name === name);
  const memberIds = numbers.map(idOf);
  return dataOf(
    await world.call(TEACHER, 'teacher', 'reconcileChoose', { runId, key: question?.key ?? '', memberIds }),
  ).run;
};

it('keeps what each of two questions about one name brought to light', async () => {
  await approve(GRADUATE);
  await approve(SECRETARY);
  await makeNamesakes();
  const { run } = dataOf(await readFile([member('周敏'), member('林小雨')]));
  const before = await compare(run.id);
  expect(before.sameNames).toEqual({ open: 2, done: 0, changed: 0 });
  await say(run.id, '林小雨', ['S003']);
  const chosen = await say(run.id, '周敏', ['S001']);
  expect(chosen.sameNames).toEqual({ open: 0, done: 2, changed: 0 });
  // Of the others one was approved and is gone, the other began nothing and is gone; who stands there is under way.
  expect((await rows(run.id, 'arrived')).people.map(({ memberId }) => memberId)).toEqual([idOf('S002')]);
  expect((await rows(run.id, 'left-unsaid')).people.map(({ memberId }) => memberId)).toEqual([idOf('S004')]);
  expect(chosen.underWay).toBe(before.underWay + 2);
  expect(chosen.arrivedBefore).toBe(before.arrivedBefore);
});

it('writes what a list of transfers out says of one name down for who is meant, line by line', async () => {
  await approve(GRADUATE);
  await approve(SECRETARY);
  await makeNamesakes();
  const headings = [...MEMBERS, '状态'];
  const lines = [
    [...member('林小雨'), '已拒绝'],
    [...member('周敏'), '转接成功'],
  ];
  const { run } = dataOf(await readFile(lines, headings, 'outgoing'));
  await compare(run.id);
  await say(run.id, '林小雨', ['S002']);
  const chosen = await say(run.id, '周敏', ['S001']);
  expect(chosen.findings).toMatchObject({ refused: { open: 1 }, arrived: { open: 1 } });
  expect((await rows(run.id, 'refused')).people.map(({ memberId }) => memberId)).toEqual([idOf('S002')]);
  await settle(run.id, 'arrived');
  await settle(run.id, 'refused');
  const states = world.store.all('transfers').map(({ memberId, state }) => [memberId, state]);
  expect(new Map(states as [string, string][])).toEqual(
    new Map([
      [idOf('S001'), 'accepted'],
      [idOf('S002'), 'refused'],
    ]),
  );
});

const KEPT_OR_UNKNOWN = ['army', 'nowhere'];

const refusals: [string, () => Promise<unknown>, string][] = [
  ['a file without names', () => readFile([['1', '2']], ['序号', '人数']), 'LIST_NO_NAMES'],
  ['transfers out without a state', () => readFile([member('周敏')], MEMBERS, 'outgoing'), 'LIST_NO_STATES'],
  ['a paste in which nobody is found', () => paste('你好\n汉族\t共青团员'), 'LIST_NO_NAMES'],
];
it.each(refusals)('refuses %s in words, and keeps nothing', async (_case, act, code) => {
  expect(errorOf((await act()) as Parameters<typeof errorOf>[0])).toBe(code);
  expect(world.stored.size).toBe(0);
  expect(world.store.all('reconciles')).toEqual([]);
});

it('shows a run to nobody of another college, and forgets it after two days', async () => {
  const { run } = dataOf(await paste('周敏'));
  const stranger = await world.call(OTHER_TEACHER, 'teacher', 'reconcileRows', {
    runId: run.id,
    kind: 'unknown',
  });
  expect(errorOf(stranger)).toBe('NOT_FOUND');
  world.world.now += 2 * DAY_MS + HOUR_MS;
  expect(dataOf(await world.call(TEACHER, 'teacher', 'reconcile', {})).run).toBeNull();
  await removeOldReconciles(world.ports);
  expect([...world.store.all('reconciles'), ...world.store.all('reconcileParts')]).toEqual([]);
});
