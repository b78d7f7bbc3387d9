import type { Parsed, Response } from '../../miniprogram/domain/contract';
import { QUEUE_KINDS } from '../../miniprogram/domain/contract/teacher';
import { ok } from '../../miniprogram/domain/errors';
import type { TransferState } from '../../miniprogram/domain/model';
import { subscriptionOf } from '../_shared/credits';
import type { UseCase } from '../_shared/entry';
import type { CollegeCaller } from '../_shared/identity';
import { PAGING } from '../_shared/policy';
import type { Ports } from '../_shared/ports';
import type { ResetRequest, Transfer } from '../_shared/records';
import { currentSeason } from '../_shared/season';

type Kind = (typeof QUEUE_KINDS)[number];
type Item = Response<'teacher', 'queue'>['items'][number];

/** The state in which a transfer asks this of the college; codes are reset requests. */
const STATE_OF_KIND: Readonly<Record<Exclude<Kind, 'code' | 'overAge'>, TransferState>> = {
  approval: 'submitted',
  registration: 'registered',
  refusal: 'refused',
  timeout: 'timedOut',
};

const transferItem = (kind: Kind, transfer: Transfer): Item => {
  const { _id: id, memberName, branchName, wayId, waitingSince: since, deadlineAt } = transfer;
  return { kind, id, memberName, branchName, wayId, since, deadlineAt };
};

const codeItem = ({ _id: id, memberName, branchName, requestedAt, escalatedAt }: ResetRequest): Item => ({
  kind: 'code',
  id,
  memberName,
  branchName,
  wayId: null,
  since: escalatedAt ?? requestedAt,
  deadlineAt: null,
});

interface Waiting {
  readonly kind: Kind;
  readonly items: Item[];
  readonly count: number;
}

/** Oldest first, one page; counted apart only when there is more than a page. */
const waitingOf = async ({ store }: Ports, kind: Kind, scope: { collegeId?: string }): Promise<Waiting> => {
  const limit = PAGING.queue;
  if (kind === 'overAge') return { kind, items: [], count: 0 };
  if (kind === 'code') {
    const where = { ...scope, state: 'escalated' };
    const found = await store.find('resetRequests', { where, orderBy: ['requestedAt', 'asc'], limit });
    const count = found.length < limit ? found.length : await store.count('resetRequests', where);
    return { kind, items: found.map(codeItem), count };
  }
  const where = { ...scope, state: STATE_OF_KIND[kind] };
  const found = await store.find('transfers', { where, orderBy: ['waitingSince', 'asc'], limit });
  const count = found.length < limit ? found.length : await store.count('transfers', where);
  return { kind, items: found.map((transfer) => transferItem(kind, transfer)), count };
};

const shownItems = (waiting: readonly Waiting[], { kind }: Parsed<'teacher', 'queue'>): Item[] =>
  waiting
    .filter((one) => kind === undefined || one.kind === kind)
    .flatMap(({ items }) => items)
    .sort((a, b) => a.since - b.since);

/** What waits for the college, by kind, and how much of each. */
export const queue: UseCase<'teacher', 'queue', CollegeCaller> = async (ports, { caller, request }) => {
  const scope = caller.role === 'committee' ? {} : { collegeId: caller.scopeId };
  const [season, ...waiting] = await Promise.all([
    currentSeason(ports),
    ...QUEUE_KINDS.map((kind) => waitingOf(ports, kind, scope)),
  ]);
  const counts = Object.fromEntries(waiting.map(({ kind, count }) => [kind, count])) as Record<Kind, number>;
  return ok({
    college: { id: caller.scopeId, name: caller.scopeName },
    items: shownItems(waiting, request),
    counts,
    rulebookId: season.rulebookId,
    subscription: subscriptionOf(ports, caller.account),
    now: ports.clock.now(),
  });
};
