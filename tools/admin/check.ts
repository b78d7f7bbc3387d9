/** Looks at every record: its shape, what it points at, and what must always hold. Changes nothing. */
import { chunks } from '../../cloudfunctions/_shared/kernel/chunks';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { Cipher } from '../../cloudfunctions/_shared/kernel/ports';
import { tryRecord, type RecordOf } from '../../cloudfunctions/_shared/store/records';
import { latestVersionOf } from '../../cloudfunctions/_shared/store/records/upgrade';
import type { Say } from './say';
import type { Environment } from './connect';
import { fileIdsIn, pagesOf, type Document } from './documents';
import type { Finding, Problem } from './findings';
import { holdsIdNumberIn } from './id-numbers';
import { openKept } from './kept';
import { brokenLinks } from './links';
import { isMiskeyed, openTwins } from './lookup-keys';
import { isMisplaced } from './places';
import { brokenSealsIn } from './sealed';
import { strayFiles } from './stray-files';
import { openTallies } from './tallies';

const FILES_PER_CALL = 50;

/** A readable record by itself. */
const problemsIn = <C extends CollectionName>(
  name: C,
  { document, record }: { readonly document: Document; readonly record: RecordOf<C> },
  cipher: Cipher | undefined,
): Problem[] => {
  const problems: Problem[] = [];
  // The timer has emptied it by the next look, or does not run.
  if (name === 'journal' || (name === 'erasures' && document['state'] === 'erasing'))
    problems.push('unfinished');
  const { recordVersion, _id: _key, ...content } = document;
  if (typeof recordVersion === 'number' && recordVersion < latestVersionOf(name)) problems.push('old');
  else if (isMiskeyed(name, document)) problems.push('wrong-key');
  if (holdsIdNumberIn(content)) problems.push('id-number');
  if (cipher && brokenSealsIn(cipher, name, record) > 0) problems.push('broken-seal');
  if (isMisplaced(name, record)) problems.push('wrong-place');
  return problems;
};

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
const openLook = (cipher: Cipher | undefined) => {
  const findings: Finding[] = [];
  const kept = openKept();
  const tallies = openTallies();
  const twins = openTwins();
  const filesOf = new Map<string, Finding[]>();
  const namedUnread: string[] = [];
  const nameFiles = (finding: Finding, document: Document): void => {
    for (const fileId of fileIdsIn(document)) filesOf.set(fileId, [...(filesOf.get(fileId) ?? []), finding]);
  };
  const keep = (name: CollectionName, record: RecordOf<CollectionName>): void => {
    kept.keep(name, record);
    twins.keep(name, record);
    tallies.keep(name, record);
  };
  const look = (name: CollectionName, document: Document): void => {
    const at = { collection: name, id: document._id };
    const { record, unreadable } = tryRecord(name, document);
    if (unreadable) {
      findings.push({ ...at, problem: unreadable.reason === 'newer' ? 'newer' : 'malformed' });
      kept.keepUnread(name, document);
      namedUnread.push(...fileIdsIn(document));
      tallies.keepUnread(name, document);
      return;
    }
    for (const problem of problemsIn(name, { document, record }, cipher)) findings.push({ ...at, problem });
    nameFiles({ ...at, problem: 'missing-file' }, document);
    keep(name, record);
  };
  const wrongTallies = (): Finding[] =>
    tallies.wrong().map((id) => ({ collection: 'tallies', id, problem: 'wrong-tally' }));
  const namedFiles = (): string[] => [...filesOf.keys(), ...namedUnread];
  return { look, findings, kept, twins, filesOf, namedFiles, wrongTallies };
};

/**
 * Everything wrong; empty when all is well.
 * @param cipher given where the sealed texts shall be tried too
 * @param now epoch ms, by which what should be gone is judged
 */
export const check = async (
  environment: Environment,
  { cipher, now, say }: { cipher?: Cipher | undefined; now: number; say: Say },
): Promise<Finding[]> => {
  const { look, findings, kept, twins, filesOf, namedFiles, wrongTallies } = openLook(cipher);
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
  const stray = await strayFiles(environment, kept, namedFiles());
  return [...findings, ...brokenLinks(kept, now), ...twins.found(), ...wrongTallies(), ...missing, ...stray];
};
