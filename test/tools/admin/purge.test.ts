/** The operator's purge: the dry run counts what the run takes, and what the run leaves fits together and opens. */
import { COLLECTIONS } from '../../../cloudfunctions/_shared/store/collections';
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { lineOf, pagesOf, putDocuments, type Document } from '../../../tools/admin/documents';
import { keysOf } from '../../../tools/admin/keys';
import { purge, purgedWords } from '../../../tools/admin/purge';
import { rekey } from '../../../tools/admin/rekey';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { dataOf, startCloud, type Cloud } from '../../cloudfunctions/support/cloud';
import { ADMIN, GRADUATE, KEEPER, openEnvironment, START } from './college';
import { bringBackSmallCollege } from './small-college';

const DAY = 86_400_000;
/** The season is over, and its pictures have not gone by themselves yet. */
const LATER = START + 100 * DAY;
const say = (): void => undefined;
const keys = keysOf(FUNCTION_ENV.FIELD_KEY);

let cloud: Cloud;
let environment: Environment;
beforeAll(async () => {
  cloud = await startCloud();
  environment = openEnvironment(cloud);
}, 60_000);
afterAll(() => cloud.close());
/** The small college in autumn, with the season of its people still open. */
const begin = async (): Promise<void> => {
  await cloud.jumpTo(START);
  await bringBackSmallCollege(environment);
  await open('2027');
  await finishTransfer();
  await cloud.jumpTo(LATER);
};

const open = async (id: string): Promise<void> => {
  const season = { id, name: `${id}届毕业季`, rulebookId: 'usst-2020' };
  dataOf(await cloud.call(ADMIN, 'teacher', 'openSeason', season));
};
const openNext = () => open('2028');
const run = (dryRun: boolean, given: typeof keys | null = keys, seasonId = '2027') =>
  purge(environment, { seasonId, dryRun, keys: given ?? undefined, now: () => LATER, say });

const everything = async (): Promise<Map<string, string[]>> => {
  const lines = new Map<string, string[]>();
  for (const { name } of COLLECTIONS) {
    const those: string[] = [];
    for await (const page of pagesOf(environment.db, name)) those.push(...page.map(lineOf));
    lines.set(name, those);
  }
  return lines;
};
const stored = async (name: 'members' | 'transfers' | 'erasures'): Promise<Document[]> =>
  (await environment.db.collection(name).limit(1000).get()).data as Document[];

/** Whoever has something under way is spared: the graduate is through. */
const finishTransfer = async (): Promise<void> => {
  const own = (await stored('transfers')).filter(({ accountId }) => accountId === GRADUATE);
  await putDocuments(
    environment.db,
    'transfers',
    own.map((transfer) => ({ ...transfer, state: 'completed' })),
  );
};

/** Somebody's transfer of a season before, with a picture of its own. */
const addEarlierTransfer = async (): Promise<void> => {
  const transfer = (await stored('transfers')).find(({ accountId }) => accountId === GRADUATE);
  const picture = await environment.files.upload('screenshots/earlier/shot.png', Buffer.from('earlier'));
  const earlier = { seasonId: '2026', createdAt: START - 365 * DAY, screenshots: [picture] };
  await putDocuments(environment.db, 'transfers', [
    { ...transfer, ...earlier, _id: String(transfer?._id).replace('2027', '2026') },
  ]);
};

const OTHER_KEY = keysOf(`other:${Buffer.alloc(32, 7).toString('base64')}`);
describe('of a season that is over', () => {
  let whileOpen: unknown[];
  beforeAll(async () => {
    await begin();
    const refusal = (dryRun: boolean) => run(dryRun).catch((error: Error) => error.message);
    whileOpen = [await refusal(false), await refusal(true)];
    await addEarlierTransfer();
    await openNext();
  }, 60_000);

  it('refuses in words, before anything is touched', async () => {
    expect(whileOpen).toEqual(Array(2).fill(expect.stringContaining('2027 是现在开着的毕业季')));
    const before = await everything();
    await expect(run(false, keys, '1999')).rejects.toThrow('没有 1999 这个毕业季');
    await expect(run(false, null)).rejects.toThrow('FIELD_KEY');
    await expect(run(false, OTHER_KEY)).rejects.toThrow('打不开这个环境里的密文');
    expect(await everything()).toEqual(before);
  });

  it('counts, and changes nothing; the run takes what was counted and no more', async () => {
    const before = await everything();
    const counted = await run(true, null);
    expect(await everything()).toEqual(before);
    expect(counted).toMatchObject({ people: 29, transfers: 2, files: 2, kept: 1 });
    expect(await run(false)).toEqual(counted);
    const after = await everything();
    const gone = (name: string): number => (before.get(name)?.length ?? 0) - (after.get(name)?.length ?? 0);
    expect(gone('members')).toBe(counted.people);
    expect(gone('transfers')).toBe(counted.transfers);
    expect(gone('resetRequests')).toBe(counted.resetRequests);
    expect(gone('notices')).toBe(counted.notices);
    expect((await stored('members')).map(({ accountId }) => accountId)).toEqual([KEEPER]);
    expect(Object.values(await run(true)).slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  }, 60_000);
});

it('leaves nothing that a check complains of, that no key opens, or that the timer cannot finish', async () => {
  await begin();
  await openNext();
  await run(false);
  const erasures = await stored('erasures');
  expect(erasures).toHaveLength(29);
  for (const { _id, personSealed } of erasures)
    expect(JSON.parse(keys.newest.open(String(personSealed), _id))).toHaveProperty('folders');
  expect(await check(environment, { cipher: keys.all, now: LATER, say })).toEqual([]);
  expect(await rekey(environment, { keys, leaveUnopened: false, say })).toBe(true);
  await cloud.jumpTo(LATER + 10 * 60_000);
  for (let turn = 0; turn < 3; turn += 1) await cloud.tick();
  expect(await stored('erasures')).toEqual([]);
}, 120_000);

it('tells in words what has gone and who stays', () => {
  const counts = { people: 3, transfers: 2, resetRequests: 1, notices: 5, files: 4, kept: 1 };
  expect(purgedWords(counts)).toBe(
    '同学 3 人，转接记录 2 份，验证码求助 1 次，消息 5 条，截图 4 张，留下的 1 人（保留关系、参军或暂缓，学院还要接着管）',
  );
});
