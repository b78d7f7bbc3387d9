/** Makes the file of an export: branch by branch, so that only the rows themselves are kept in memory. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { auditLooks } from '../../_shared/events/audit';
import { chunks } from '../../_shared/kernel/chunks';
import { actingAs, ALL_COLLEGES } from '../../_shared/kernel/actor';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { allCollegeIds, branchIdsOf, membersOf } from '../../_shared/store/branches';
import type { Ports } from '../../_shared/platform/ports';
import type { Target } from '../../_shared/store/ports';
import { standingOfMany } from '../../_shared/season/standing-in';
import type { Export, Transfer } from '../../_shared/store/records';
import { EXPORT } from '../../_shared/roster/limits';
import { exportPathOf } from '../../_shared/roster/remove-exports';
import { tellBrokenSeal } from '../../_shared/store/sealed';
import { WORKBOOK } from '../../../miniprogram/domain/rules/standing-lists';
import { rulebookNamed, type CurrentSeason } from '../../_shared/season/season';
import { openFields } from '../../_shared/transfers/fields';
import { plainCell, type Cell } from './cells';
import type { Sheet } from '../lazy/spreadsheets';
import type { Column, Entry, ListContext } from './column';
import { columnsFor, listOf, reveals, type List } from './lists';
import { openSummary } from './summary';
import { workbookLists } from './workbook';

const SHEET_NAME_MAX = 31;
const AUDITS_PER_REQUEST = 200;

/** One list as it is filled. */
interface Filling {
  readonly list: List;
  readonly columns: readonly Column[];
  readonly rows: Cell[][];
}

/** Branches an export looks through, in the order of its rows. */
export const branchesOf = async (ports: Ports, scopeId: string): Promise<string[]> => {
  return branchIdsOf(ports, scopeId === ALL_COLLEGES ? await allCollegeIds(ports) : [scopeId]);
};

const entriesOf = async (ports: Ports, branchId: string, seasonId: string): Promise<Entry[]> => {
  const members = await membersOf(ports, branchId);
  const transfers = await standingOfMany(ports, members, seasonId);
  return members.map((member) => ({
    member,
    transfer: transfers.of(member),
    isUnreadable: transfers.isUnreadable(member),
  }));
};

/** Every contact that is shown leaves a trace at its transfer. */
const auditReveals = async (
  ports: Ports,
  { account, role }: CollegeCaller,
  job: Export,
  shown: readonly Transfer[],
): Promise<void> => {
  const at = ports.clock.now();
  const actor = actingAs(account, role);
  const entries = shown.map(
    ({ _id }) => ({ subjectId: _id, key: job._id, action: 'export-contact', actor, at }) as const,
  );
  for (const some of chunks(entries, AUDITS_PER_REQUEST)) await auditLooks(ports, some);
};

/** A list that has expired is nobody's any more: whoever asked for it may not read it. */
const unexpired = ({ clock }: Ports, { _id }: Export): Target<'exports'> => ({
  _id: { in: [_id] },
  expiresAt: { gt: clock.now() },
});

/** Tells whoever polls how far it is. False when the list has expired meanwhile and the work is to stop. */
const tellProgress = async (ports: Ports, job: Export, done: number, rows: number): Promise<boolean> => {
  const { store, clock } = ports;
  const target = { ...unexpired(ports, job), state: 'running' } as const;
  const set = { done, rows, leaseUntil: clock.now() + EXPORT.leaseMs };
  if ((await store.changeAll('exports', target, { set })) > 0) return true;
  // A rival may have finished it first.
  const stored = await store.get('exports', job._id);
  return stored !== undefined && stored.expiresAt > clock.now();
};

interface Collected {
  readonly sheets: readonly Sheet[];
  /** People in the longest list. */
  readonly rows: number;
  readonly revealed: Transfer[];
}

/** What an export goes through. */
export interface ExportRange {
  readonly season: CurrentSeason;
  readonly branches: readonly string[];
}

/** The lists of a file; none when a release has taken them out of the rulebook meanwhile. */
const listsIn = (ports: Ports, job: Export, season: CurrentSeason): List[] => {
  if (job.kind === WORKBOOK) return workbookLists(rulebookNamed(season.rulebookId), ports.clock.now());
  const list = listOf(job);
  return list ? [list] : [];
};

const mostRows = (fillings: readonly Filling[]): number =>
  Math.max(0, ...fillings.map(({ rows }) => rows.length));

const toSheet = ({ list, columns, rows }: Filling): Sheet => ({
  name: list.name.slice(0, SHEET_NAME_MAX),
  table: [columns.map(({ heading }) => heading), ...rows],
  widths: columns.map(({ width }) => width),
});

/** Adds somebody to the lists that hold them; true when one of those shows what is sealed. */
const fill = (fillings: readonly Filling[], entry: Entry, context: ListContext): boolean => {
  const held = fillings.filter(({ list }) => list.holds(entry, context));
  for (const { columns, rows } of held) rows.push(columns.map(({ cell }) => plainCell(cell(entry, context))));
  const { transfer } = entry;
  return transfer !== undefined && held.some(({ columns }) => reveals(columns, transfer));
};

/** Part by part; how far it is, is told while the next one is read. */
const collect = async (
  ports: Ports,
  caller: CollegeCaller,
  { job, lists }: { readonly job: Export; readonly lists: readonly List[] },
  { season, branches }: ExportRange,
): Promise<Result<Collected>> => {
  const rulebook = rulebookNamed(season.rulebookId);
  const context: ListContext = {
    rulebook,
    cipher: ports.cipher,
    now: ports.clock.now(),
    viewer: caller.role,
  };
  const fillings = lists.map((list): Filling => ({ list, columns: columnsFor(list, caller.role), rows: [] }));
  const summary = openSummary(rulebook, season.id);
  const revealed: Transfer[] = [];
  let done = 0;
  for (const some of chunks(branches, EXPORT.parallelBranches)) {
    const [read, goesOn] = await Promise.all([
      Promise.all(some.map((branchId) => entriesOf(ports, branchId, season.id))),
      done === 0 || tellProgress(ports, job, done, mostRows(fillings)),
    ]);
    if (!goesOn) return fail('FORBIDDEN');
    for (const entry of read.flat()) {
      summary.add(entry);
      if (fill(fillings, entry, context) && entry.transfer) revealed.push(entry.transfer);
    }
    if (mostRows(fillings) > EXPORT.maxRows)
      return fail('EXPORT_TOO_LARGE', undefined, { rows: EXPORT.maxRows });
    done += some.length;
  }
  const sheets = fillings.map(toSheet);
  const rows = mostRows(fillings);
  return ok({ sheets: job.kind === WORKBOOK ? [...summary.sheets(), ...sheets] : sheets, rows, revealed });
};

const settle = async (
  ports: Ports,
  job: Export,
  change: Partial<Omit<Export, '_id'>>,
): Promise<Result<Export>> => {
  const set = { ...change, leaseUntil: 0 };
  const changed = await ports.store.changeAll('exports', unexpired(ports, job), { set });
  return changed > 0 ? ok({ ...job, ...set }) : fail('FORBIDDEN');
};

/**
 * Makes the file and keeps its id. Run again after a crash it begins anew and replaces the same file. Contacts are
 * audited before the file exists. `FORBIDDEN`, and no file, when the right to it ended meanwhile.
 */
export const runExport = async (
  ports: Ports,
  caller: CollegeCaller,
  job: Export,
  range: ExportRange,
): Promise<Result<Export>> => {
  const lists = listsIn(ports, job, range.season);
  const collected =
    lists.length > 0 ? await collect(ports, caller, { job, lists }, range) : fail('NOT_FOUND', 'kind');
  if (!collected.ok) {
    const settled = await settle(ports, job, { state: 'failed' });
    return settled.ok ? collected : settled;
  }
  const { sheets, rows, revealed } = collected.data;
  await auditReveals(ports, caller, job, revealed);
  for (const transfer of revealed)
    if (openFields(ports.cipher, transfer._id, transfer.fields).isBroken)
      await tellBrokenSeal(ports, 'transfers', transfer);
  const { writeWorkbook } = await import('../lazy/spreadsheets');
  const fileId = await ports.files.upload(exportPathOf(job), await writeWorkbook(sheets));
  const settled = await settle(ports, job, { state: 'done', fileId, done: job.total, rows });
  if (!settled.ok) await ports.files.remove([fileId]);
  return settled;
};
