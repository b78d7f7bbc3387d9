/** Looks at every record: its shape, what it points at, and what must always hold. Changes nothing. */
import { chunks } from '../../cloudfunctions/_shared/kernel/chunks';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { Cipher } from '../../cloudfunctions/_shared/kernel/ports';
import type { RecordOf } from '../../cloudfunctions/_shared/store/records';
import type { Say } from './say';
import type { Environment } from './connect';
import { pagesOf, type Document } from './documents';
import type { Finding } from './findings';
import { openHeadcounts } from './headcounts';
import { openKept } from './kept';
import { brokenLinks } from './links';
import { openLookAlone, type LookAlone } from './look-alone';
import { openTwins } from './lookup-keys';
import { strayFiles } from './stray-files';
import { openTallies } from './tallies';

const FILES_PER_CALL = 50;

/** Files that records name and the storage does not have; asked for in the storage's own portions. */
const missingFiles = async (
  { files }: Environment,
  named: ReadonlyMap<string, readonly Finding[]>,
): Promise<Finding[]> => {
  const missing = new Set<Finding>();
  for (const some of chunks([...named.keys()], FILES_PER_CALL)) {
    const urls = await files.urls(some);
    for (const fileId of some)
      if (!urls[fileId]) named.get(fileId)?.forEach((finding) => missing.add(finding));
  }
  return [...missing];
};

/** One record and what it says about the others. One that cannot be read is named for that alone. */
const openLook = (lookAlone: LookAlone, now: number) => {
  const findings: Finding[] = [];
  const kept = openKept();
  const tallies = openTallies();
  const headcounts = openHeadcounts(now);
  const twins = openTwins();
  const filesOf = new Map<string, Finding[]>();
  const nameFiles = (finding: Finding, fileIds: readonly string[]): void => {
    for (const fileId of fileIds) filesOf.set(fileId, [...(filesOf.get(fileId) ?? []), finding]);
  };
  const keep = (name: CollectionName, record: RecordOf<CollectionName>): void => {
    kept.keep(name, record);
    twins.keep(name, record);
    tallies.keep(name, record);
    headcounts.keep(name, record);
  };
  const look = (name: CollectionName, document: Document): void => {
    const at = { collection: name, id: document._id };
    const { record, problems, fileIds } = lookAlone(name, document);
    for (const problem of problems) findings.push({ ...at, problem });
    if (!record) {
      kept.keepUnread(name, document);
      tallies.keepUnread(name, document);
      headcounts.keepUnread(name);
      return;
    }
    nameFiles({ ...at, problem: 'missing-file' }, fileIds);
    keep(name, record);
  };
  const wrongTallies = (): Finding[] => [
    ...tallies.wrong().map((id): Finding => ({ collection: 'tallies', id, problem: 'wrong-tally' })),
    ...headcounts.wrong().map((id): Finding => ({ collection: 'headcounts', id, problem: 'wrong-tally' })),
  ];
  return { look, findings, kept, twins, filesOf, wrongTallies };
};

export interface CheckOptions {
  /** Epoch ms, by which what should be gone is judged. */
  readonly now: number;
  readonly say: Say;
  /** Given where the sealed texts shall be tried too. */
  readonly cipher?: Cipher | undefined;
  /** For whoever checks nearly the same records again and again, and remembers what was seen of each. */
  readonly lookAlone?: LookAlone;
}

/** Everything wrong; empty when all is well. */
export const check = async (
  environment: Environment,
  { cipher, now, say, lookAlone = openLookAlone(cipher) }: CheckOptions,
): Promise<Finding[]> => {
  const { look, findings, kept, twins, filesOf, wrongTallies } = openLook(lookAlone, now);
  for (const { name } of COLLECTIONS) {
    let count = 0;
    for await (const page of pagesOf(environment.db, name)) {
      for (const document of page) look(name, document);
      count += page.length;
    }
    say(`  ${name}：看了 ${count} 条`);
  }
  const missing = await missingFiles(environment, filesOf);
  say(`  文件：看了 ${filesOf.size} 个`);
  const stray = await strayFiles(environment, kept, filesOf.keys());
  return [...findings, ...brokenLinks(kept, now), ...twins.found(), ...wrongTallies(), ...missing, ...stray];
};
