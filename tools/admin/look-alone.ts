/** A document by itself, before anybody asks what it says about the others. */
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { Cipher } from '../../cloudfunctions/_shared/kernel/ports';
import { tryRecord, type RecordOf } from '../../cloudfunctions/_shared/store/records';
import { latestVersionOf } from '../../cloudfunctions/_shared/store/records/upgrade';
import { fileIdsIn, type Document } from './documents';
import type { Problem } from './findings';
import { holdsIdNumberIn } from './id-numbers';
import { isMiskeyed } from './lookup-keys';
import { isMisplaced } from './places';
import { brokenSealsIn } from './sealed';

interface Alone {
  /** None where it cannot be read; then that is its only problem. */
  readonly record?: RecordOf<CollectionName>;
  readonly problems: readonly Problem[];
  /** Files it names. */
  readonly fileIds: readonly string[];
}

export type LookAlone = (name: CollectionName, document: Document) => Alone;

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

/** @param cipher given where the sealed texts shall be tried too */
export const openLookAlone =
  (cipher?: Cipher): LookAlone =>
  (name, document) => {
    const { record, unreadable } = tryRecord(name, document);
    const fileIds = fileIdsIn(document);
    if (unreadable) return { problems: [unreadable.reason === 'newer' ? 'newer' : 'malformed'], fileIds };
    return { record, problems: problemsIn(name, { document, record }, cipher), fileIds };
  };
