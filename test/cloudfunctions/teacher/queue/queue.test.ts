import type { Response } from '../../../../miniprogram/contract';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import { deadlineIn, memberOf, placeNamed, settle, transferOf, type Place } from '../../support/crowd';
import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { STAMP } from '../../support/stamp';
import { dataOf, errorOf, START, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

type Queue = Response<'teacher', 'queue'>;
const HOUR = 3_600_000;

let world: World;
let university: University;
let place: Place;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
  place = placeNamed(world, '光电2302团支部');
});

const queue = async (
  openid = TEACHER,
  more: { kind?: Queue['items'][number]['kind']; cursor?: string } = {},
): Promise<Queue> => dataOf(await world.call(openid, 'teacher', 'queue', more));
const names = ({ items }: Queue) => items.map(({ memberName }) => memberName);

const waits = (number: string, state: TransferState, days: number, hoursWaited = 1) => {
  const member = memberOf(place, number);
  const since = { waitingSince: START - hoursWaited * HOUR };
  return { member, transfer: transferOf(member, state, { ...deadlineIn(state, days), ...since }) };
};

/** Somebody over the age limit of the rulebook, who graduates this season. */
const importOverAge = async (name: string) => {
  const rows = [person('S900', name, { birthMonth: '1998-01' })];
  const { collegeId } = university;
  await importRoster(world, TEACHER, collegeId, rows);
};

const escalate = async (openid: string) => {
  const { resetRequest } = dataOf(await world.call(openid, 'graduate', 'requestResetCode', {}));
  const requestId = resetRequest.id;
  dataOf(
    await world.call(SECRETARY, 'secretary', 'escalateResetRequest', { requestId, reason: '名单里找不到' }),
  );
};

it('holds everything that waits, by the receiver’s clock first', async () => {
  await importOverAge('龄长');
  await settle(world, [
    waits('登记先', 'registered', 0, 50),
    waits('审批远', 'submitted', 12),
    waits('登记后', 'registered', 0, 2),
    waits('审批近', 'submitted', 2),
    waits('到期', 'timedOut', -3),
    waits('退回', 'refused', 0, 30),
    waits('批准了的', 'approved', 1),
    waits('纸面', 'accepted', 0, 5),
    waits('办完的', 'completed', 1),
  ]);
  await escalate(CLASSMATE);
  const all = await queue();
  expect(names(all).map((name) => name.replace('同学', ''))).toEqual([
    '到期',
    '退回',
    '陈晨',
    '审批近',
    '审批远',
    '登记先',
    '纸面',
    '登记后',
    '龄长',
  ]);
  expect(all.counts).toEqual({
    approval: 2,
    registration: 2,
    refusal: 1,
    timeout: 1,
    code: 1,
    paper: 1,
    overAge: 1,
  });
  expect(all.next).toBeNull();
});

it.each(['approval', 'registration', 'refusal', 'timeout', 'code', 'paper', 'overAge'] as const)(
  'shows one kind alone and counts the others: %s',
  async (kind) => {
    await importOverAge('龄长');
    await settle(world, [
      waits('1', 'submitted', 2),
      waits('2', 'registered', 0),
      waits('3', 'refused', 0),
      waits('4', 'timedOut', -1),
      waits('5', 'accepted', 0),
    ]);
    await escalate(CLASSMATE);
    const only = await queue(TEACHER, { kind });
    expect(only.items.map((item) => item.kind)).toEqual([kind]);
    expect(Object.values(only.counts)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  },
);

it('counts nobody who waits for the secretary or does their own part', async () => {
  const elsewhere = (number: string, state: TransferState, waitsFor: 'secretary' | 'graduate') => {
    const { member, transfer } = waits(number, state, 2);
    return { member, transfer: { ...transfer, waitsFor } };
  };
  await settle(world, [
    waits('1', 'submitted', 2),
    elsewhere('2', 'submitted', 'secretary'),
    elsewhere('3', 'accepted', 'graduate'),
  ]);
  // Beside the kind that is asked for, the counters tell of the others.
  for (const counts of [(await queue()).counts, (await queue(TEACHER, { kind: 'code' })).counts])
    expect(counts).toMatchObject({ approval: 1, paper: 0 });
});

it('says why a receiver refused', async () => {
  const { version } = await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'report', { version, outcome: 'refused', reason: '选错了' }));
  expect((await queue()).items).toEqual([
    expect.objectContaining({ kind: 'refusal', memberName: '林小雨', reason: '选错了', deadlineAt: null }),
  ]);
});

const SPECIAL_LETTER = { stepId: 'special-letter', part: 'done', isDone: true, number: '2027-002' } as const;

it('holds the letter of a way that the college recorded itself until it is written', async () => {
  const change = { rulebookId: 'national-2022', choices: [] };
  const { season } = dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version: season.version, changes: change }));
  const chosen = await choose(world, GRADUATE, 'army', 'direct');
  const submission = { version: chosen.version, fields: {}, screenshots: [] };
  const { id: transferId, version } = dataOf(
    await world.call(GRADUATE, 'graduate', 'submit', submission),
  ).transfer;
  const record = { transferId, version, decision: 'record', seenOnSystem: false } as const;
  const recorded = dataOf(await world.call(TEACHER, 'teacher', 'decide', record));
  const { items, counts } = await queue();
  expect(items).toMatchObject([{ kind: 'paper', id: transferId, paper: '特殊单位的介绍信' }]);
  expect(counts.paper).toBe(1);
  expect((await queue(TEACHER, { kind: 'code' })).counts.paper).toBe(1);
  const letter = { transferId, version: recorded.version, ...SPECIAL_LETTER };
  dataOf(await world.call(TEACHER, 'teacher', 'tickOffline', letter));
  expect((await queue(TEACHER, { kind: 'code' })).counts.paper).toBe(0);
  expect((await queue()).items).toEqual([]);
});

it('holds a letter to be written until it is, and says which paper is missing', async () => {
  const change = { rulebookId: 'national-2022', choices: [] };
  const { season } = dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version: season.version, changes: change }));
  const { id: transferId, version } = await submitEmployed(world, GRADUATE);
  const confirm = { transferId, version, outcome: 'accepted' as const };
  const accepted = dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', confirm));
  // The card is stamped where the graduate comes to the desk: until then it waits for them.
  expect((await queue()).items).toEqual([]);
  const stamped = dataOf(
    await world.call(TEACHER, 'teacher', 'tickOffline', { transferId, version: accepted.version, ...STAMP }),
  );
  const [item] = (await queue()).items;
  expect(item).toMatchObject({ kind: 'paper', id: transferId, paper: '组织关系介绍信', deadlineAt: null });
  const letter = { stepId: 'letter', part: 'done', isDone: true, number: '2027-001' } as const;
  dataOf(
    await world.call(TEACHER, 'teacher', 'tickOffline', { transferId, version: stamped.version, ...letter }),
  );
  expect((await queue()).items).toEqual([]);
});

it('pages through hundreds without losing or repeating anybody', async () => {
  await importOverAge('龄长');
  const states: TransferState[] = ['submitted', 'registered', 'refused', 'timedOut'];
  const crowd = Array.from({ length: 230 }, (_, index) => {
    const state = states[index % states.length] ?? 'submitted';
    // Many share a deadline or an hour, so that only the id tells them apart.
    return waits(`P${String(index).padStart(3, '0')}`, state, (index % 5) - (state === 'timedOut' ? 9 : -1));
  });
  await settle(world, crowd);
  await escalate(CLASSMATE);
  const seen: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await queue(TEACHER, cursor === undefined ? {} : { cursor });
    expect(page.items.length).toBeLessThanOrEqual(50);
    expect(page.counts.approval).toBe(58);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
    pages += 1;
  } while (cursor !== undefined);
  expect(pages).toBe(5);
  expect(seen).toHaveLength(232);
  expect(new Set(seen).size).toBe(232);
});

describe('whose queue it is', () => {
  beforeEach(async () => {
    await submitEmployed(world, GRADUATE);
  });

  it('is empty for another college', async () => {
    const other = await queue(OTHER_TEACHER);
    expect(other.items).toEqual([]);
    expect(Object.values(other.counts)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('holds all colleges for the committee', async () => {
    expect(names(await queue(ADMIN))).toEqual(['林小雨']);
  });

  it('closes for a teacher whose role was taken away', async () => {
    dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId: TEACHER }));
    for (const action of ['queue', 'board'] as const)
      expect(errorOf(await world.call(TEACHER, 'teacher', action, {}))).toBe('FORBIDDEN');
  });

  it('opens for a graduate who becomes a teacher, with what they were kept', async () => {
    const { collegeId } = university;
    expect(errorOf(await world.call(GRADUATE, 'teacher', 'queue', {}))).toBe('FORBIDDEN');
    const { code } = dataOf(
      await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '林小雨' }),
    );
    dataOf(await world.call(GRADUATE, 'account', 'acceptInvitation', { code, name: '林小雨' }));
    expect(names(await queue(GRADUATE))).toEqual(['林小雨']);
    expect(dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer?.state).toBe('submitted');
  });
});

it('takes somebody over age out once the college has dealt with it, and says who did', async () => {
  await importOverAge('龄长');
  const [item] = (await queue()).items;
  const memberId = item?.id ?? '';
  expect(
    errorOf(
      await world.call(OTHER_TEACHER, 'teacher', 'recordOverAge', { memberId, reason: '已经记进超龄名单' }),
    ),
  ).toBe('NOT_FOUND');
  const first = dataOf(
    await world.call(TEACHER, 'teacher', 'recordOverAge', { memberId, reason: '已经记进超龄名单' }),
  );
  world.world.now += HOUR;
  expect(
    dataOf(await world.call(TEACHER, 'teacher', 'recordOverAge', { memberId, reason: '已经记进超龄名单' })),
  ).toEqual(first);
  expect((await queue()).items).toEqual([]);
  const audits = world.store.all('audits').filter(({ action }) => action === 'record-over-age');
  expect(audits).toEqual([
    expect.objectContaining({ subjectId: memberId, actor: { role: 'teacher', accountId: TEACHER } }),
  ]);
});

describe('a request for a code that came up to the college', () => {
  it('says why the secretary handed it on', async () => {
    await escalate(CLASSMATE);
    expect((await queue()).items).toMatchObject([{ kind: 'code', reason: '名单里找不到' }]);
  });

  it('tells two people of one name apart by their numbers, and nobody else', async () => {
    await settle(world, [{ member: memberOf(place, 'S050', { name: '陈晨' }) }]);
    const credentials = {
      studentNumber: 'S050',
      name: '陈晨',
      inviteCode: university.codes['光电2302团支部'] ?? '',
    };
    dataOf(await world.call('oNamesake', 'account', 'signIn', credentials));
    for (const openid of [CLASSMATE, 'oNamesake', GRADUATE]) await escalate(openid);
    const { items } = await queue();
    expect(items.map(({ kind, memberName, studentNumber }) => [kind, memberName, studentNumber])).toEqual(
      expect.arrayContaining([
        ['code', '陈晨', 'S003'],
        ['code', '陈晨', 'S050'],
        ['code', '林小雨', undefined],
      ]),
    );
  });

  it('is ended with a reason where no code can be given', async () => {
    await escalate(CLASSMATE);
    const requestId = (await queue()).items[0]?.id ?? '';
    const closing = { requestId, reason: '不是我们学院的人' };
    expect(dataOf(await world.call(TEACHER, 'teacher', 'closeResetRequest', closing)).state).toBe('closed');
    expect((await queue()).counts.code).toBe(0);
    const home = dataOf(await world.call(CLASSMATE, 'graduate', 'home', {}));
    expect(home.resetRequest?.state ?? 'closed').toBe('closed');
    const { notices } = dataOf(await world.call(CLASSMATE, 'account', 'messages', {}));
    expect(notices[0]).toMatchObject({ kind: 'code-closed', title: '这次没有拿到验证码' });
    // Why the college ended it, not why the secretary handed it on.
    expect(notices[0]?.text).toContain('原因：不是我们学院的人。');
    // Who asks once more is heard once more.
    expect(dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {})).resetRequest.state).toBe(
      'waiting',
    );
  });
});

it('counts what waits by the records where a counter is of a later release', async () => {
  const approvals = Array.from({ length: 31 }, (_, index) => waits(`w${index}`, 'submitted', 5));
  await settle(world, [...approvals, waits('refused', 'refused', 5)]);
  const before = (await queue()).counts;
  expect(before).toMatchObject({ approval: 31, refusal: 1 });
  for (const tally of world.store.documents('tallies'))
    world.store.plant('tallies', { ...tally, recordVersion: 99 });
  expect((await queue(TEACHER, { kind: 'refusal' })).counts).toEqual(before);
  expect((await queue(ADMIN)).counts).toEqual(before);
});
