/** Makes an environment equal to a backup, and says so only after comparing. Broken off, it is simply run again. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { inParallel } from '../../cloudfunctions/_shared/kernel/in-parallel';
import { upgraded } from '../../cloudfunctions/_shared/store/records/upgrade';
import type { Say } from './say';
import type { Environment } from './connect';
import {
  fileIdsIn,
  lineOf,
  pagesOf,
  putDocuments,
  removeDocuments,
  withFileIds,
  type Document,
} from './documents';
import { sentenceOf } from './failures';
import { badNamesIn } from './field-names';
import { collectionFile, documentsIn, readManifest, storedFile, type Manifest } from './folder';
import { Refusal } from './refusal';
import { lacksOf, verify } from './verify';

const PAGE = 500;
const UPLOADS_AT_ONCE = 8;

/** A backup and where its files went. */
interface Source {
  readonly dir: string;
  readonly manifest: Manifest;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Release 1.0 named fields after ids. The database takes no such field any more: those records come as of today. */
const storable = (name: CollectionName, document: Document): Document =>
  badNamesIn(document).length === 0 ? document : ((upgraded(name, document) ?? document) as Document);

/** A collection the backup does not hold is empty in it: the release that took it had none. */
async function* documentsOf(
  { dir, manifest, renamed }: Source,
  name: CollectionName,
): AsyncGenerator<Document> {
  if (!manifest.collections[name]) return;
  for await (const document of documentsIn(collectionFile(dir, name)))
    yield storable(name, withFileIds(document, renamed) as Document);
}

/** Of 1.0, which had to be told whose reminders to plan again: nothing is lost with it. */
const NO_LONGER_KEPT = ['replans'];

const knownNames = (): ReadonlySet<string> =>
  new Set([...COLLECTIONS.map(({ name }) => name), ...NO_LONGER_KEPT]);

const refuseUnknown = ({ collections }: Manifest): void => {
  const known = knownNames();
  const strange = Object.keys(collections).filter(
    (name) => !known.has(name) && (collections[name]?.count ?? 0) > 0,
  );
  if (strange.length > 0)
    throw new Refusal(
      `备份里有这个版本不认识的集合：${strange.join('、')}，什么都没有改。用做备份时的那个版本来恢复，再升级。`,
    );
};

/** Without the environment that a file's id begins with: another one gives it another beginning. */
const bareLineOf = (document: Document): string => lineOf(document).replaceAll(/cloud:\/\/[^/"]+\//g, '');

/** The timer writes it by itself, also where nobody has been yet. */
const BY_ITSELF: CollectionName = 'wake';

/** Collections with something in them that the backup would not bring back as it is. */
const inTheWay = async ({ db }: Environment, source: Source): Promise<string[]> => {
  const names: string[] = [];
  for (const { name } of COLLECTIONS) {
    if (name === BY_ITSELF || (await db.collection(name).limit(1).get()).data.length === 0) continue;
    const lines = new Set<string>();
    for await (const document of documentsOf(source, name)) lines.add(bareLineOf(document));
    for await (const page of pagesOf(db, name))
      if (page.some((document) => !lines.has(bareLineOf(storable(name, document)))) && !names.includes(name))
        names.push(name);
  }
  return names;
};

const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '');

/** Another environment gives files other ids; where each of them went. */
const restoreFiles = async (
  { files }: Environment,
  dir: string,
  { files: stored }: Manifest,
  say: Say,
): Promise<Map<string, string>> => {
  let done = 0;
  const jobs = stored.map(({ fileId }) => async () => {
    const renamed = await files.upload(pathOf(fileId), await readFile(storedFile(dir, fileId)));
    done += 1;
    if (done % 100 === 0) say(`  文件：${done}/${stored.length}`);
    return [fileId, renamed] as const;
  });
  const renamed = new Map(await inParallel(jobs, UPLOADS_AT_ONCE));
  say(`  文件：传了 ${stored.length} 个`);
  return renamed;
};

/** Pictures of records that are about to go. Before them, or a run broken off would leave files that nobody names. */
const removeOtherFiles = async ({ db, files }: Environment, source: Source, say: Say): Promise<void> => {
  const kept = new Set([...source.renamed.values(), ...source.manifest.missing]);
  const others = new Set<string>();
  for (const { name } of COLLECTIONS)
    for await (const page of pagesOf(db, name))
      for (const fileId of fileIdsIn(page)) if (!kept.has(fileId)) others.add(fileId);
  if (others.size === 0) return;
  await files.remove([...others]);
  say(`  文件：去掉了备份里没有的 ${others.size} 个`);
};

const restoreCollection = async (
  { db }: Environment,
  source: Source,
  name: CollectionName,
): Promise<void> => {
  const kept = new Set<string>();
  let batch: Document[] = [];
  const flush = async (): Promise<void> => {
    await putDocuments(db, name, batch);
    batch = [];
  };
  for await (const document of documentsOf(source, name)) {
    kept.add(document._id);
    batch.push(document);
    if (batch.length >= PAGE) await flush();
  }
  await flush();
  for await (const page of pagesOf(db, name))
    await removeDocuments(
      db,
      name,
      page.map(({ _id }) => _id).filter((id) => !kept.has(id)),
    );
};

interface Weight {
  readonly count: number;
  readonly sha256: string;
}

const weightOf = async (documents: AsyncIterable<Document>): Promise<Weight> => {
  const hash = createHash('sha256');
  let count = 0;
  for await (const document of documents) {
    hash.update(`${lineOf(document)}\n`);
    count += 1;
  }
  return { count, sha256: hash.digest('hex') };
};

async function* storedIn({ db }: Environment, name: CollectionName): AsyncGenerator<Document> {
  for await (const page of pagesOf(db, name)) yield* page;
}

/** Reads the environment back. @throws Refusal naming every collection that is not as in the backup */
const compare = async (environment: Environment, source: Source, say: Say): Promise<void> => {
  const faults: string[] = [];
  let records = 0;
  for (const { name } of COLLECTIONS) {
    const expected = await weightOf(documentsOf(source, name));
    const found = await weightOf(storedIn(environment, name));
    records += found.count;
    say(`  ${name}：${found.count} 条`);
    if (found.sha256 !== expected.sha256)
      faults.push(`${name} 有 ${found.count} 条，备份里是 ${expected.count} 条`);
  }
  if (faults.length > 0)
    throw new Refusal(
      `还没有恢复好，环境里和备份不一样：${faults.join('；')}。多半是恢复的时候还有人在用：关掉定时器，再运行一次 restore --replace。`,
    );
  say(`核对过：${COLLECTIONS.length} 个集合、${records} 条记录，都和备份一样。`);
};

/** What a restore leaves as it was because this release knows nothing of it; by name where the environment tells. */
const leftAlone = async ({ names }: Environment): Promise<string[]> => {
  if (!names) return [];
  const known = knownNames();
  try {
    const strange = (await names()).filter((name) => !known.has(name));
    if (strange.length === 0) return [];
    return [
      `环境里还有这个版本不认识的集合，没有动：${strange.join('、')}。是别的产品的就不用管；是更新的版本留下的，用那个版本来看。`,
    ];
  } catch (error) {
    return [`记录都恢复好了，只是没能列出环境里还有哪些别的集合：${sentenceOf(error)}`];
  }
};

/**
 * @param replace also when something else is stored already; what is not in the backup goes
 * @returns what is not as the backup could tell: what it lacked, and collections this release leaves alone; in sentences
 */
export const restore = async (
  environment: Environment,
  { dir, replace, say }: { dir: string; replace: boolean; say: Say },
): Promise<string[]> => {
  const manifest = await readManifest(dir);
  refuseUnknown(manifest);
  await verify(dir, manifest, say);
  const blocking = replace ? [] : await inTheWay(environment, { dir, manifest, renamed: new Map() });
  if (blocking.length > 0)
    throw new Refusal(
      `环境里已有备份里没有的数据：${blocking.join('、')}，什么都没有改。要整个换成备份里的，加 --replace。`,
    );
  say(`把 ${manifest.env} 的备份恢复到 ${environment.id}`);
  const source = { dir, manifest, renamed: await restoreFiles(environment, dir, manifest, say) };
  await removeOtherFiles(environment, source, say);
  for (const { name } of COLLECTIONS) await restoreCollection(environment, source, name);
  await compare(environment, source, say);
  return [...lacksOf(manifest), ...(await leftAlone(environment))];
};
