/** Looks at every record: its shape, what it points at, and what must always hold. Changes nothing. */
import { COLLECTIONS, type CollectionName } from '../../cloudfunctions/_shared/collections';
import { deadlineDayOf } from '../../cloudfunctions/_shared/figures/standing';
import type { Cipher } from '../../cloudfunctions/_shared/ports';
import { queueKeyOf } from '../../cloudfunctions/_shared/queue-key';
import { readRecord, type RecordOf } from '../../cloudfunctions/_shared/records';
import { OPEN_NOTICE_STATUSES } from '../../cloudfunctions/_shared/records/notice';
import { latestVersionOf } from '../../cloudfunctions/_shared/records/upgrade';
import { holdsIdNumber } from '../../miniprogram/domain/id-number';
import type { Say } from './backup';
import type { Environment } from './connect';
import { pagesOf, type Document } from './documents';
import type { Finding, Problem } from './findings';
import { brokenSealsIn } from './sealed';
import { openTallies } from './tallies';

/** What the links between records need to know of all of them; ids and little more. */
interface Seen {
  readonly ids: Readonly<Record<CollectionName, Set<string>>>;
  readonly memberOfAccount: Map<string, string | null>;
  readonly accountOfMember: Map<string, string | null>;
  readonly startedIn: Map<string, string | null>;
  readonly latest: Map<string, { seasonId: string; createdAt: number }>;
  readonly purged: Set<string>;
  readonly open: RecordOf<'notices'>[];
}

const ID_FREE: readonly string[] = ['_id', 'cloud://'];

/** Texts people typed; ids and sealed texts only look like numbers. */
const holdsIdNumberIn = (value: unknown, key = ''): boolean => {
  if (typeof value === 'string')
    return !/(Id|Key|Sealed|digest|order)$/.test(key) && !ID_FREE.includes(key) && holdsIdNumber(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((inner) => holdsIdNumberIn(inner, key));
  return Object.entries(value).some(([name, inner]) => holdsIdNumberIn(inner, name));
};

/** One record by itself. */
const problemsIn = <C extends CollectionName>(
  name: C,
  document: Document,
  cipher: Cipher | undefined,
): { record: RecordOf<C> | undefined; problems: Problem[] } => {
  const problems: Problem[] = [];
  // The timer has emptied it by the next look, or does not run.
  if (name === 'journal') problems.push('unfinished');
  const { recordVersion } = document;
  if (typeof recordVersion === 'number' && recordVersion < latestVersionOf(name)) problems.push('old');
  const { _id: _key, ...content } = document;
  if (holdsIdNumberIn(content)) problems.push('id-number');
  try {
    const record = readRecord(name, document);
    if (cipher && brokenSealsIn(cipher, name, record) > 0) problems.push('broken-seal');
    return { record, problems };
  } catch {
    return { record: undefined, problems: [...problems, 'malformed'] };
  }
};

const remember = (seen: Seen, name: CollectionName, record: RecordOf<CollectionName>): void => {
  seen.ids[name].add(record._id);
  if (name === 'accounts') seen.memberOfAccount.set(record._id, (record as RecordOf<'accounts'>).memberId);
  if (name === 'members') {
    const { accountId, startedIn } = record as RecordOf<'members'>;
    seen.accountOfMember.set(record._id, accountId);
    seen.startedIn.set(record._id, startedIn);
  }
  if (name === 'seasons' && (record as RecordOf<'seasons'>).purgedAt !== null) seen.purged.add(record._id);
  if (name === 'transfers') {
    const { memberId, seasonId, createdAt } = record as RecordOf<'transfers'>;
    if ((seen.latest.get(memberId)?.createdAt ?? -1) < createdAt)
      seen.latest.set(memberId, { seasonId, createdAt });
  }
  if (name === 'notices') {
    const notice = record as RecordOf<'notices'>;
    if (OPEN_NOTICE_STATUSES.some((status) => status === notice.status)) seen.open.push(notice);
  }
};

const isMisplaced = (transfer: RecordOf<'transfers'>): boolean =>
  transfer.queueKey !== queueKeyOf(transfer) || transfer.deadlineDay !== deadlineDayOf(transfer);

/** A notice still to be sent speaks about somebody, to somebody, because of something that is still there. */
const hasCause = ({ ids }: Seen, { aboutId, accountId, channel, planId }: RecordOf<'notices'>): boolean => {
  const isKnown = ids.members.has(aboutId) || ids.branches.has(aboutId) || ids.colleges.has(aboutId);
  const [causeId = ''] = planId.split(':');
  const isThere =
    (!causeId.startsWith('t-') || ids.transfers.has(causeId)) &&
    (!causeId.startsWith('r-') || ids.resetRequests.has(causeId));
  return isKnown && isThere && (channel === 'wecom' || ids.accounts.has(accountId));
};

const linksOf = (seen: Seen): Finding[] => {
  const findings: Finding[] = [];
  const found = (collection: string, id: string, problem: Problem) =>
    void findings.push({ collection, id, problem });
  for (const [id, memberId] of seen.memberOfAccount)
    if (memberId !== null && seen.accountOfMember.get(memberId) !== id) found('accounts', id, 'one-sided');
  for (const [id, accountId] of seen.accountOfMember)
    if (accountId !== null && seen.memberOfAccount.get(accountId) !== id) found('members', id, 'one-sided');
  for (const [memberId, { seasonId }] of seen.latest) {
    if (!seen.ids.members.has(memberId)) found('transfers', memberId, 'no-owner');
    else if (seen.startedIn.get(memberId) !== seasonId) found('members', memberId, 'wrong-season');
  }
  for (const notice of seen.open) if (!hasCause(seen, notice)) found('notices', notice._id, 'no-cause');
  return findings;
};

const nothingSeen = (): Seen => ({
  ids: Object.fromEntries(COLLECTIONS.map(({ name }) => [name, new Set<string>()])) as Seen['ids'],
  memberOfAccount: new Map(),
  accountOfMember: new Map(),
  startedIn: new Map(),
  latest: new Map(),
  purged: new Set(),
  open: [],
});

/** Everything wrong; empty when all is well. `cipher` is given where the sealed texts shall be tried too. */
export const check = async (
  { db }: Environment,
  { cipher, say }: { cipher?: Cipher | undefined; say: Say },
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  const seen = nothingSeen();
  const tallies = openTallies();
  for (const { name } of COLLECTIONS) {
    let count = 0;
    for await (const page of pagesOf(db, name)) {
      for (const document of page) {
        const { record, problems } = problemsIn(name, document, cipher);
        for (const problem of problems) findings.push({ collection: name, id: document._id, problem });
        count += 1;
        if (!record) continue;
        remember(seen, name, record);
        if (name === 'transfers') tallies.countTransfer(record as RecordOf<'transfers'>);
        if (name === 'tallies') tallies.keep(record as RecordOf<'tallies'>);
        if (name === 'transfers' && isMisplaced(record as RecordOf<'transfers'>))
          findings.push({ collection: name, id: record._id, problem: 'wrong-place' });
      }
    }
    say(`  ${name}：看了 ${count} 条`);
  }
  const wrong = tallies
    .wrong(seen.purged)
    .map((id) => ({ collection: 'tallies', id, problem: 'wrong-tally' as const }));
  return [...findings, ...linksOf(seen), ...wrong];
};
