import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  person,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';
import { importRoster } from '../../support/roster';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const inviteToCommittee = async (openid: string, name: string) => {
  const { code } = dataOf(await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId: 'all', name }));
  dataOf(await world.call(openid, 'account', 'acceptInvitation', { code, name }));
};
const remove = (openid: string, accountId: string) =>
  world.call(openid, 'teacher', 'removeTeacher', { accountId });
const accounts = async () =>
  dataOf(await world.call(ADMIN, 'teacher', 'accounts', {})).accounts.map(({ id }) => id);

it('puts the colleges side by side', async () => {
  await submitEmployed(world, GRADUATE);
  await choose(world, CLASSMATE);
  const { colleges } = dataOf(await world.call(ADMIN, 'teacher', 'colleges', {}));
  expect(colleges).toEqual(
    expect.arrayContaining([
      {
        id: university.collegeId,
        name: '光电学院',
        teachers: 1,
        members: 4,
        started: 2,
        underWay: 2,
        arrived: 0,
        stuck: 0,
        waiting: 1,
        leftOut: 0,
      },
      expect.objectContaining({ name: '管理学院', members: 0, started: 0 }),
    ]),
  );
});

it('lists who has rights', async () => {
  await inviteToCommittee('oSecond', '李老师');
  expect(await accounts()).toEqual([ADMIN, 'oSecond', TEACHER, OTHER_TEACHER]);
});

it('takes a teacher’s rights and everything still to come to them', async () => {
  await submitEmployed(world, GRADUATE);
  const open = () =>
    world.store
      .all('notices')
      .filter(({ accountId, status }) => accountId === TEACHER && status === 'planned');
  expect(open().length).toBeGreaterThan(0);
  dataOf(await remove(ADMIN, TEACHER));
  expect(errorOf(await world.call(TEACHER, 'teacher', 'queue', {}))).toBe('FORBIDDEN');
  expect(open()).toEqual([]);
  expect(await accounts()).toEqual([ADMIN, OTHER_TEACHER]);
  expect(errorOf(await remove(ADMIN, TEACHER))).toBe('NOT_FOUND');
});

it('keeps the last administrator', async () => {
  expect(errorOf(await remove(ADMIN, ADMIN))).toBe('LAST_ADMINISTRATOR');
  await inviteToCommittee('oSecond', '李老师');
  dataOf(await remove('oSecond', ADMIN));
  expect(errorOf(await remove('oSecond', 'oSecond'))).toBe('LAST_ADMINISTRATOR');
});

it('keeps one of two who remove each other at once', async () => {
  await inviteToCommittee('oSecond', '李老师');
  const results = await Promise.all([remove(ADMIN, 'oSecond'), remove('oSecond', ADMIN)]);
  // Who has just been removed may remove nobody any more.
  expect(results.map(errorOf).sort()).toEqual(['FORBIDDEN', 'none']);
  const left = world.store.all('settings').flatMap(({ committee }) => committee);
  expect(left).toHaveLength(1);
});

describe('the list of those over age', () => {
  // A name holds no letter and no digit, else the roster asks about it.
  const nameOf = (number: string) =>
    `老${number.replace(/\D/g, '').replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? '')}`;
  const old = (number: string, more: object = {}) =>
    person(number, nameOf(number), { birthMonth: '1998-01', ...more });
  const load = (rows: Parameters<typeof importRoster>[3]) =>
    importRoster(world, TEACHER, university.collegeId, rows);

  it('names who has reached the limit without a League post', async () => {
    await load([
      old('X1'),
      old('X2', { hasLeaguePost: true }),
      person('X3', '小李', { birthMonth: '2004-01' }),
    ]);
    const { people, cursor, ageLimit } = dataOf(await world.call(TEACHER, 'teacher', 'overAgeList', {}));
    expect(people.map(({ studentNumber }) => studentNumber)).toEqual(['X1']);
    expect([cursor, ageLimit]).toEqual([null, 28]);
  });

  const turnAll = async () => {
    const found: string[] = [];
    let pages = 0;
    for (let cursor: string | null | undefined; cursor !== null; pages += 1) {
      const page: { people: { studentNumber: string }[]; cursor: string | null } = dataOf(
        await world.call(TEACHER, 'teacher', 'overAgeList', cursor === undefined ? {} : { cursor }),
      );
      found.push(...page.people.map(({ studentNumber }) => studentNumber));
      cursor = page.cursor;
    }
    return { found: found.sort(), pages };
  };

  it('leaves nobody out when one month of birth is more than a page', async () => {
    const crowd = Array.from({ length: 230 }, (_, index) => old(`X${index}`));
    const rows = [old('Y1', { birthMonth: '1998-03' }), ...crowd, old('Z1', { birthMonth: '1997-05' })];
    await load(rows);
    const { found, pages } = await turnAll();
    expect(found).toEqual(rows.map(({ studentNumber }) => studentNumber).sort());
    expect(pages).toBe(3);
  });

  it('pages through many people, month of birth by month', async () => {
    const rows = Array.from({ length: 450 }, (_, index) =>
      old(`X${index}`, {
        branchName: `第${index % 7}团支部`,
        birthMonth: `199${index % 8}-${String((index % 12) + 1).padStart(2, '0')}`,
      }),
    );
    await load(rows);
    const { found, pages } = await turnAll();
    expect(pages).toBe(3);
    expect(found).toEqual(rows.map(({ studentNumber }) => studentNumber).sort());
  });

  it('shows the own college only', async () => {
    await load([old('X1')]);
    const of = (openid: string, collegeId?: string) =>
      world.call(openid, 'teacher', 'overAgeList', collegeId === undefined ? {} : { collegeId });
    expect(dataOf(await of(OTHER_TEACHER)).people).toEqual([]);
    expect(errorOf(await of(OTHER_TEACHER, university.collegeId))).toBe('COLLEGE_UNKNOWN');
    expect(dataOf(await of(ADMIN)).people).toHaveLength(1);
    expect(dataOf(await of(ADMIN, university.otherCollegeId)).people).toEqual([]);
  });
});

it.each(['colleges', 'accounts'] as const)('%s are the committee’s alone', async (action) => {
  expect(errorOf(await world.call(TEACHER, 'teacher', action, {}))).toBe('FORBIDDEN');
});

it('lets no teacher remove another', async () => {
  expect(errorOf(await remove(TEACHER, OTHER_TEACHER))).toBe('FORBIDDEN');
});
