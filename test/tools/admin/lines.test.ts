/** A collection out to a file and back: nothing is overwritten, and nothing is written by halves unnoticed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyHeadcount } from '../../../cloudfunctions/_shared/store/headcount';
import { WAKE_ID } from '../../../cloudfunctions/_shared/store/wake';
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import { exportCollection, importCollection } from '../../../tools/admin/lines';
import { START } from './college';
import { answering, openSmallCollege, refusing } from './memory-environment';

const say = (): void => undefined;

let environment: Environment;
let goBack: () => void;
let dir = '';
let file = '';
beforeAll(async () => {
  ({ environment, goBack } = await openSmallCollege());
});
beforeEach(() => {
  goBack();
  dir = mkdtempSync(path.join(tmpdir(), 'lines-'));
  file = path.join(dir, 'members.jsonl');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const writeOut = (from = environment) => exportCollection(from, { name: 'members', file, say });
const takeIn = (into = environment, dryRun = false) =>
  importCollection(into, { name: 'members', file, dryRun, now: START, say });
const stored = async (): Promise<Document[]> =>
  (await environment.db.collection('members').limit(1000).get()).data as Document[];
const linesOf = (): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

it('writes out every record, and no file over another', async () => {
  expect(await writeOut()).toBe((await stored()).length);
  expect(linesOf().map((line) => JSON.parse(line) as Document)).toEqual(await stored());
  writeFileSync(file, 'mended by hand');
  await expect(writeOut()).rejects.toThrow(/已经有了，没有动它/);
  expect(readFileSync(file, 'utf8')).toBe('mended by hand');
});

it('leaves no half a file when the environment fails', async () => {
  const failing: Environment['db'] = {
    ...environment.db,
    collection: () => {
      throw new Error('gone');
    },
  };
  await expect(writeOut({ ...environment, db: failing })).rejects.toThrow('gone');
  expect(readdirSync(dir)).toEqual([]);
});

const half = (line: string): string => line.slice(0, line.length / 2);
const broken: [string, (lines: string[]) => string[], RegExp][] = [
  ['half a line', ([one = '', two = '', ...rest]) => [one, half(two), ...rest], /第 2 行不是一条完整的 JSON/],
  ['the same record twice', (lines) => [...lines, lines[0] ?? ''], /和第 1 行是同一条记录（_id 一样）/],
  ['a line that is no record', ([, ...rest]) => ['null', ...rest], /第 1 行不符合 members 的格式/],
  ['nothing', () => [], /一行也没有/],
  [
    'an ID number',
    ([one = '', ...rest]) => [one, ...rest.map((line) => line.replace('同学7', '310110200403121234'))],
    /里有像身份证号的数字，一行都没有写入/,
  ],
  [
    'a number for a name',
    (lines) => lines.map((line) => line.replace('"同学7"', '7')),
    /不符合 members 的格式/,
  ],
];
it.each(broken)('takes in nothing of a file with %s, and says where', async (_what, spoil, words) => {
  await writeOut();
  const before = await stored();
  const lines = linesOf().map((line) => line.replace('团员', '同学'));
  writeFileSync(file, spoil(lines).join('\n'));
  await expect(takeIn()).rejects.toThrow(words);
  expect(await stored()).toEqual(before);
});

it('reads back what it has written, and names what is not as it should be', async () => {
  await writeOut();
  const before = await stored();
  expect(await takeIn()).toBe(before.length);
  writeFileSync(file, linesOf().join('\n').replaceAll('团员', '同学'));
  const [{ _id: stubborn } = { _id: '' }] = before;
  const held = answering(environment, 'members', (real) => ({
    doc: (id) => (id === stubborn ? { ...real.doc(id), set: () => Promise.resolve() } : real.doc(id)),
  }));
  await expect(takeIn(held)).rejects.toThrow(new RegExp(`还没有写好：1 条.*${stubborn}`));
});

it('has the timer look again at all that was put right, and only then', async () => {
  await writeOut();
  const asleep = {
    dueAt: START + DAY_MS,
    clockAt: START + DAY_MS,
    jobsAt: START + DAY_MS,
    remindedAt: START,
  };
  const wake = { _id: WAKE_ID, recordVersion: 1 as const, version: 4, loweredAt: 0, ...asleep };
  await environment.store.insertMissing('wake', [wake]);
  await takeIn(environment, true);
  expect(await environment.store.get('wake', WAKE_ID)).toEqual(wake);
  await takeIn();
  const awake = { dueAt: START, clockAt: START, remindedAt: 0, loweredAt: START, version: 5 };
  expect(await environment.store.get('wake', WAKE_ID)).toMatchObject(awake);
});

it('takes all of many pages out and in, empty lines between them aside', async () => {
  const locks = Array.from({ length: 1001 }, (_, index) => ({
    _id: `l-${String(index).padStart(4, '0')}`,
    recordVersion: 2,
    tries: [],
    firstAt: 0,
    lockedUntil: null,
    expiresAt: START,
  }));
  await putDocuments(environment.db, 'locks', locks);
  const said: string[] = [];
  const wanted = { name: 'locks', file, say: (line: string) => void said.push(line) } as const;
  expect(await exportCollection(environment, wanted)).toBe(1001);
  expect(linesOf()).toHaveLength(1001);
  const changed = linesOf().map((line) => line.replace(`"expiresAt":${START}`, `"expiresAt":${START + 1}`));
  writeFileSync(file, `${changed.join('\n\n')}\n`);
  expect(await importCollection(environment, { ...wanted, dryRun: false, now: START })).toBe(1001);
  const { data } = await environment.db.collection('locks').limit(9999).get();
  expect(data).toEqual(locks.map((lock) => ({ ...lock, expiresAt: START + 1 })));
  expect(said).toEqual(
    expect.arrayContaining([
      '  locks：500 条',
      '  locks：1001 条',
      '  locks：500/1001',
      '  locks：1001/1001',
    ]),
  );
});

it('has the counts of people made anew, also when it could not write all', async () => {
  await writeOut();
  const [college] = (await environment.db.collection('colleges').limit(1).get()).data as Document[];
  const count = {
    ...emptyHeadcount(String(college?._id)),
    comparedNextAt: START + DAY_MS,
    comparedTallies: 'as',
  };
  await environment.store.insertMissing('headcounts', [count]);
  await takeIn(environment, true);
  expect(await environment.store.get('headcounts', count._id)).toEqual(count);
  const held = answering(environment, 'members', () => ({ doc: refusing('SYS_ERR') }));
  await expect(takeIn(held)).rejects.toThrow('SYS_ERR');
  expect(await environment.store.get('headcounts', count._id)).toEqual({
    ...count,
    comparedNextAt: START,
    comparedTallies: '',
  });
});
