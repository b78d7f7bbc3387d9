/** Every way in which records can disagree is planted once: the check notices it, once, and nothing else with it. */
import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { emptyHeadcount } from '../../../cloudfunctions/_shared/store/headcount';
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import { PROBLEMS } from '../../../tools/admin/findings';
import { keysOf } from '../../../tools/admin/keys';
import { LINKS } from '../../../tools/admin/links';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { GRADUATE, START } from './college';
import { addRecord, DAMAGES } from './damages';
import { openSmallCollege } from './memory-environment';
import { AWAITED, soundRecords } from './sound-records';

const say = (): void => undefined;

let environment: Environment;
let goBack: () => void;
beforeAll(async () => {
  ({ environment, goBack } = await openSmallCollege());
});
beforeEach(() => goBack());

const all = async (name: CollectionName): Promise<Document[]> =>
  (await environment.db.collection(name).limit(999).get()).data as Document[];
const findings = () => check(environment, { cipher: keysOf(FUNCTION_ENV.FIELD_KEY).all, now: START, say });

it('finds nothing in a college where all is well', async () => {
  expect(await findings()).toEqual([]);
});

it.each(DAMAGES)('finds $what', async ({ collection, problem, plant }) => {
  const id = await plant(environment);
  expect(await findings()).toEqual([{ collection, id, problem }]);
});

it('has a planted damage for every row', () => {
  const planted = DAMAGES.map(({ collection, problem }) => `${collection} ${problem}`);
  expect(planted).toEqual(
    expect.arrayContaining(LINKS.map(({ collection, problem }) => `${collection} ${problem}`)),
  );
  expect(DAMAGES.map(({ problem }) => problem)).toEqual(expect.arrayContaining(Object.keys(PROBLEMS)));
});

it('finds nothing where only lies about what may', async () => {
  const [member] = (await all('members')).filter(({ accountId }) => accountId === GRADUATE);
  const [collegeId] = (await all('colleges')).map(({ _id }) => _id);
  const sound = soundRecords({ memberId: String(member?._id), collegeId: String(collegeId) });
  for (const [collection, document] of sound) await addRecord(collection, document)(environment);
  const [college] = await all('colleges');
  await putDocuments(environment.db, 'colleges', [
    { ...college, _id: String(collegeId), rosterRunId: 'run-written' },
  ]);
  for (const path of AWAITED) await environment.files.upload(path, Buffer.from('x'));
  expect(await findings()).toEqual([]);
});

describe('the count of people without a transfer', () => {
  const MINUTE = 60_000;
  /** 27 have not signed in, 3 have: 1 of them has begun nothing. */
  const RIGHT = { bind: 27, login: 1, choose: 0, begun: 2 };
  const counted = async (heads: object, asOf = START - MINUTE, more: object = {}) => {
    const [college] = await all('colleges');
    const collegeId = String(college?._id);
    const countedFor = Number(college?.['rosterVersion']);
    await putDocuments(environment.db, 'headcounts', [
      { ...emptyHeadcount(collegeId), ...heads, asOf, countedFor, ...more } as unknown as Document,
    ]);
    return [{ collection: 'headcounts', id: collegeId, problem: 'wrong-tally' }];
  };

  it.each(['bind', 'login', 'choose', 'begun'] as const)('is named when %s is wrong', async (stage) => {
    await counted(RIGHT);
    expect(await findings()).toEqual([]);
    const wrong = await counted({ ...RIGHT, [stage]: 5 });
    expect(await findings()).toEqual(wrong);
  });

  it('is held against who has moved since', async () => {
    const [member] = (await all('members')).filter(({ accountId }) => accountId === GRADUATE);
    const headMoves = [{ at: START - MINUTE / 2, from: 'login' }];
    const moved = { ...(member as Document), headMoves, headMovedAt: START - MINUTE / 2 };
    await putDocuments(environment.db, 'members', [moved]);
    const wrong = await counted(RIGHT);
    expect(await findings()).toEqual(wrong);
    await counted({ ...RIGHT, login: 2, begun: 1 });
    expect(await findings()).toEqual([]);
  });

  it('of a college in which nobody is left is held against nobody', async () => {
    const [college] = await all('colleges');
    const empty = { _id: 'c-empty', name: '空学院', nameKey: '空学院', teachers: [] };
    await addRecord('colleges', { ...(college as Document), ...empty })(environment);
    const counted0 = (more: object) =>
      putDocuments(environment.db, 'headcounts', [
        {
          ...emptyHeadcount('c-empty'),
          asOf: START - MINUTE,
          countedFor: Number(college?.['rosterVersion']),
          ...more,
        } as unknown as Document,
      ]);
    await counted0({});
    expect(await findings()).toEqual([]);
    await counted0({ bind: 1 });
    expect(await findings()).toEqual([{ collection: 'headcounts', id: 'c-empty', problem: 'wrong-tally' }]);
  });

  it('is not judged when it is made anew at the next look anyway', async () => {
    await counted({ bind: 5 }, START - 3 * 24 * 60 * MINUTE);
    expect(await findings()).toEqual([]);
    await counted({ bind: 5 }, START - MINUTE, { countedFor: 99 });
    expect(await findings()).toEqual([]);
    await counted({ bind: 5 });
    const written = { state: 'applying', leaseUntil: START, expiresAt: START };
    const [, run] =
      soundRecords({ memberId: '', collegeId: '' }).find(([, { _id }]) => _id === 'run-written') ?? [];
    await addRecord('rosterRuns', { ...(run as Document), ...written })(environment);
    const [college] = await all('colleges');
    await putDocuments(environment.db, 'colleges', [
      { ...(college as Document), rosterRunId: 'run-written' },
    ]);
    expect(await findings()).toEqual([]);
  });
});

it('finds a wrong season beside the unreadable transfer of somebody else, and none of theirs', async () => {
  const owners = (await all('members')).filter(({ startedIn }) => startedIn !== null);
  const [member, other] = owners;
  const [theirs] = (await all('transfers')).filter(({ memberId }) => memberId === other?._id);
  await putDocuments(environment.db, 'transfers', [{ ...(theirs as Document), recordVersion: 99 }]);
  await putDocuments(
    environment.db,
    'members',
    owners.map((owner) => ({ ...owner, startedIn: '2026' })),
  );
  const wrong = (await findings()).filter(({ problem }) => problem === 'wrong-season');
  expect(wrong.map(({ id }) => id)).toEqual([member?._id]);
});

it('finds nothing in what the group of a college was told', async () => {
  const [notice] = await all('notices');
  const [college] = await all('colleges');
  const told = { channel: 'wecom', accountId: college?._id, aboutId: college?._id, status: 'planned' };
  await putDocuments(environment.db, 'notices', [
    { ...(notice as Document), ...told, _id: 'n-group', planId: 'digest:2027-05-10' },
  ]);
  expect(await findings()).toEqual([]);
});

it('asks the storage for files in its own portions, and misses none', async () => {
  const [transfer] = await all('transfers');
  const named = Array.from(
    { length: 101 },
    (_, index) => `cloud://simulated.bucket/screenshots/x/${index}.png`,
  );
  await putDocuments(environment.db, 'transfers', [{ ...(transfer as Document), screenshots: named }]);
  const asked: number[] = [];
  const urls: Environment['files']['urls'] = async (ids) => {
    asked.push(ids.length);
    return Object.fromEntries(ids.filter((id) => !id.endsWith('/100.png')).map((id) => [id, 'https://x']));
  };
  const found = await check({ ...environment, files: { ...environment.files, urls } }, { now: START, say });
  expect(found).toContainEqual({ collection: 'transfers', id: transfer?._id, problem: 'missing-file' });
  expect(Math.max(...asked)).toBe(50);
});

it('says how much it has looked at', async () => {
  const said: string[] = [];
  await check(environment, { now: START, say: (line) => void said.push(line) });
  expect(said).toEqual(expect.arrayContaining(['  members：看了 30 条', '  文件：看了 1 个']));
});
