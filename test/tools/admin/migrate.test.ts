/** A migration says what it has changed, what it could not and why; what a check sends to it, it puts right. */
import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { readRecord } from '../../../cloudfunctions/_shared/store/records';
import { emptyHeadcount } from '../../../cloudfunctions/_shared/store/headcount';
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { lineOf, pagesOf, putDocuments, type Document } from '../../../tools/admin/documents';
import { PROBLEMS } from '../../../tools/admin/findings';
import { migrate } from '../../../tools/admin/migrate';
import { restore } from '../../../tools/admin/restore';
import { fail } from '../../../miniprogram/domain/errors';
import { OLD_SEASON } from '../../cloudfunctions/support/old-records';
import { startCloud, type Cloud } from '../../cloudfunctions/support/cloud';
import { GRADUATE, openEnvironment, START } from './college';
import { DAMAGES } from './damages';
import { openSmallCollege } from './memory-environment';
import { SMALL_COLLEGE } from './small-college';

const say = (): void => undefined;

const everything = async ({ db }: Environment): Promise<string[]> => {
  const lines: string[] = [];
  for (const { name } of COLLECTIONS)
    for await (const page of pagesOf(db, name))
      lines.push(...page.map((document) => `${name} ${lineOf(document)}`));
  return lines;
};

describe('on the cloud', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud();
  }, 60_000);
  afterAll(() => cloud.close());

  it('brings a college of release 1.0 forward by exactly what it says, and a second time changes nothing', async () => {
    const environment = openEnvironment(cloud);
    await restore(environment, { dir: SMALL_COLLEGE, replace: true, say });
    const before = new Set(await everything(environment));
    const { changed, left } = await migrate(environment, say);
    const after = await everything(environment);
    const counts: Record<string, number> = {};
    for (const line of after.filter((one) => !before.has(one))) {
      const [name = ''] = line.split(' ');
      counts[name] = (counts[name] ?? 0) + 1;
    }
    expect(Object.fromEntries(changed)).toEqual(counts);
    expect(left).toEqual([]);
    const again = await migrate(environment, say);
    expect([again.changed.size, again.left]).toEqual([0, []]);
    expect(await everything(environment)).toEqual(after);
  }, 60_000);
});

/** In memory: how the database takes a migration's writes, the whole college shows. */
let environment: Environment;
let goBack: () => void;
beforeAll(async () => {
  ({ environment, goBack } = await openSmallCollege());
});
beforeEach(() => goBack());

describe('of what a check sends to it', () => {
  const sentHere = DAMAGES.filter(({ problem }) => PROBLEMS[problem].includes('请运行 migrate'));
  it.each(sentHere)('puts right $what', async ({ plant }) => {
    await plant(environment);
    const { changed, left } = await migrate(environment, say);
    expect([changed.size, left]).toEqual([1, []]);
    expect(await check(environment, { now: START, say })).toEqual([]);
  });

  it('knows all that a check says it puts right', () => {
    const problems = ['old', 'wrong-key', 'wrong-place', 'wrong-season', 'wrong-tally'];
    expect([...new Set(sentHere.map(({ problem }) => problem))].sort()).toEqual(problems);
  });
});

const put = (name: CollectionName, ...documents: Document[]) => putDocuments(environment.db, name, documents);
const one = async (name: CollectionName, id: string): Promise<Document> => {
  const { data } = await environment.db.collection(name).limit(999).get();
  const found = (data as Document[]).find(({ _id }) => _id === id);
  if (!found) throw new Error(`no ${name} ${id}`);
  return found;
};
const all = async (name: CollectionName): Promise<Document[]> =>
  (await environment.db.collection(name).limit(999).get()).data as Document[];
const graduate = async (): Promise<Document> =>
  (await all('members')).find(({ accountId }) => accountId === GRADUATE) as Document;
const someoneElse = async (): Promise<Document> =>
  (await all('members')).find(({ accountId }) => accountId === null) as Document;
const theirs = async ({ _id }: Document): Promise<Document> =>
  (await all('transfers')).find(({ memberId }) => memberId === _id) as Document;
/** What it has changed by collection, and the ids of what it has left. */
const run = async (into = environment) => {
  const { changed, left } = await migrate(into, say);
  return { changed: Object.fromEntries(changed), left: left.map(({ id }) => id) };
};

describe('what it cannot do', () => {
  it('it names, leaves with the counters it stands in, and goes on', async () => {
    const member = await graduate();
    const transfer = await theirs(member);
    const other = await someoneElse();
    await put('transfers', { ...transfer, state: 7 });
    await put('members', { ...member, recordVersion: 99 }, { ...other, name: '改了名' });
    const before = await everything(environment);
    const { changed, left } = await migrate(environment, say);
    expect(Object.fromEntries(changed)).toEqual({ members: 1 });
    expect(left).toEqual([
      { collection: 'members', id: member._id, words: PROBLEMS.newer },
      { collection: 'transfers', id: transfer._id, words: PROBLEMS.malformed },
    ]);
    const after = await everything(environment);
    expect(after.filter((line) => !before.includes(line))).toEqual([expect.stringContaining('改了名')]);
  });

  it('for somebody kept changing it, it says is to be run again for', async () => {
    const member = await graduate();
    await put('members', { ...member, startedIn: null });
    const busy = { ...environment.store, transact: async () => fail('BUSY') };
    const { changed, left } = await migrate({ ...environment, store: busy }, say);
    expect([...changed.keys()]).toEqual([]);
    // The counters, too, could not be counted anew.
    expect(left.map(({ collection }) => collection)).toEqual(['members', 'tallies']);
    expect(left[0]).toMatchObject({ id: member._id, words: expect.stringContaining('再运行一次') });
    expect(await run()).toEqual({ changed: { members: 1 }, left: [] });
  });

  it('as the database fails, it does not call done', async () => {
    await put('members', { ...(await someoneElse()), nameKey: 'x' });
    const broken = { ...environment.store, transact: () => Promise.reject(new Error('SYS_ERR')) };
    await expect(migrate({ ...environment, store: broken }, say)).rejects.toThrow('SYS_ERR');
  });
});

describe('the season somebody began last', () => {
  it('is that of their latest transfer, and of nobody else', async () => {
    const member = await graduate();
    const transfer = await theirs(member);
    const earlier = { ...transfer, _id: `${transfer._id}-2026`, seasonId: '2026', createdAt: START - 1e10 };
    await put('transfers', earlier);
    await put('members', { ...member, startedIn: null });
    await run();
    expect((await one('members', member._id))['startedIn']).toBe('2027');
    expect((await someoneElse())['startedIn']).toBeNull();
    await put('members', { ...member, startedIn: '2026' });
    expect((await run()).changed).toEqual({ members: 1 });
    expect((await one('members', member._id))['startedIn']).toBe('2027');
  });

  it('is left alone where it cannot be told from what is stored', async () => {
    const member = await graduate();
    const transfer = await theirs(member);
    const other = await someoneElse();
    await put('members', { ...member, startedIn: null }, { ...other, startedIn: '2026' });
    await put('transfers', { ...transfer, _id: 'z-strange', createdAt: 0, state: 7 });
    expect(await run()).toEqual({ changed: {}, left: ['z-strange'] });
    expect((await one('members', member._id))['startedIn']).toBeNull();
    // Nobody knows whose it is: it may be anybody's.
    await environment.db.collection('transfers').doc('z-strange').remove();
    await put('transfers', { _id: 'a-nobody', recordVersion: 1 });
    expect(await run()).toEqual({ changed: {}, left: ['a-nobody'] });
    await environment.db.collection('transfers').doc('a-nobody').remove();
    expect(await run()).toEqual({ changed: { members: 1 }, left: [] });
    expect((await one('members', other._id))['startedIn']).toBe('2026');
  });

  it('is not written to who is being erased', async () => {
    const member = await graduate();
    await put('members', { ...member, startedIn: null });
    const erasure = {
      state: 'settling',
      person: null,
      personSealed: null,
      movesFigures: true,
      nextAt: START,
    };
    await put('erasures', { _id: member._id, recordVersion: 1, ...erasure });
    expect(await run()).toEqual({ changed: {}, left: [] });
    expect((await one('members', member._id))['startedIn']).toBeNull();
  });
});

describe('that somebody is over age, once noted beside their line', () => {
  const mark = (_id: string, overAgeRecordedAt: unknown): Document => ({
    _id,
    recordVersion: 1,
    lastNudgedAt: 7,
    overAgeRecordedAt,
  });

  it('goes to their line and leaves the mark, which keeps what else it says', async () => {
    const { _id } = await someoneElse();
    await put('marks', mark(_id, START - 5));
    expect(await run()).toEqual({ changed: { marks: 1 }, left: [] });
    expect((await one('members', _id))['overAgeRecordedAt']).toBe(START - 5);
    expect(await one('marks', _id)).toEqual({ _id, recordVersion: 1, lastNudgedAt: 7 });
    expect(await run()).toEqual({ changed: {}, left: [] });
  });

  it('goes over no later note', async () => {
    const other = await someoneElse();
    await put('members', { ...other, overAgeRecordedAt: START });
    await put('marks', mark(other._id, START - 5));
    await run();
    expect((await one('members', other._id))['overAgeRecordedAt']).toBe(START);
    expect(await one('marks', other._id)).not.toHaveProperty('overAgeRecordedAt');
  });

  it('just goes where it says nothing, and with who has gone', async () => {
    const { _id } = await someoneElse();
    await put('marks', mark(_id, null), mark('gone', START));
    expect(await run()).toEqual({ changed: { marks: 2 }, left: [] });
    expect((await one('members', _id))['overAgeRecordedAt']).toBeNull();
    expect((await all('members')).map((member) => member._id)).not.toContain('gone');
  });
});

describe('the figures of the board', () => {
  const purged = async (purgedAt: unknown) => {
    const season = readRecord('seasons', OLD_SEASON);
    const [tally] = await all('tallies');
    const cells = [{ branchId: 'b', state: 'completed', wayId: 'army', count: 7 }];
    await put('seasons', { ...season, _id: '2026', purgedAt });
    const _id = `2026:${String(tally?.['collegeId'])}:0`;
    const kept = { ...(tally as Document), _id, seasonId: '2026', shard: 0, cells };
    await put('tallies', kept);
    return kept;
  };

  it('of a season that was cleared away stay: nothing is left to count them from', async () => {
    const kept = await purged(START);
    expect(await run()).toEqual({ changed: {}, left: [] });
    expect(await one('tallies', kept._id)).toEqual(kept);
  });

  it('of a season that cannot be read stay too', async () => {
    const kept = await purged('yesterday');
    expect(await run()).toEqual({ changed: {}, left: ['2026'] });
    expect(await one('tallies', kept._id)).toEqual(kept);
  });

  it('of a season that is kept are counted anew, also where no transfer is left', async () => {
    const kept = await purged(null);
    expect(await run()).toEqual({ changed: { tallies: 1 }, left: [] });
    expect(await one('tallies', kept._id)).toMatchObject({ cells: [] });
  });

  it('who waits without a transfer are counted anew for a college that has been counted', async () => {
    const collegeId = String((await someoneElse())['collegeId']);
    const countedFor = Number((await one('colleges', collegeId))['rosterVersion']);
    const wrong = { ...emptyHeadcount(collegeId), bind: 99, asOf: Date.now() - 1000, countedFor };
    await put('headcounts', { ...wrong }, { ...wrong, _id: `${collegeId}:3` });
    expect(await run()).toEqual({ changed: { headcounts: 1 }, left: [] });
    expect(await all('headcounts')).toEqual([
      expect.objectContaining({ _id: collegeId, bind: 27, login: 1, choose: 0, begun: 2 }),
    ]);
    expect(await run()).toEqual({ changed: {}, left: [] });
  });
});

it('counts a notice planned before they were counted, once', async () => {
  const [planned] = (await all('notices')).filter(({ status }) => status === 'planned');
  const { version: _none, ...uncounted } = planned as Document;
  await put('notices', uncounted as Document);
  expect((await run()).changed).toEqual({ notices: 1 });
  expect(await one('notices', String(planned?._id))).toHaveProperty('version');
  expect((await run()).changed).toEqual({});
});
