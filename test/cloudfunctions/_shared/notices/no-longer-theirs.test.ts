/** Nobody has unread messages about people who are not theirs any more, whichever of the two has left. */
import { endToSecretaries } from '../../../../cloudfunctions/_shared/notices/no-longer-theirs';
import type { Notice } from '../../../../cloudfunctions/_shared/store/records';
import { damaged } from '../../support/damage';
import {
  ADMIN,
  CLASSMATE,
  GRADUATE,
  hireTeacher,
  memberNamed,
  openUniversity,
  OTHER_SECRETARY,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { importRoster } from '../../support/roster';
import { sheet, upload } from '../../support/sheets';
import { dataOf, type World } from '../../support/world';

const OPTICS = '光电2302团支部';
const MOTORS = '机械2301团支部';
const HEADINGS = ['学号', '姓名', '团支部', '毕业年月', '团支书'];

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
  for (const openid of [GRADUATE, CLASSMATE])
    dataOf(await world.call(openid, 'graduate', 'requestResetCode', {}));
  for (const asked of unreadNotices(SECRETARY)) copy(asked, { kind: 'approval-waiting' });
});

const unreadNotices = (openid: string): Notice[] =>
  world.store.all('notices').filter(({ accountId, readAt }) => accountId === openid && readAt === null);
const copy = (notice: Notice, more: Partial<Notice>): void => {
  const _id = `${notice._id}-${more.kind ?? ''}`;
  world.store.plant('notices', { ...notice, _id, planId: _id, status: 'sent', ...more });
};
const nameOf = ({ aboutId }: Notice): string =>
  [...world.store.all('members'), ...world.store.all('branches')].find(({ _id }) => _id === aboutId)?.name ??
  '';
const unread = (openid: string): string[] =>
  unreadNotices(openid)
    .map((notice) => `${notice.kind} ${nameOf(notice)}`)
    .sort();
const OF_BOTH = [
  'approval-waiting 林小雨',
  'approval-waiting 陈晨',
  'code-requested 林小雨',
  'code-requested 陈晨',
];
const OF_CLASSMATE = OF_BOTH.filter((told) => told.endsWith('陈晨'));

const idOf = (name: string) => memberNamed(world, name)._id;
const branchId = (name: string) => world.store.all('branches').find((one) => one.name === name)?._id ?? '';
const byTeacher = {
  move: async (name: string, to: string) =>
    dataOf(
      await world.call(TEACHER, 'teacher', 'transferMember', {
        memberId: idOf(name),
        branchId: branchId(to),
      }),
    ),
  endOffice: async (name: string) =>
    dataOf(await world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: idOf(name) })),
  unbind: async (name: string) =>
    dataOf(
      await world.call(TEACHER, 'teacher', 'unbindMember', { memberId: idOf(name), reason: '换了微信' }),
    ),
  merge: async (from: string, into: string) =>
    dataOf(
      await world.call(TEACHER, 'teacher', 'mergeBranch', { branchId: branchId(from), into: branchId(into) }),
    ),
  mergePeople: async (right: string, other: string) =>
    dataOf(
      await world.call(TEACHER, 'teacher', 'mergeMembers', { memberId: idOf(right), otherId: idOf(other) }),
    ),
  roster: async (rows: string[][]) => {
    const bytes = await sheet(rows, HEADINGS);
    const { run } = dataOf(await upload(world, TEACHER, university.collegeId, bytes));
    dataOf(await world.call(TEACHER, 'teacher', 'rosterApply', { runId: run.id }));
  },
  undoLatest: async () => {
    world.world.now += 1000;
    const [latest] = dataOf(await world.call(TEACHER, 'teacher', 'corrections', {})).corrections;
    dataOf(await world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId: latest?.id ?? '' }));
  },
};
const { move, endOffice, unbind, merge, mergePeople, roster, undoLatest } = byTeacher;
/** A second record of somebody, in the other branch. */
const doubled = (name: string) =>
  importRoster(world, TEACHER, university.collegeId, [person('S021', name, { branchName: MOTORS })]);

describe('what a secretary was asked about a classmate is read', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['is moved to another branch', () => move('林小雨', MOTORS)],
    ['is moved by a roster', () => roster([['S002', '林小雨', MOTORS, '2027-06', '']])],
    [
      'turns out to be one of another branch',
      async () => {
        await doubled('林晓雨');
        await mergePeople('林晓雨', '林小雨');
      },
    ],
  ])('once they have gone, who %s', async (_how, leave) => {
    expect(unread(SECRETARY)).toEqual(OF_BOTH);
    await leave();
    expect(unread(SECRETARY)).toEqual(OF_CLASSMATE);
  });

  it('and the new secretary has to read what they are told of them', async () => {
    await move('林小雨', MOTORS);
    await world.tick();
    expect(unread(OTHER_SECRETARY)).toEqual(['code-requested 林小雨']);
    await move('林小雨', OPTICS);
    expect(unread(OTHER_SECRETARY)).toEqual([]);
  });

  it('once a merging of two people is taken back', async () => {
    await doubled('陈辰');
    await mergePeople('陈辰', '陈晨');
    await world.tick();
    expect(unread(OTHER_SECRETARY)).toEqual(['code-requested 陈辰']);
    await undoLatest();
    expect(unread(OTHER_SECRETARY)).toEqual([]);
  });

  it('once a merging of two branches is taken back', async () => {
    await merge(OPTICS, MOTORS);
    expect(unread(SECRETARY)).toEqual(OF_BOTH);
    const [asked] = unreadNotices(SECRETARY);
    copy(asked!, { kind: 'approval-asked', accountId: OTHER_SECRETARY });
    copy(asked!, { kind: 'code-waiting', aboutId: idOf('吴昊') });
    expect(unread(OTHER_SECRETARY)).toHaveLength(1);
    expect(unread(SECRETARY)).toContain('code-waiting 吴昊');
    await undoLatest();
    expect(unread(SECRETARY)).toEqual(OF_BOTH);
    expect(unread(OTHER_SECRETARY)).toEqual([]);
  });
});

describe('what a secretary was asked is read', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['has lost the office', () => endOffice('周敏')],
    ['has moved to another branch', () => move('周敏', MOTORS)],
    ['has lost it by a roster', () => roster([['S001', '周敏', OPTICS, '2027-06', '否']])],
    ['has moved by a roster, office and all', () => roster([['S001', '周敏', MOTORS, '2027-06', '是']])],
    ['has been unbound', () => unbind('周敏')],
    [
      'has deleted their data, and is a teacher besides',
      async () => {
        await hireTeacher(world, SECRETARY, university.collegeId, '周敏');
        dataOf(await world.call(SECRETARY, 'graduate', 'deleteMyData', {}));
      },
    ],
  ])('once whoever was asked %s', async (_how, leave) => {
    const [asked] = unreadNotices(SECRETARY);
    copy(asked!, { kind: 'digest', aboutId: branchId(OPTICS) });
    expect(unread(SECRETARY)).toContain(`digest ${OPTICS}`);
    await leave();
    expect(unreadNotices(SECRETARY).filter(({ audience }) => audience === 'secretary')).toEqual([]);
  });

  it('but not where their office stays, whatever a roster makes of their branch', async () => {
    await roster([
      ['S002', '林小雨', '电气2309团支部', '2027-06', ''],
      ['S001', '周敏', '电气2309团支部', '2027-06', '是'],
    ]);
    expect(unread(SECRETARY)).toEqual(OF_BOTH.filter((told) => told.endsWith('林小雨')));
  });

  it('but not by the one who stays', async () => {
    await endOffice('吴昊');
    expect(unread(SECRETARY)).toEqual(OF_BOTH);
  });
});

it('what was told to somebody as a teacher is read once they are none, and what they are told as a graduate is not', async () => {
  await hireTeacher(world, GRADUATE, university.collegeId, '林小雨');
  await submitEmployed(world, CLASSMATE);
  const [asked] = unreadNotices(GRADUATE);
  copy(asked!, { kind: 'returned', audience: 'graduate' });
  await world.tick();
  expect(unread(GRADUATE)).toEqual(['approval-waiting 陈晨', 'returned 陈晨']);
  dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId: GRADUATE }));
  expect(unread(GRADUATE)).toEqual(['returned 陈晨']);
});

it('what was told to a WeChat that was somebody is read once it is them no more', async () => {
  const [asked] = unreadNotices(SECRETARY);
  copy(asked!, { kind: 'returned', audience: 'graduate', accountId: GRADUATE, aboutId: idOf('林小雨') });
  expect(unread(GRADUATE)).toEqual(['returned 林小雨']);
  await unbind('林小雨');
  expect(unread(GRADUATE)).toEqual([]);
});

describe('where it cannot be told whose they are', () => {
  it.each(['members', 'branches'] as const)('all stay unread: %s that cannot be read', async (collection) => {
    const member = memberNamed(world, '林小雨');
    world.store.plant('members', { ...member, branchId: branchId(MOTORS) });
    const id = collection === 'members' ? member._id : branchId(MOTORS);
    world.store.plant(collection, damaged(collection, world.store.document(collection, id)!, 'newer'));
    await endToSecretaries(world.ports, { moved: [member._id] });
    expect(unreadNotices(SECRETARY)).toHaveLength(OF_BOTH.length);
  });

  it('and nothing is stopped', async () => {
    jest.spyOn(world.store, 'find').mockRejectedValueOnce(new Error('disk'));
    await endToSecretaries(world.ports, { left: [SECRETARY] });
    expect(unread(SECRETARY)).toEqual(OF_BOTH);
    expect(world.logged).toContainEqual(expect.objectContaining({ event: 'telling-failed' }));
  });
});
