/** Role × place: who learns which way it is, and who no more than that the college handles it. */
import readXlsxFile from 'read-excel-file/node';
import {
  ADMIN,
  choose,
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  SECRETARY,
  TEACHER,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
let memberId = '';
let collegeId = '';
beforeEach(async () => {
  const opened = await openUniversity();
  ({ world } = opened);
  ({ collegeId } = opened.university);
  memberId = memberNamed(world, '林小雨')._id;
});

const NAMES_THE_WAY = /confidential|保密|特殊单位/;
const PAPER = '《团员证》';

const submitConfidential = async () => {
  const { version } = await choose(world, GRADUATE, 'confidential', 'direct');
  const fields = { initiatedAt: world.world.now };
  const submission = { version, fields, screenshots: [] };
  return dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission)).transfer;
};

const transferId = () => world.store.all('transfers')[0]?._id ?? '';
const personSeenBy = (openid: string) => world.call(openid, 'secretary', 'person', { memberId });
const PLACES = {
  'a secretary’s page of a person': personSeenBy,
  'a secretary’s board': (openid: string) => world.call(openid, 'secretary', 'branchBoard', {}),
  'a college’s page of a person': (openid: string) => world.call(openid, 'teacher', 'person', { memberId }),
  'the own college’s board': (openid: string) => world.call(openid, 'teacher', 'board', {}),
  'that college’s board': (openid: string) => world.call(openid, 'teacher', 'board', { collegeId }),
  'all colleges': (openid: string) => world.call(openid, 'teacher', 'colleges', {}),
  'the queue': (openid: string) => world.call(openid, 'teacher', 'queue', {}),
  'the decision': (openid: string) => world.call(openid, 'teacher', 'decision', { transferId: transferId() }),
  'the check list': (openid: string) => world.call(openid, 'teacher', 'checkList', {}),
  'a batch': (openid: string) =>
    world.call(openid, 'teacher', 'batchPreview', { decision: 'approve', transferIds: [transferId()] }),
  'looking for a person': (openid: string) => world.call(openid, 'teacher', 'findPeople', { text: '林小雨' }),
  messages: (openid: string) => world.call(openid, 'account', 'messages', {}),
} as const;

/** `counted` is a figure of that way above zero. */
const learnedFrom = (answer: Awaited<ReturnType<(typeof PLACES)[keyof typeof PLACES]>>): string => {
  if (!answer.ok) return errorOf(answer);
  if ('byWay' in answer.data)
    return answer.data.byWay.some(({ wayId, started }) => wayId === 'confidential' && started > 0)
      ? 'counted'
      : 'nothing';
  return NAMES_THE_WAY.test(JSON.stringify(answer.data)) ? 'the way' : 'nothing';
};

it.each([
  [SECRETARY, 'a secretary’s page of a person', 'nothing'],
  [SECRETARY, 'a secretary’s board', 'nothing'],
  [SECRETARY, 'a college’s page of a person', 'FORBIDDEN'],
  [SECRETARY, 'that college’s board', 'FORBIDDEN'],
  [SECRETARY, 'all colleges', 'FORBIDDEN'],
  [SECRETARY, 'messages', 'nothing'],
  [OTHER_SECRETARY, 'a secretary’s page of a person', 'NOT_FOUND'],
  [OTHER_SECRETARY, 'a secretary’s board', 'nothing'],
  [OTHER_TEACHER, 'a college’s page of a person', 'NOT_FOUND'],
  [OTHER_TEACHER, 'the own college’s board', 'nothing'],
  [OTHER_TEACHER, 'that college’s board', 'COLLEGE_UNKNOWN'],
  [OTHER_TEACHER, 'all colleges', 'FORBIDDEN'],
  [OTHER_TEACHER, 'messages', 'nothing'],
  [TEACHER, 'a college’s page of a person', 'the way'],
  [TEACHER, 'that college’s board', 'counted'],
  [ADMIN, 'a college’s page of a person', 'nothing'],
  [ADMIN, 'all colleges', 'nothing'],
  [ADMIN, 'the own college’s board', 'nothing'],
  [ADMIN, 'that college’s board', 'nothing'],
  [TEACHER, 'the queue', 'the way'],
  [TEACHER, 'the decision', 'the way'],
  [TEACHER, 'the check list', 'nothing'],
  [TEACHER, 'a batch', 'the way'],
  [TEACHER, 'looking for a person', 'the way'],
  [ADMIN, 'the queue', 'nothing'],
  [ADMIN, 'the decision', 'NOT_FOUND'],
  [ADMIN, 'the check list', 'nothing'],
  [ADMIN, 'a batch', 'nothing'],
  [ADMIN, 'looking for a person', 'nothing'],
] as const)('%s learns from %s: %s', async (openid, place, learned) => {
  await submitConfidential();
  expect(learnedFrom(await PLACES[place](openid))).toBe(learned);
});

it('leaves out of the committee’s check list whom the college handles', async () => {
  await submitConfidential();
  const list = async (openid: string) => dataOf(await world.call(openid, 'teacher', 'checkList', {}));
  expect(await list(TEACHER)).toMatchObject({ count: 1, items: [{ memberName: '林小雨' }] });
  expect(await list(ADMIN)).toMatchObject({ count: 0, items: [] });
});

it.each(['submissions', 'unfinished', 'workbook'])(
  'says in the committee’s %s no more than that the college handles it',
  async (kind) => {
    await submitConfidential();
    const cellsFor = async (openid: string): Promise<string> => {
      const { id } = dataOf(await world.call(openid, 'teacher', 'startExport', { kind })).export;
      const { state } = dataOf(
        await world.call(openid, 'teacher', 'exportProgress', { exportId: id }),
      ).export;
      expect(state).toBe('done');
      const bytes = world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`);
      return JSON.stringify(bytes && (await readXlsxFile(bytes)));
    };
    const seen = await cellsFor(ADMIN);
    expect(seen).toContain('林小雨');
    expect(seen).not.toMatch(NAMES_THE_WAY);
    if (kind === 'submissions') {
      expect(seen).toContain('由学院办理');
      expect(await cellsFor(TEACHER)).toMatch(NAMES_THE_WAY);
    }
  },
);

it('counts it for the committee as one the college handles, and names nobody behind the bar', async () => {
  await submitConfidential();
  const { byWay } = dataOf(await world.call(ADMIN, 'teacher', 'board', { collegeId }));
  expect(byWay.filter(({ started }) => started > 0)).toEqual([{ wayId: null, started: 1, transferred: 0 }]);
  const filter = { by: 'way', wayId: 'confidential' } as const;
  const listed = async (openid: string) =>
    dataOf(await world.call(openid, 'teacher', 'people', { collegeId, filter })).people.length;
  expect(await listed(ADMIN)).toBe(0);
  expect(await listed(TEACHER)).toBe(1);
});

it('shows a secretary neither the paper of that way nor what was ticked of it, and the rest of its course', async () => {
  const { id: transferId, version } = await submitConfidential();
  const decision = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
  const { person } = dataOf(await personSeenBy(SECRETARY));
  expect(person.transfer).toMatchObject({ wayId: null, routeId: null, state: 'approved', offline: [] });
  expect(person.transfer?.timeline.map(({ step }) => step)).toEqual(['choose-way', 'submit', 'approve']);
  expect(JSON.stringify(person.transfer)).not.toContain(PAPER);
});

it('shows the committee of somebody on that way no more than that the college handles it', async () => {
  await submitConfidential();
  const { person, organisation } = dataOf(await world.call(ADMIN, 'teacher', 'person', { memberId }));
  expect(person.transfer).toMatchObject({ wayId: null, routeId: null, state: 'submitted', offline: [] });
  expect(organisation).toBeNull();
});

it('hides an earlier attempt on that way, and shows the next one on an open way', async () => {
  const { version } = await submitConfidential();
  const withdrawn = dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version }));
  await choose(world, GRADUATE, 'employed', 'direct', withdrawn.transfer.version);
  const { person } = dataOf(await personSeenBy(SECRETARY));
  expect(person.transfer).toMatchObject({ wayId: 'employed', past: [{ wayId: null, routeId: null }] });
  expect(JSON.stringify(person)).not.toMatch(NAMES_THE_WAY);
});

it('shares the word with other ways, so that it names none', async () => {
  for (const [wayId, routeId] of [
    ['army', 'direct'],
    ['study-abroad', 'keep'],
  ] as const) {
    await choose(world, GRADUATE, wayId, routeId, world.store.all('transfers')[0]?.version ?? null);
    expect(dataOf(await personSeenBy(SECRETARY)).person.transfer?.wayId).toBeNull();
  }
});
