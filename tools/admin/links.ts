/** What must hold between records: one row for each way in which they can disagree. */
import { ADMINISTRATOR_ID } from '../../cloudfunctions/_shared/people/accounts';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import { ALL_COLLEGES } from '../../cloudfunctions/_shared/kernel/actor';
import type { RecordOf } from '../../cloudfunctions/_shared/store/records';
import type { Finding, Problem } from './findings';
import type { Kept } from './kept';

/** The records of a collection that break it. */
export interface Link {
  readonly collection: CollectionName;
  readonly problem: Problem;
  broken(kept: Kept, now: number): string[];
}

type Condition<C extends CollectionName> = (record: RecordOf<C>, kept: Kept, now: number) => boolean;

const link = <C extends CollectionName>(collection: C, problem: Problem, isBroken: Condition<C>): Link => ({
  collection,
  problem,
  broken: (kept, now) =>
    [...kept.all(collection)].filter((record) => isBroken(record, kept, now)).map(({ _id }) => _id),
});

const hasRole = (role: 'teacher' | 'committee', scopeId: string) => (account: RecordOf<'accounts'>) =>
  account.roles.some((held) => held.role === role && held.scopeId === scopeId);

const holds = (list: readonly { readonly accountId: string }[], accountId: string): boolean =>
  list.some((one) => one.accountId === accountId);

const isPresent = ({ agrees }: Kept, memberId: string): boolean => agrees('members', memberId);

/** Whose it is, where they are. */
type Owned = Pick<RecordOf<'transfers'>, 'memberId' | 'accountId' | 'branchId' | 'collegeId'>;

const isAsOwner = ({ agrees }: Kept, { memberId, accountId, branchId, collegeId }: Owned): boolean =>
  agrees(
    'members',
    memberId,
    (member) =>
      member.accountId === accountId && member.branchId === branchId && member.collegeId === collegeId,
  );

const isSecretaryOf = ({ agrees }: Kept, branchId: string, accountId: string): boolean =>
  agrees('accounts', accountId, ({ memberId }) =>
    agrees(
      'members',
      memberId,
      (member) => member.isSecretary && member.branchId === branchId && member.accountId === accountId,
    ),
  );

const hasCause = ({ agrees }: Kept, { aboutId, planId }: RecordOf<'notices'>): boolean => {
  const [causeId = ''] = planId.split(':');
  const isKnown = (['members', 'branches', 'colleges'] as const).some((name) => agrees(name, aboutId));
  return (
    isKnown &&
    (!causeId.startsWith('t-') || agrees('transfers', causeId)) &&
    (!causeId.startsWith('r-') || agrees('resetRequests', causeId)) &&
    (!causeId.startsWith('m-') || agrees('members', causeId))
  );
};

/** The timer clears away within a minute; a day later it does not run. */
const DAY_MS = 86_400_000;
const isLong = (at: number, now: number): boolean => at + DAY_MS < now;

/** People of whom one transfer cannot be read; undefined when one does not even tell whose it is. */
const unsurePeople = (kept: Kept): ReadonlySet<unknown> | undefined => {
  const owners = kept.unread('transfers').map(({ memberId }) => memberId);
  return owners.every((owner) => typeof owner === 'string') ? new Set(owners) : undefined;
};

/** A season of somebody's latest transfer that their line does not say. */
const wrongSeasons: Link = {
  collection: 'members',
  problem: 'wrong-season',
  broken: (kept) => {
    const unsure = unsurePeople(kept);
    if (!unsure) return [];
    const latest = new Map<string, RecordOf<'transfers'>>();
    for (const transfer of kept.all('transfers'))
      if ((latest.get(transfer.memberId)?.createdAt ?? -1) < transfer.createdAt)
        latest.set(transfer.memberId, transfer);
    return [...kept.all('members')]
      .filter(({ _id, startedIn }) => startedIn !== (latest.get(_id)?.seasonId ?? startedIn))
      .map(({ _id }) => _id)
      .filter((id) => !unsure.has(id));
  },
};

export const LINKS: readonly Link[] = [
  link(
    'accounts',
    'one-sided',
    ({ _id, memberId }, { agrees }) =>
      memberId !== null && !agrees('members', memberId, ({ accountId }) => accountId === _id),
  ),
  link(
    'members',
    'one-sided',
    ({ _id, accountId }, { agrees }) =>
      accountId !== null && !agrees('accounts', accountId, ({ memberId }) => memberId === _id),
  ),
  link(
    'members',
    'no-branch',
    ({ branchId, collegeId }, { agrees }) =>
      !agrees('branches', branchId, (branch) => branch.collegeId === collegeId),
  ),
  link('members', 'secretary-unlisted', ({ isSecretary, accountId, branchId }, { agrees }) => {
    if (!isSecretary || accountId === null || !agrees('branches', branchId)) return false;
    return !agrees('branches', branchId, ({ secretaries }) => holds(secretaries, accountId));
  }),
  wrongSeasons,
  link('branches', 'no-college', ({ collegeId }, { agrees }) => !agrees('colleges', collegeId)),
  link('branches', 'not-secretary', ({ _id, secretaries }, kept) =>
    secretaries.some(({ accountId }) => !isSecretaryOf(kept, _id, accountId)),
  ),
  link('colleges', 'not-teacher', ({ _id, teachers }, { agrees }) =>
    teachers.some(({ accountId }) => !agrees('accounts', accountId, hasRole('teacher', _id))),
  ),
  link(
    'colleges',
    'stuck-roster',
    ({ rosterRunId }, { agrees }) =>
      rosterRunId !== null && !agrees('rosterRuns', rosterRunId, ({ state }) => state === 'applying'),
  ),
  link('accounts', 'teacher-unlisted', ({ _id, roles }, { agrees }) =>
    roles.some(
      ({ role, scopeId }) =>
        role === 'teacher' && !agrees('colleges', scopeId, ({ teachers }) => holds(teachers, _id)),
    ),
  ),
  link(
    'settings',
    'not-committee',
    ({ _id, committee }, { agrees }) =>
      _id === ADMINISTRATOR_ID &&
      committee.some((accountId) => !agrees('accounts', accountId, hasRole('committee', ALL_COLLEGES))),
  ),
  link(
    'accounts',
    'committee-unlisted',
    (account, { agrees }) =>
      hasRole('committee', ALL_COLLEGES)(account) &&
      !agrees('settings', ADMINISTRATOR_ID, ({ committee }) => committee.includes(account._id)),
  ),
  link(
    'invitations',
    'no-college',
    ({ collegeId }, { agrees }) => collegeId !== ALL_COLLEGES && !agrees('colleges', collegeId),
  ),
  link('transfers', 'no-owner', ({ memberId }, kept) => !isPresent(kept, memberId)),
  link(
    'transfers',
    'not-as-owner',
    (transfer, kept) => isPresent(kept, transfer.memberId) && !isAsOwner(kept, transfer),
  ),
  link('resetRequests', 'no-owner', ({ memberId }, kept) => !isPresent(kept, memberId)),
  link(
    'resetRequests',
    'not-as-owner',
    (request, kept) => isPresent(kept, request.memberId) && !isAsOwner(kept, request),
  ),
  link('notices', 'no-cause', (notice, kept) => !hasCause(kept, notice)),
  link(
    'notices',
    'no-reader',
    ({ channel, accountId }, { agrees }) => channel !== 'wecom' && !agrees('accounts', accountId),
  ),
  link('marks', 'no-owner', ({ _id }, kept) => !isPresent(kept, _id)),
  link('cardCodes', 'no-owner', ({ _id }, kept) => !isPresent(kept, _id)),
  link('uploads', 'no-owner', ({ memberId }, kept) => memberId !== null && !isPresent(kept, memberId)),
  link('uploads', 'left-over', ({ memberId, at }, _kept, now) => memberId === null && isLong(at, now)),
  link('exports', 'left-over', ({ expiresAt }, _kept, now) => isLong(expiresAt, now)),
  link('rosterRuns', 'left-over', ({ state, expiresAt, leaseUntil }, _kept, now) =>
    isLong(state === 'applying' ? leaseUntil : expiresAt, now),
  ),
  link('rosterParts', 'left-over', ({ runId }, { agrees }) => !agrees('rosterRuns', runId)),
  link('reconciles', 'left-over', ({ expiresAt }, _kept, now) => isLong(expiresAt, now)),
  link('corrections', 'left-over', ({ expiresAt }, _kept, now) => isLong(expiresAt, now)),
  link('reconcileParts', 'left-over', ({ runId }, { agrees }) => !agrees('reconciles', runId)),
  link(
    'erasures',
    'left-over',
    ({ state, nextAt }, _kept, now) => state === 'settling' && isLong(nextAt, now),
  ),
  link('locks', 'left-over', ({ expiresAt }, _kept, now) => isLong(expiresAt, now)),
];

export const brokenLinks = (kept: Kept, now: number): Finding[] =>
  LINKS.flatMap(({ collection, problem, broken }) =>
    broken(kept, now).map((id) => ({ collection, id, problem })),
  );
