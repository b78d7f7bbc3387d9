import type { Parsed, Response } from '../../../miniprogram/contract';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type Call, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs, ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { EXPORT } from '../../_shared/roster/limits';
import type { Export } from '../../_shared/store/records';
import { currentSeason, rulebookNamed, type CurrentSeason } from '../../_shared/season/season';
import { WORKBOOK } from '../../../miniprogram/domain/rules/standing-lists';
import { listNamed } from './lists';
import { branchesOf } from './run-export';
import { toExportView } from './view';

const ID_LENGTH = 20;

const start = async (
  ports: Ports,
  { caller, request: { kind, collegeId } }: Call<CollegeCaller, Parsed<'teacher', 'startExport'>>,
  { rulebookId }: CurrentSeason,
): Promise<Result<Response<'teacher', 'startExport'>>> => {
  if (kind !== WORKBOOK && !listNamed(kind, rulebookNamed(rulebookId))) return fail('NOT_FOUND', 'kind');
  const { store, clock, codes } = ports;
  const isAll = collegeId === undefined && caller.role === 'committee';
  const scopeId = isAll ? ALL_COLLEGES : (collegeId ?? caller.scopeId);
  const [college, branches] = await Promise.all([
    isAll || !mayActFor(caller, scopeId) ? undefined : store.get('colleges', scopeId),
    branchesOf(ports, scopeId),
  ]);
  if (!isAll && !college) return fail('COLLEGE_UNKNOWN', 'collegeId');
  const now = clock.now();
  const job: Export = {
    _id: `export-${codes.next(ID_LENGTH)}`,
    recordVersion: 1,
    kind,
    rulebookId,
    accountId: caller.account._id,
    scopeId,
    scopeName: college?.name ?? '全校',
    state: 'running',
    done: 0,
    total: branches.length,
    rows: 0,
    fileId: null,
    leaseUntil: 0,
    createdAt: now,
    expiresAt: now + EXPORT.keptMs,
  };
  const stored = await store.transact(async (tx) => {
    tx.put('exports', job);
    const actor = actingAs(caller.account, caller.role);
    putAudit(tx, { subjectId: scopeId, key: job._id, action: 'export', actor, at: now, facts: { kind } });
    return ok(undefined);
  });
  return stored.ok ? ok({ export: await toExportView(ports, job), now }) : stored;
};

/** Notes what is wanted; the work is done by `exportProgress`, so that its progress can be seen. */
export const startExport: EarlyReader<'teacher', 'startExport', CollegeCaller> = readingEarly(
  currentSeason,
  start,
);
