/** The operator's purge: the dry run counts what the run takes, and what the run leaves fits together and opens. */
import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { fail } from '../../../miniprogram/domain/errors';
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { lineOf, pagesOf, putDocuments, type Document } from '../../../tools/admin/documents';
import { keysOf } from '../../../tools/admin/keys';
import { purge, purgedWords } from '../../../tools/admin/purge';
import { rekey } from '../../../tools/admin/rekey';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { dataOf, startCloud, type Cloud } from '../../cloudfunctions/support/cloud';
import { ADMIN, GRADUATE, KEEPER, openEnvironment, START } from './college';
import { OLD_SEASON } from '../../cloudfunctions/support/old-records';
import { addRecord } from './damages';
import { openSmallCollege } from './memory-environment';
import { bringBackSmallCollege } from './small-college';

const DAY = 86_400_000;
/** The season is over, and its pictures have not gone by themselves yet. */
const LATER = START + 100 * DAY;
const say = (): void => undefined;
const keys = keysOf(FUNCTION_ENV.FIELD_KEY);

const everything = async ({ db }: Environment): Promise<Map<string, string[]>> => {
  const lines = new Map<string, string[]>();
  for (const { name } of COLLECTIONS) {
    const those: string[] = [];
    for await (const page of pagesOf(db, name)) those.push(...page.map(lineOf));
    lines.set(name, those);
  }
  return lines;
};
const stored = async ({ db }: Environment, name: CollectionName): Promise<Document[]> =>
  (await db.collection(name).limit(1000).get()).data as Document[];
const theirs = async (environment: Environment): Promise<Document[]> =>
  (await stored(environment, 'transfers')).filter(({ accountId }) => accountId === GRADUATE);

/** Whoever has something under way is spared: the graduate is through. */
const finishTransfer = async (environment: Environment): Promise<void> => {
  const own = await theirs(environment);
  await putDocuments(
    environment.db,
    'transfers',
    own.map((transfer) => ({ ...transfer, state: 'completed' })),
  );
};

const OTHER_KEY = keysOf(`other:${Buffer.alloc(32, 7).toString('base64')}`);

/** The small college in autumn, in memory. */
describe('of a season that is over', () => {
  let environment: Environment;
  let goBack: () => void;
  const open = (id: string, openedAt: number) =>
    addRecord('seasons', { ...OLD_SEASON, _id: id, openedAt } as Document)(environment);
  beforeAll(async () => {
    const memory = await openSmallCollege();
    ({ environment } = memory);
    await open('2027', START - DAY);
    await finishTransfer(environment);
    goBack = memory.remember();
  });
  beforeEach(() => goBack());

  /** Somebody's transfer of a season before, with a picture of its own. */
  const addEarlierTransfer = async (): Promise<void> => {
    const [transfer] = await theirs(environment);
    const picture = await environment.files.upload('screenshots/earlier/shot.png', Buffer.from('earlier'));
    const earlier = { seasonId: '2026', createdAt: START - 365 * DAY, screenshots: [picture] };
    await putDocuments(environment.db, 'transfers', [
      { ...transfer, ...earlier, _id: String(transfer?._id).replace('2027', '2026') },
    ]);
  };
  const said: string[] = [];
  const run = (dryRun: boolean, given: typeof keys | null = keys, seasonId = '2027') =>
    purge(environment, {
      seasonId,
      dryRun,
      keys: given ?? undefined,
      now: () => LATER,
      say: (line) => void said.push(line),
    });

  it('refuses in words, before anything is touched', async () => {
    for (const dryRun of [false, true]) await expect(run(dryRun)).rejects.toThrow('2027 是现在开着的毕业季');
    await open('2028', LATER);
    const before = await everything(environment);
    await expect(run(false, keys, '1999')).rejects.toThrow('没有 1999 这个毕业季');
    await expect(run(false, null)).rejects.toThrow('FIELD_KEY');
    await expect(run(false, OTHER_KEY)).rejects.toThrow('打不开这个环境里的密文');
    expect(await everything(environment)).toEqual(before);
  });

  it('says that what is done stays done when others are at work', async () => {
    await open('2028', LATER);
    const wanted = { seasonId: '2027', dryRun: false, keys, now: () => LATER, say };
    const refusedWith = (code: 'BUSY' | 'INTERNAL') => {
      const store = { ...environment.store, transact: async () => fail(code) };
      return expect(purge({ ...environment, store }, wanted)).rejects;
    };
    await refusedWith('BUSY').toThrow('有人正在改名单');
    await run(false);
    // Nobody is left to be removed; the season itself is written.
    await refusedWith('BUSY').toThrow('有人正在改名单');
    await refusedWith('INTERNAL').toThrow('不能清理 2027（INTERNAL）。清理过的不会丢');
  });

  it('counts, and changes nothing; the run takes what was counted and no more', async () => {
    await addEarlierTransfer();
    await open('2028', LATER);
    const before = await everything(environment);
    const counted = await run(true, null);
    expect(await everything(environment)).toEqual(before);
    expect(counted).toMatchObject({ people: 29, transfers: 2, files: 2, kept: 1 });
    expect(await run(false)).toEqual(counted);
    const after = await everything(environment);
    const gone = (name: string): number => (before.get(name)?.length ?? 0) - (after.get(name)?.length ?? 0);
    expect(gone('members')).toBe(counted.people);
    expect(gone('transfers')).toBe(counted.transfers);
    expect(gone('resetRequests')).toBe(counted.resetRequests);
    expect(gone('notices')).toBe(counted.notices);
    expect((await stored(environment, 'members')).map(({ accountId }) => accountId)).toEqual([KEEPER]);
    expect(Object.values(await run(true)).slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  });

  it('goes on branch by branch until none is left, and counts them together', async () => {
    await open('2028', LATER);
    const [branch] = await stored(environment, 'branches');
    const [member] = (await stored(environment, 'members')).filter(({ accountId }) => accountId === null);
    const more = Array.from({ length: 60 }, (_, index) => `more-${index}`);
    await putDocuments(
      environment.db,
      'branches',
      more.map((_id) => ({ ...branch, _id, name: _id, nameKey: _id, secretaries: [] })),
    );
    await putDocuments(
      environment.db,
      'members',
      more.map((_id) => ({ ...member, _id: `m-${_id}`, branchId: _id, studentNumber: _id, numberKey: _id })),
    );
    said.length = 0;
    expect(await run(true)).toMatchObject({ people: 89, kept: 1 });
    expect(await run(false)).toMatchObject({ people: 89, kept: 1 });
    expect(said.length).toBeGreaterThan(3);
    expect(said.at(-1)).toBe('  还剩 0 个团支部');
    expect(await stored(environment, 'members')).toHaveLength(1);
  });
});

describe('on the cloud', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud();
  }, 60_000);
  afterAll(() => cloud.close());
  const open = async (id: string): Promise<void> => {
    const season = { id, name: `${id}届毕业季`, rulebookId: 'usst-2020' };
    dataOf(await cloud.call(ADMIN, 'teacher', 'openSeason', season));
  };

  it('leaves nothing that a check complains of, that no key opens, or that the timer cannot finish', async () => {
    const environment = openEnvironment(cloud);
    await cloud.jumpTo(START);
    await bringBackSmallCollege(environment);
    await open('2027');
    await finishTransfer(environment);
    await cloud.jumpTo(LATER);
    await open('2028');
    await purge(environment, { seasonId: '2027', dryRun: false, keys, now: () => LATER, say });
    const erasures = await stored(environment, 'erasures');
    expect(erasures).toHaveLength(29);
    for (const { _id, personSealed } of erasures)
      expect(JSON.parse(keys.newest.open(String(personSealed), _id))).toHaveProperty('folders');
    expect(await check(environment, { cipher: keys.all, now: LATER, say })).toEqual([]);
    expect(await rekey(environment, { keys, leaveUnopened: false, say })).toBe(true);
    await cloud.jumpTo(LATER + 10 * 60_000);
    for (let turn = 0; turn < 3; turn += 1) await cloud.tick();
    expect(await stored(environment, 'erasures')).toEqual([]);
  }, 120_000);
});

it('tells in words what has gone and who stays', () => {
  const counts = { people: 3, transfers: 2, resetRequests: 1, notices: 5, files: 4, kept: 1 };
  expect(purgedWords(counts)).toBe(
    '同学 3 人，转接记录 2 份，验证码求助 1 次，消息 5 条，截图 4 张，留下的 1 人（保留关系、参军或暂缓，学院还要接着管）',
  );
});
