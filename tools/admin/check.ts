/** Looks at every record: its shape, what it points at, and what must always hold. Changes nothing. */
import { chunks } from '../../cloudfunctions/_shared/kernel/chunks';
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { deadlineDayOf } from '../../cloudfunctions/_shared/store/records/transfer-place';
import type { Cipher } from '../../cloudfunctions/_shared/kernel/ports';
import { queueKeyOf } from '../../cloudfunctions/_shared/store/records/transfer-place';
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
import { brokenSealsIn } from './sealed';
import { openTallies } from './tallies';

const FILES_PER_CALL = 50;

/** One record by itself. */
const problemsIn = <C extends CollectionName>(
  name: C,
  document: Document,
  cipher: Cipher | undefined,
): { record: RecordOf<C> | undefined; problems: Problem[] } => {
  const problems: Problem[] = [];
  // The timer has emptied it by the next look, or does not run.
  if (name === 'journal' || (name === 'erasures' && document['state'] === 'erasing'))
    problems.push('unfinished');
  const { recordVersion } = document;
  if (typeof recordVersion === 'number' && recordVersion < latestVersionOf(name)) problems.push('old');
  const { _id: _key, ...content } = document;
  if (holdsIdNumberIn(content)) problems.push('id-number');
  const { record, unreadable } = tryRecord(name, document);
  if (unreadable) problems.push(unreadable.reason === 'newer' ? 'newer' : 'malformed');
  else if (cipher && brokenSealsIn(cipher, name, record) > 0) problems.push('broken-seal');
  return { record, problems };
};

const isMisplaced = (transfer: RecordOf<'transfers'>): boolean =>
  transfer.queueKey !== queueKeyOf(transfer) || transfer.deadlineDay !== deadlineDayOf(transfer);

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

/** One record and what it says about the others. */
const openLook = (cipher: Cipher | undefined) => {
  const findings: Finding[] = [];
  const kept = openKept();
  const tallies = openTallies();
  const twins = openTwins();
  const purged = new Set<string>();
  const filesOf = new Map<string, Finding[]>();
  const nameFiles = (finding: Finding, document: Document): void => {
    for (const fileId of fileIdsIn(document)) filesOf.set(fileId, [...(filesOf.get(fileId) ?? []), finding]);
  };
  const keep = (name: CollectionName, record: RecordOf<CollectionName>): void => {
    kept.keep(name, record);
    twins.keep(name, record);
    if (name === 'seasons' && (record as RecordOf<'seasons'>).purgedAt !== null) purged.add(record._id);
    if (name === 'tallies') tallies.keep(record as RecordOf<'tallies'>);
    if (name !== 'transfers') return;
    const transfer = record as RecordOf<'transfers'>;
    tallies.countTransfer(transfer);
    if (isMisplaced(transfer)) findings.push({ collection: name, id: record._id, problem: 'wrong-place' });
  };
  const look = (name: CollectionName, document: Document): void => {
    const at = { collection: name, id: document._id };
    const { record, problems } = problemsIn(name, document, cipher);
    for (const problem of problems) findings.push({ ...at, problem });
    if (!problems.includes('old') && isMiskeyed(name, document))
      findings.push({ ...at, problem: 'wrong-key' });
    nameFiles({ ...at, problem: 'missing-file' }, document);
    if (record) keep(name, record);
    else kept.keepUnread(name, document._id);
  };
  const wrongTallies = (): Finding[] =>
    tallies.wrong(purged).map((id) => ({ collection: 'tallies', id, problem: 'wrong-tally' }));
  return { look, findings, kept, twins, filesOf, wrongTallies };
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
  const { look, findings, kept, twins, filesOf, wrongTallies } = openLook(cipher);
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
  return [...findings, ...brokenLinks(kept, now), ...twins.found(), ...wrongTallies(), ...missing];
};
