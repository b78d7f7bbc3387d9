import { ok } from '../../../miniprogram/domain/errors';
import { FINDING_KINDS } from '../../../miniprogram/domain/people/reconcile/findings';
import { DIFFERENCES_FILE } from '../../../miniprogram/domain/people/roster-file';
import { DIFFERENCE_WORDS, LISTED_WORDS } from '../../../miniprogram/domain/words/reconcile';
import { STATE_WORDS } from '../../../miniprogram/domain/words/states';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { auditLooks, readKey } from '../../_shared/events/audit';
import { actingAs } from '../../_shared/kernel/actor';
import { inParallel } from '../../_shared/kernel/in-parallel';
import type { Ports } from '../../_shared/platform/ports';
import { givenRosterFolder } from '../../_shared/roster/files';
import { EXPORT } from '../../_shared/roster/limits';
import type { Reconcile, ReconcilePart } from '../../_shared/store/records';
import { plainCell } from '../exports/cells';
import { RECONCILE } from './limits';
import { partsOfKind } from './parts';
import { peopleOf, sameNamesOf } from './reconcile-rows';
import { reconcileNamed, reconcileWithin } from './run-view';

const HEADINGS = ['哪里对不上', '姓名', '学号', '团支部', '这里写着', '系统里'];
const WIDTHS = [24, 12, 16, 30, 18, 14];

/** Everybody of a part about whom nothing has been written down. */
const rowsOf = async (ports: Ports, run: Reconcile, part: ReconcilePart): Promise<string[][]> => {
  if (part.kind === 'matched') return [];
  const title = DIFFERENCE_WORDS[part.kind];
  const [people, sameNames] = await Promise.all([peopleOf(ports, run, part), sameNamesOf(ports, part)]);
  return [
    ...people
      .filter(({ status }) => status !== 'done')
      .map((one) => [title, one.name, one.studentNumber, one.branchName, STATE_WORDS[one.shown], '']),
    ...part.unknown.map(({ name, branchName, outcome }) => [
      title,
      name,
      '',
      branchName ?? '',
      '',
      outcome ? LISTED_WORDS[outcome] : '',
    ]),
    ...sameNames
      .filter(({ isSettled }) => !isSettled)
      .flatMap((one) =>
        one.people.map(({ studentNumber, branchName }) => [
          title,
          one.name,
          studentNumber,
          branchName,
          '',
          '',
        ]),
      ),
  ];
};

/** Everything that is still open, for whoever goes through it elsewhere. The list goes within the hour. */
export const reconcileExport: EarlyReader<'teacher', 'reconcileExport', CollegeCaller> = readingEarly(
  reconcileNamed,
  async (ports, { caller, request: { runId } }, named) => {
    const run = reconcileWithin(ports, caller, named);
    if (!run.ok) return run;
    const kinds = [...FINDING_KINDS, 'same-name', 'unknown'] as const;
    const parts = (await Promise.all(kinds.map((kind) => partsOfKind(ports, runId, kind)))).flat();
    const jobs = parts.map((part) => () => rowsOf(ports, run.data, part));
    const rows = (await inParallel(jobs, RECONCILE.parallelBranches)).flat();
    const { writeXlsx } = await import('../lazy/spreadsheets');
    const table = [HEADINGS, ...rows.map((cells) => cells.map(plainCell))];
    const bytes = await writeXlsx(table, { sheet: '对不上的', widths: WIDTHS });
    const folder = await givenRosterFolder(ports, caller.account._id);
    const fileId = await ports.files.upload(`${folder}/${DIFFERENCES_FILE}`, bytes);
    const [at, { _id: accountId }] = [ports.clock.now(), caller.account];
    const actor = actingAs(caller.account, caller.role);
    const entry = { subjectId: run.data.collegeId, key: readKey(accountId, at), actor, at };
    await auditLooks(ports, [{ ...entry, action: 'export', facts: { kind: 'differences' } }]);
    const urls = await ports.files.urls([fileId], EXPORT.urlSeconds);
    return ok({ url: urls[fileId] ?? '' });
  },
);
