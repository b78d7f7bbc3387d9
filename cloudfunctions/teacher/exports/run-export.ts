/** Makes the file of an export: branch by branch, so that only the rows themselves are kept in memory. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/audit';
import { chunks } from '../../_shared/chunks';
import { actingAs, ALL_COLLEGES, type CollegeCaller } from '../../_shared/identity';
import { inParallel } from '../../_shared/in-parallel';
import { allColleges, branchIdsOf, membersOf } from '../../_shared/people/branches';
import type { Ports } from '../../_shared/ports';
import type { Export, Transfer } from '../../_shared/records';
import { EXPORT } from '../../_shared/roster/limits';
import { currentSeason, rulebookNamed } from '../../_shared/season';
import { plainCell } from './cells';
import { LISTS, type Entry, type ListContext } from './lists';
import { KIND_WORDS } from './words';

const SHEET_NAME_MAX = 31;
const AUDITS_PER_TRANSACTION = 50;

/** Branches an export looks through, in the order of its rows. */
export const branchesOf = async (ports: Ports, scopeId: string): Promise<string[]> => {
  const all = scopeId === ALL_COLLEGES ? (await allColleges(ports)).map(({ _id }) => _id) : [scopeId];
  return branchIdsOf(ports, all);
};

const entriesOf = async (ports: Ports, branchId: string, seasonId: string): Promise<Entry[]> => {
  const [members, transfers] = await Promise.all([
    membersOf(ports, branchId),
    ports.store.find('transfers', { where: { branchId, seasonId }, limit: EXPORT.perBranch }),
  ]);
  const byMember = new Map(transfers.map((transfer) => [transfer.memberId, transfer]));
  return members.map((member) => ({ member, transfer: byMember.get(member._id) }));
};

/** Every contact that is shown leaves a trace at its transfer. */
const auditReveals = async (
  { store, clock }: Ports,
  { account, role }: CollegeCaller,
  job: Export,
  shown: readonly Transfer[],
): Promise<void> => {
  const at = clock.now();
  const actor = actingAs(account, role);
  for (const some of chunks(shown, AUDITS_PER_TRANSACTION)) {
    await store.transact(async (tx) => {
      for (const { _id } of some)
        putAudit(tx, { subjectId: _id, key: job._id, action: 'export-contact', actor, at });
      return ok(undefined);
    });
  }
};

/** Only tells how far it is: whoever polls sees it. */
const tellProgress = ({ store, clock }: Ports, { _id }: Export, done: number, rows: number) =>
  store.transact(async (tx) => {
    const job = await tx.get('exports', _id);
    if (job?.state === 'running')
      tx.put('exports', { ...job, done, rows, leaseUntil: clock.now() + EXPORT.leaseMs });
    return ok(undefined);
  });

interface Collected {
  readonly rows: string[][];
  readonly revealed: Transfer[];
}

const collect = async (ports: Ports, job: Export): Promise<Result<Collected>> => {
  const season = await currentSeason(ports);
  const context: ListContext = { rulebook: rulebookNamed(season.rulebookId), cipher: ports.cipher };
  const { columns, holds, reveals } = LISTS[job.kind];
  const branches = await branchesOf(ports, job.scopeId);
  const rows: string[][] = [];
  const revealed: Transfer[] = [];
  let done = 0;
  for (const some of chunks(branches, EXPORT.parallelBranches)) {
    const jobs = some.map((branchId) => () => entriesOf(ports, branchId, season.id));
    for (const entry of (await inParallel(jobs, EXPORT.parallelBranches)).flat()) {
      if (!holds(entry, context)) continue;
      rows.push(columns.map(({ cell }) => plainCell(cell(entry, context))));
      if (entry.transfer && reveals?.(entry.transfer)) revealed.push(entry.transfer);
    }
    if (rows.length > EXPORT.maxRows) return fail('FILE_TOO_LARGE', undefined, { rows: EXPORT.maxRows });
    done += some.length;
    await tellProgress(ports, job, done, rows.length);
  }
  return ok({ rows, revealed });
};

const settle = ({ store }: Ports, { _id }: Export, change: Partial<Export>): Promise<Result<Export>> =>
  store.transact(async (tx) => {
    const job = await tx.get('exports', _id);
    if (!job) return fail('NOT_FOUND', 'exportId');
    const after = { ...job, ...change, leaseUntil: 0 };
    tx.put('exports', after);
    return ok(after);
  });

/**
 * Makes the file and keeps its id. Run again after a crash it begins anew and replaces the same file. Contacts are
 * audited before the file exists.
 */
export const runExport = async (
  ports: Ports,
  caller: CollegeCaller,
  job: Export,
): Promise<Result<Export>> => {
  const collected = await collect(ports, job);
  if (!collected.ok) {
    const settled = await settle(ports, job, { state: 'failed' });
    return settled.ok ? collected : settled;
  }
  const { rows, revealed } = collected.data;
  await auditReveals(ports, caller, job, revealed);
  const { columns } = LISTS[job.kind];
  const { writeXlsx } = await import('../lazy/spreadsheets');
  const table = [columns.map(({ heading }) => heading), ...rows];
  const sheet = KIND_WORDS[job.kind].slice(0, SHEET_NAME_MAX);
  const bytes = await writeXlsx(table, { sheet, widths: columns.map(({ width }) => width) });
  const fileId = await ports.files.upload(`exports/${job._id}.xlsx`, bytes);
  return settle(ports, job, { state: 'done', fileId, done: job.total, rows: rows.length });
};
