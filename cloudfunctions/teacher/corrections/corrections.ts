import type { Response } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { ALL_COLLEGES } from '../../_shared/kernel/actor';
import { PAGING } from '../../_shared/kernel/policy';
import type { Correction } from '../../_shared/store/records';

type View = Response<'teacher', 'corrections'>['corrections'][number];

const toView = (correction: Correction, names: ReadonlyMap<string, string>): View => {
  const { _id: id, kind, members, branch, into, collegeName, memberIds, accountId, at } = correction;
  const [person, gone] = members;
  return {
    id,
    kind,
    name: person?.name ?? branch?.name ?? collegeName ?? '',
    studentNumber: person?.studentNumber ?? '',
    other: gone ? `${gone.name} ${gone.studentNumber}` : (into?.name ?? ''),
    people: memberIds.length,
    by: names.get(accountId) ?? null,
    at,
    until: correction.expiresAt,
  };
};

/** What somebody of the college put right in the last day and can take back. */
export const corrections: UseCase<'teacher', 'corrections', CollegeCaller> = async (
  { store, clock },
  { caller, request: { collegeId = caller.scopeId } },
) => {
  if (!mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
  const now = clock.now();
  const stored = await store.find('corrections', {
    where: collegeId === ALL_COLLEGES ? {} : { collegeId },
    orderBy: ['at', 'desc'],
    limit: PAGING.corrections,
  });
  const open = stored.filter(({ undoneAt, expiresAt }) => undoneAt === null && expiresAt > now);
  const accounts = await store.getMany('accounts', [...new Set(open.map(({ accountId }) => accountId))]);
  const names = new Map(accounts.map(({ _id, name }) => [_id, name]));
  return ok({ corrections: open.map((one) => toView(one, names)), now });
};
