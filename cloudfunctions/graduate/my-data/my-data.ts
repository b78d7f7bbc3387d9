import { fail, ok } from '../../../miniprogram/domain/errors';
import type { Response } from '../../../miniprogram/contract';
import type { UseCase } from '../../_shared/calls/entry';
import { rolesOf, type OwnerCaller } from '../../_shared/calls/identity';
import { isVisible, toNoticeView } from '../../_shared/notices/inbox';
import { untrueOf } from '../../_shared/notices/untrue';
import { PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { requestAt } from '../../_shared/resets/by-clock';
import type { Branch, Member, Notice, ResetRequest, Transfer } from '../../_shared/store/records';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { tellBrokenSeal } from '../../_shared/store/sealed';
import { openFields } from '../../_shared/transfers/fields';
import { toPast, toStanding } from '../../_shared/transfers/view';
import { reportOf } from '../over-age/over-age';

type MyData = Response<'graduate', 'myData'>;
type Stored = MyData['transfers'][number];

const toStored = async (ports: Ports, transfer: Transfer): Promise<Stored> => {
  let isBroken = false;
  const open = (stored: Transfer['fields']) => {
    const opened = openFields(ports.cipher, transfer._id, stored);
    isBroken ||= opened.isBroken;
    return opened.fields;
  };
  const { id: _id, version: _version, ...standing } = toStanding(transfer);
  const view = {
    ...standing,
    seasonId: transfer.seasonId,
    fields: open(transfer.fields),
    draft: open(transfer.draft),
    receiverPhone: transfer.receiverPhone?.phone ?? null,
    screenshots: transfer.screenshots.length,
    past: transfer.past.map((past) => ({
      ...toPast(past),
      fields: open(past.fields),
      screenshots: past.screenshots.length,
    })),
  };
  if (!isBroken) return view;
  await tellBrokenSeal(ports, 'transfers', transfer);
  return { ...view, contactUnreadable: true };
};

/** What was done to the person's own records; who is named by role alone. */
const auditsOf = async ({ store }: Ports, memberId: string) => {
  const found = await store.find('audits', {
    where: { memberId },
    orderBy: ['order', 'desc'],
    limit: PAGING.myAudits,
  });
  return found.map(({ at, action, actor }) => ({ at, action, role: actor.role }));
};

/** What the roster says of them; a secretary with the number they gave to classmates. */
const memberView = (member: Member, branch: Branch | undefined): MyData['member'] => {
  const { studentNumber, name, collegeName, branchName, birthMonth, graduationMonth } = member;
  const { accountId, hasLeaguePost, isSecretary, loginConfirmedAt } = member;
  const own = branch?.secretaries.find((secretary) => secretary.accountId === accountId);
  return {
    studentNumber,
    name,
    collegeName,
    branchName,
    birthMonth,
    graduationMonth,
    hasLeaguePost,
    isSecretary,
    sharedPhone: own?.phone ?? null,
    loginConfirmedAt,
  };
};

/** With what others wrote about it; the code itself is left out. */
const requestView = (request: ResetRequest, now: number): MyData['resetRequests'][number] => {
  const current = requestAt(request, now);
  const { state, note, handler, requestedAt, escalatedAt, escalationReason } = current;
  const { issuedAt, expiresAt, revealedAt, closedReason } = current;
  return {
    state,
    note,
    handlerName: handler.name,
    requestedAt,
    escalatedAt,
    escalationReason,
    issuedAt,
    expiresAt,
    revealedAt,
    ...(closedReason === undefined || state !== 'closed' ? {} : { closedReason }),
  };
};

const noticesShown = (
  notices: readonly Notice[],
  untrue: ReadonlySet<string>,
  now: number,
): MyData['notices'] =>
  notices
    .filter((notice) => isVisible(notice, now))
    .map((notice) => toNoticeView(notice, untrue))
    .map(({ at, title, text, read }) => ({ at, title, text, read }));

/** Everything stored about the caller. Codes are not among it: they are gone once shown. */
export const myData: UseCase<'graduate', 'myData', OwnerCaller> = async (ports, { caller }) => {
  const { account, member } = caller;
  if (!account) return fail('NOT_SIGNED_IN');
  const { store, clock } = ports;
  const now = clock.now();
  const where = { memberId: member._id };
  const [transfers, requests, notices, mark, branch, audits] = await Promise.all([
    store.find('transfers', { where, orderBy: ['createdAt', 'desc'], limit: PAGING.person }),
    store.find('resetRequests', { where, orderBy: ['requestedAt', 'desc'], limit: PAGING.person }),
    store.find('notices', {
      where: { accountId: account._id, dueAt: { lte: now } },
      orderBy: ['dueAt', 'desc'],
      limit: PAGING.personNotices,
    }),
    ifReadable(store.get('marks', member._id)),
    member.isSecretary ? ifReadable(store.get('branches', member.branchId)) : undefined,
    auditsOf(ports, member._id),
  ]);
  return ok({
    member: memberView(member, branch),
    account: { createdAt: account.createdAt, roles: rolesOf(caller), credits: account.credits },
    transfers: await Promise.all(transfers.map((transfer) => toStored(ports, transfer))),
    resetRequests: requests.map((request) => requestView(request, now)),
    overAge: reportOf(member, mark),
    notices: noticesShown(notices, untrueOf(transfers), now),
    audits,
    now,
  });
};
