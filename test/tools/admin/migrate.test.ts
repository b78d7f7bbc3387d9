/** A migration says what it has changed, what it could not and why; what a check sends to it, it puts right. */
import { COLLECTIONS } from '../../../cloudfunctions/_shared/store/collections';
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { lineOf, pagesOf, putDocuments, type Document } from '../../../tools/admin/documents';
import { PROBLEMS } from '../../../tools/admin/findings';
import { migrate } from '../../../tools/admin/migrate';
import { restore } from '../../../tools/admin/restore';
import { startCloud, type Cloud } from '../../cloudfunctions/support/cloud';
import { GRADUATE, openEnvironment, START } from './college';
import { DAMAGES } from './damages';
import { openSmallCollege } from './memory-environment';
import { bringBackSmallCollege, SMALL_COLLEGE } from './small-college';

const say = (): void => undefined;

let cloud: Cloud;
let environment: Environment;
beforeAll(async () => {
  cloud = await startCloud();
  environment = openEnvironment(cloud);
}, 60_000);
afterAll(() => cloud.close());
afterEach(() => cloud.clearFaults());

const everything = async (): Promise<string[]> => {
  const lines: string[] = [];
  for (const { name } of COLLECTIONS)
    for await (const page of pagesOf(environment.db, name))
      lines.push(...page.map((document) => `${name} ${lineOf(document)}`));
  return lines;
};
const graduate = async (): Promise<Document> =>
  (await environment.db.collection('members').where({ accountId: GRADUATE }).limit(1).get())
    .data[0] as Document;

it('brings a college of release 1.0 forward by exactly what it says, and a second time changes nothing', async () => {
  await restore(environment, { dir: SMALL_COLLEGE, replace: true, say });
  const before = new Set(await everything());
  const { changed, left } = await migrate(environment, say);
  const after = await everything();
  const counts: Record<string, number> = {};
  for (const line of after.filter((one) => !before.has(one))) {
    const [name = ''] = line.split(' ');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  expect(Object.fromEntries(changed)).toEqual(counts);
  expect(left).toEqual([]);
  const again = await migrate(environment, say);
  expect([again.changed.size, again.left]).toEqual([0, []]);
  expect(await everything()).toEqual(after);
});

describe('of what a check sends to it', () => {
  const sentHere = DAMAGES.filter(({ problem }) => PROBLEMS[problem].includes('请运行 migrate'));
  /** In memory: how the database takes a migration's writes, the whole college shows. */
  let small: Awaited<ReturnType<typeof openSmallCollege>>;
  beforeAll(async () => {
    small = await openSmallCollege();
  });
  beforeEach(() => small.goBack());

  it.each(sentHere)('puts right $what', async ({ plant }) => {
    await plant(small.environment);
    const { changed, left } = await migrate(small.environment, say);
    expect([changed.size, left]).toEqual([1, []]);
    expect(await check(small.environment, { now: START, say })).toEqual([]);
  });

  it('knows all that a check says it puts right', () => {
    const problems = ['old', 'wrong-key', 'wrong-place', 'wrong-season', 'wrong-tally'];
    expect([...new Set(sentHere.map(({ problem }) => problem))].sort()).toEqual(problems);
  });
});

describe('a migration on the cloud', () => {
  beforeEach(() => bringBackSmallCollege(environment), 60_000);

  it('names what it cannot read, leaves it and the counters it stands in, and goes on', async () => {
    const member = await graduate();
    const [transfer] = (
      await environment.db.collection('transfers').where({ memberId: member._id }).limit(1).get()
    ).data as Document[];
    await putDocuments(environment.db, 'transfers', [{ ...transfer, _id: transfer?._id ?? '', state: 7 }]);
    await putDocuments(environment.db, 'members', [{ ...member, recordVersion: 99 }]);
    const [other] = (await environment.db.collection('members').where({ accountId: null }).limit(1).get())
      .data as Document[];
    await putDocuments(environment.db, 'members', [{ ...other, _id: other?._id ?? '', name: '改了名' }]);
    const before = await everything();
    const { changed, left } = await migrate(environment, say);
    expect(Object.fromEntries(changed)).toEqual({ members: 1 });
    expect(left).toEqual([
      { collection: 'members', id: member._id, words: PROBLEMS.newer },
      { collection: 'transfers', id: transfer?._id, words: PROBLEMS.malformed },
    ]);
    const after = await everything();
    expect(after.filter((line) => !before.includes(line))).toEqual([expect.stringContaining('改了名')]);
  });

  it('names what somebody else kept changing', async () => {
    const member = await graduate();
    await putDocuments(environment.db, 'members', [{ ...member, startedIn: null }]);
    const message = 'TransactionConflict';
    await cloud.fault({
      action: 'database.commitTransaction',
      kind: 'code',
      code: 'SYS_ERR',
      message,
      times: 999,
    });
    const { changed, left } = await migrate(environment, say);
    expect([...changed.keys()]).toEqual([]);
    // The counters, too, could not be counted anew.
    expect(left.map(({ collection }) => collection)).toEqual(['members', 'tallies']);
    expect(left[0]).toMatchObject({ id: member._id, words: expect.stringContaining('再运行一次') });
    await cloud.clearFaults();
    expect(Object.fromEntries((await migrate(environment, say)).changed)).toEqual({ members: 1 });
  });
});
