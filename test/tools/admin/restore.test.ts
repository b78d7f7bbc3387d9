/** After a restore the environment is as the backup, which it says only once it has compared. */
import { cpSync, unlinkSync } from 'node:fs';
import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { backUp } from '../../../tools/admin/backup';
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import { readManifest } from '../../../tools/admin/folder';
import { migrate } from '../../../tools/admin/migrate';
import { Refusal } from '../../../tools/admin/refusal';
import { restore } from '../../../tools/admin/restore';
import { changeManifest, linesOf, openFolder } from './backup-folder';
import { START } from './college';
import { answering, openEmpty, refusing } from './memory-environment';
import { SMALL_COLLEGE } from './small-college';

const silent = (): void => undefined;
/** The environment in which the backup was taken: files come back under their old ids. */
const SAME = 'cloud://local-env.6c6f-local-env-1250000000/';

let memory: ReturnType<typeof openEmpty>;
let environment: Environment;
let empty: () => void;
let restored: () => void;
beforeAll(async () => {
  memory = openEmpty(SAME);
  ({ environment } = memory);
  empty = memory.remember();
  await bringBack();
  restored = memory.remember();
});
beforeEach(() => restored());

const folder = openFolder();
const bringBack = (
  from = SMALL_COLLEGE,
  replace = true,
  into = environment,
  say: (line: string) => void = silent,
) => restore(into, { dir: from, replace, say });
const backUpTo = (name: string, from = environment) =>
  backUp(from, { dir: folder(name), takenAt: START, say: silent });
const stored = async (name: CollectionName, from = environment): Promise<Document[]> =>
  (await from.db.collection(name).limit(9999).get()).data as Document[];
const lock = { _id: 'later', recordVersion: 1, tries: 1, firstAt: 0, lockedUntil: null };
const picturesIn = (transfers: readonly Document[]) =>
  transfers.flatMap(({ screenshots }) => screenshots as string[]);

it('takes a backup of release 1.0, and all fits together', async () => {
  empty();
  const said: string[] = [];
  expect(await bringBack(SMALL_COLLEGE, false, environment, (line) => said.push(line))).toEqual([]);
  const manifest = await readManifest(SMALL_COLLEGE);
  const again = await backUpTo('again');
  // Its counters had fields named after ids, which the database takes no more: they come as of today.
  // What 1.0 noted of reminders to plan again nobody needs any more.
  const { tallies, replans, ...same } = manifest.collections;
  expect(again.collections).toMatchObject(same);
  expect(again.collections['tallies']?.count).toBe(tallies?.count);
  expect(replans).toBeDefined();
  expect(again.files).toEqual(manifest.files);
  expect(said).toEqual(
    expect.arrayContaining([
      '把 local-env 的备份恢复到 memory',
      '  文件：传了 1 个',
      '  members：30 条',
      `核对过：${COLLECTIONS.length} 个集合、75 条记录，都和备份一样。`,
    ]),
  );
  await migrate(environment, silent);
  expect(await check(environment, { now: START, say: silent })).toEqual([]);
});

it('brings back all pages of what was saved, and takes away all pages of what was not', async () => {
  const locks = (prefix: string) =>
    Array.from({ length: 1001 }, (_, index) => ({ ...lock, _id: `${prefix}-${index}` }));
  await putDocuments(environment.db, 'locks', locks('saved'));
  await backUpTo('many');
  restored();
  await putDocuments(environment.db, 'locks', [...locks('later'), { ...lock, _id: 'saved-7', tries: 99 }]);
  expect(await bringBack(folder('many'))).toEqual([]);
  expect(await stored('locks')).toEqual(linesOf(folder('many/locks.jsonl')));
  expect(await stored('locks')).toHaveLength(1001);
});

it('puts files into another environment under its own ids, by which the records then name them', async () => {
  const other = openEmpty('cloud://elsewhere.bucket/');
  await bringBack(SMALL_COLLEGE, false, other.environment);
  const [picture = ''] = picturesIn(await stored('transfers', other.environment));
  expect(picture).toMatch(/^cloud:\/\/elsewhere\.bucket\/screenshots\//);
  expect([...other.files.keys()]).toEqual([picture]);
  expect(other.files.get(picture)?.length).toBe(3);
  // Run again it finds only what it has brought itself.
  expect(await bringBack(SMALL_COLLEGE, false, other.environment)).toEqual([]);
});

it('also empties what the release that took the backup did not know', async () => {
  cpSync(SMALL_COLLEGE, folder('older'), { recursive: true });
  unlinkSync(folder('older/locks.jsonl'));
  changeManifest(folder('older'), ({ collections }) => delete collections['locks']);
  await putDocuments(environment.db, 'locks', [lock]);
  await bringBack(folder('older'));
  expect(await stored('locks')).toEqual([]);
});

it('refuses by name what this release does not know, unless nothing is in it', async () => {
  cpSync(SMALL_COLLEGE, folder('newer'), { recursive: true });
  for (const [name, as] of [
    ['badges', 'settings'],
    ['blank', 'seasons'],
  ] as const) {
    cpSync(folder(`newer/${as}.jsonl`), folder(`newer/${name}.jsonl`));
    changeManifest(folder('newer'), ({ collections }) => {
      if (collections[as]) collections[name] = collections[as];
    });
  }
  await expect(bringBack(folder('newer'))).rejects.toThrow(/不认识的集合：badges，什么都没有改/);
  unlinkSync(folder('newer/badges.jsonl'));
  changeManifest(folder('newer'), ({ collections }) => delete collections['badges']);
  expect(await bringBack(folder('newer'))).toEqual([]);
});

describe('without --replace', () => {
  it('that broke off is run again, and nothing else is overwritten by accident', async () => {
    empty();
    const broken = answering(environment, 'transfers', () => ({ doc: refusing('SYS_ERR') }));
    await expect(bringBack(SMALL_COLLEGE, false, broken)).rejects.toThrow('SYS_ERR');
    expect((await stored('members')).length).toBeGreaterThan(0);
    await putDocuments(environment.db, 'locks', [lock]);
    await expect(bringBack(SMALL_COLLEGE, false)).rejects.toThrow(/数据：locks，什么都没有改.*--replace/);
    await environment.db.collection('locks').doc('later').remove();
    expect(await bringBack(SMALL_COLLEGE, false)).toEqual([]);
  });

  it('changes nothing where a record has changed since, wherever it stands among the others', async () => {
    const last = (await stored('members')).at(-1) as Document;
    await putDocuments(environment.db, 'members', [{ ...last, name: '后来改的名字' }]);
    await putDocuments(
      environment.db,
      'locks',
      Array.from({ length: 501 }, (_, index) => ({ ...lock, _id: `l-${index}` })),
    );
    const before = memory.store.text();
    await expect(bringBack(SMALL_COLLEGE, false)).rejects.toThrow('数据：members、locks，什么都没有改');
    expect(memory.store.text()).toBe(before);
  });

  it('is not held up by what the timer notes for itself', async () => {
    empty();
    await putDocuments(environment.db, 'wake', [{ _id: 'wake', recordVersion: 1 }]);
    expect(await bringBack(SMALL_COLLEGE, false)).toEqual([]);
    expect(await stored('wake')).toEqual([]);
  });
});

describe('of pictures', () => {
  const addPicture = async (): Promise<string> => {
    const later = await environment.files.upload('screenshots/m-later/x/shot.png', Buffer.from('later'));
    const [transfer] = await stored('transfers');
    await putDocuments(environment.db, 'transfers', [
      { ...(transfer as Document), _id: 'z', screenshots: [later] },
    ]);
    return later;
  };

  it('takes away those of what it replaces, and only those', async () => {
    const kept = picturesIn(await stored('transfers'));
    const later = await addPicture();
    const said: string[] = [];
    await bringBack(SMALL_COLLEGE, true, environment, (line) => said.push(line));
    expect(await environment.files.download(later)).toBeUndefined();
    expect([...memory.files.keys()]).toEqual(kept);
    expect(said).toContain('  文件：去掉了备份里没有的 1 个');
    expect((await backUpTo('again')).missing).toEqual([]);
  });

  it('names those that the backup lacks, and leaves them where they are there again', async () => {
    const later = await addPicture();
    await environment.files.remove([later]);
    await backUpTo('lacking');
    await environment.files.upload('screenshots/m-later/x/shot.png', Buffer.from('later'));
    expect(await bringBack(folder('lacking'))).toEqual([expect.stringContaining(later)]);
    expect(await environment.files.download(later)).toEqual(Buffer.from('later'));
  });
});

it('names the collections it does not know, which it leaves alone', async () => {
  const beside = (names: () => Promise<string[]>) =>
    bringBack(SMALL_COLLEGE, true, { ...environment, names });
  expect(await beside(async () => ['members', 'badges', 'replans', 'blog'])).toEqual([
    expect.stringMatching(/不认识的集合，没有动：badges、blog。/),
  ]);
  expect(await beside(async () => ['members', 'replans'])).toEqual([]);
  expect(await beside(() => Promise.reject(new Refusal('没有权限列出集合')))).toEqual([
    expect.stringMatching(/没能列出.*没有权限列出集合/),
  ]);
});

describe('does not call itself done', () => {
  it('while something is there that the backup does not hold', async () => {
    await putDocuments(environment.db, 'locks', [lock]);
    const held = answering(environment, 'locks', (real) => ({
      doc: (id) => ({ ...real.doc(id), remove: () => Promise.resolve() }),
    }));
    await expect(bringBack(SMALL_COLLEGE, true, held)).rejects.toThrow(
      /还没有恢复好.*locks 有 1 条，备份里是 0 条/,
    );
  });

  it('while a record is not as the backup holds it', async () => {
    const held = answering(environment, 'members', (real) => ({
      doc: (id) => ({
        ...real.doc(id),
        set: ({ data }) => real.doc(id).set({ data: { ...data, version: 99 } }),
      }),
    }));
    await expect(bringBack(SMALL_COLLEGE, true, held)).rejects.toThrow('members 有 30 条，备份里是 30 条');
  });
});
