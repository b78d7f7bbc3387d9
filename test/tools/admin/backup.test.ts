/** A backup is one moment of one environment and all of it, or says that it is not. */
import { cpSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import type { CloudQuery } from '../../../cloudfunctions/_shared/store/cloud-database';
import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { backUp } from '../../../tools/admin/backup';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import { readManifest } from '../../../tools/admin/folder';
import { lacksOf } from '../../../tools/admin/verify';
import { cutShort, linesOf, openFolder } from './backup-folder';
import { START } from './college';
import { answering, openSmallCollege, refusing } from './memory-environment';
import { SMALL_COLLEGE } from './small-college';

let environment: Environment;
let goBack: () => void;
beforeAll(async () => {
  ({ environment, goBack } = await openSmallCollege());
});
beforeEach(() => goBack());

const folder = openFolder();
const backUpTo = (name: string, from = environment, say = (_line: string): void => undefined) =>
  backUp(from, { dir: folder(name), takenAt: START, say });
const stored = async (collection: CollectionName): Promise<Document[]> =>
  (await environment.db.collection(collection).limit(9999).get()).data as Document[];
const everythingIn = (name: string): string[] =>
  readdirSync(folder(name), { recursive: true }).map(String).sort();

/** The environment while somebody changes a person each time the people have been read, so many times. */
const inUse = (times: number): Environment => {
  let left = times;
  const disturbed = (query: CloudQuery): CloudQuery => ({
    ...query,
    orderBy: (...order) => disturbed(query.orderBy(...order)),
    limit: (count) => disturbed(query.limit(count)),
    get: async () => {
      const page = await query.get();
      left -= 1;
      if (left >= 0)
        await putDocuments(environment.db, 'members', [
          { ...(page.data[0] as Document), version: 100 + left },
        ]);
      return page;
    },
  });
  return answering(environment, 'members', (real) => ({
    where: (condition) => disturbed(real.where(condition)),
  }));
};
const withoutTransfers = () => answering(environment, 'transfers', () => ({ where: refusing('SYS_ERR') }));
const rename = async (member: Document | undefined, name: string): Promise<void> =>
  putDocuments(environment.db, 'members', [{ ...(member as Document), name }]);

it('holds every record of every page, says of what and when it is, and names each collection with its count', async () => {
  const locks = Array.from({ length: 1001 }, (_, index) => ({ _id: `l-${index}`, recordVersion: 2 }));
  await putDocuments(environment.db, 'locks', locks);
  const said: string[] = [];
  const taken = await backUpTo('many', environment, (line) => said.push(line));
  expect(linesOf(folder('many/locks.jsonl'))).toEqual(await stored('locks'));
  expect(linesOf(folder('many/members.jsonl'))).toEqual(await stored('members'));
  expect(taken).toMatchObject({ env: 'memory', takenAt: START, missing: [], moved: [] });
  expect(taken).toMatchObject({ collections: { locks: { count: 1001 }, members: { count: 30 } } });
  expect(await readManifest(folder('many'))).toEqual(taken);
  expect(said).toEqual(expect.arrayContaining(['  locks：1001 条', '  members：30 条', '  文件：1 个']));
});

it('is never mixed with a whole one in the same folder', async () => {
  await backUpTo('first');
  const before = readFileSync(folder('first/members.jsonl'), 'utf8');
  await rename((await stored('members'))[0], '改过的名字');
  await expect(backUpTo('first')).rejects.toThrow(/已经有一份完整的备份.*新目录/);
  expect(readFileSync(folder('first/members.jsonl'), 'utf8')).toBe(before);
  expect((await backUpTo('second')).collections['members']).not.toEqual(
    (await readManifest(folder('first'))).collections['members'],
  );
});

describe('that broke off', () => {
  const breakOff = () => expect(backUpTo('broken', withoutTransfers())).rejects.toThrow('SYS_ERR');

  it('in the middle of a line goes on, and is as fresh as a new one', async () => {
    await breakOff();
    cutShort(folder('broken'));
    await rename((await stored('members'))[0], '改过的名字');
    const resumed = await backUpTo('broken');
    const fresh = await backUpTo('fresh');
    expect(resumed).toEqual(fresh);
    expect(readFileSync(folder('broken/members.jsonl'))).toEqual(readFileSync(folder('fresh/members.jsonl')));
    expect(everythingIn('broken')).toEqual(everythingIn('fresh'));
  });

  it('says where it goes on, and where it begins', async () => {
    await breakOff();
    cutShort(folder('broken'));
    const said: string[] = [];
    await backUpTo('broken', environment, (line) => said.push(line));
    expect(said).toContain('  members：接着上次的继续');
    expect(said).not.toContain('  transfers：接着上次的继续');
  });

  it('leaves no half of a file behind, nor one that no record names any more', async () => {
    await breakOff();
    writeFileSync(folder('broken/files/half.new'), 'half');
    const taken = await backUpTo('broken');
    expect(everythingIn('broken').filter((name) => name.startsWith('files/'))).toHaveLength(1);
    expect(taken.files).toHaveLength(1);
  });

  it("is not continued with another environment's, nor is a folder of something else", async () => {
    await breakOff();
    await expect(backUpTo('broken', { ...environment, id: 'another' })).rejects.toThrow(
      /环境 memory 没做完的备份，不能接着备份 another/,
    );
    cpSync(SMALL_COLLEGE, folder('old'), { recursive: true });
    unlinkSync(folder('old/manifest.json'));
    await expect(backUpTo('old')).rejects.toThrow('看不出是哪个环境的');
  });
});

describe('while people use it', () => {
  it('is of one moment, although somebody changes a record meanwhile', async () => {
    const taken = await backUpTo('calm', inUse(2));
    expect(taken.moved).toEqual([]);
    expect(taken.collections).toEqual((await backUpTo('after')).collections);
  });

  it('says which collections have not kept still', async () => {
    const taken = await backUpTo('restless', inUse(1000));
    expect(taken.moved).toEqual(['members']);
    expect(lacksOf(taken)).toEqual([expect.stringMatching(/members.*不是同一时刻/)]);
  });
});

describe('of an environment that lacks something', () => {
  it('names the files that are no longer in the storage', async () => {
    const picture = (await stored('transfers')).flatMap(({ screenshots }) => screenshots as string[]);
    await environment.files.remove(picture);
    const taken = await backUpTo('lacking');
    expect([taken.missing, taken.files]).toEqual([picture, []]);
    expect(lacksOf(taken)).toEqual([expect.stringMatching(`缺 1 个文件[^]*${picture[0]}`)]);
  });

  const without = (name: CollectionName, code: string, from = environment) =>
    answering(from, name, () => ({ limit: refusing(code) }));

  it('leaves out a collection that is not there, and says so; one that does not answer stops it', async () => {
    const said: string[] = [];
    const older = without('uploads', 'DATABASE_COLLECTION_NOT_EXIST');
    const { collections } = await backUpTo('older', older, (line) => said.push(line));
    expect(Object.keys(collections)).not.toContain('uploads');
    expect(said).toContainEqual(expect.stringContaining('uploads：环境里没有这个集合'));
    await expect(backUpTo('busy', without('uploads', 'SYS_ERR'))).rejects.toThrow('SYS_ERR');
  });

  it('refuses one that has none of the collections: it is another product', async () => {
    const db = {
      ...environment.db,
      collection: () => ({ limit: refusing('DATABASE_COLLECTION_NOT_EXIST') }) as never,
    };
    await expect(backUpTo('nothing', { ...environment, db })).rejects.toThrow('检查 --env');
  });
});
