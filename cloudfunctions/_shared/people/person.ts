/** One person with their history, as those responsible for them see it. */
import type { PersonSeen } from '../../../miniprogram/contract/person';
import { stepOfPerson } from '../../../miniprogram/domain/people/people-step';
import { switchedOff } from '../notices/consent';
import { NO_CREDITS } from '../notices/credits';
import { PAGING } from '../kernel/policy';
import { isFreedByAge } from '../season/freed-by-age';
import type { Ports } from '../platform/ports';
import type { Member, Notice, ResetRequest, Transfer } from '../store/records';
import type { NoticeStatus } from '../store/records/notice';
import { ifReadable } from '../store/records/unreadable';
import { requestAt } from '../resets/by-clock';
import { rulebookNamed, seasonShown } from '../season/season';
import { latestTransfer } from '../transfers/load';
import { standingIn } from '../season/standing-in';
import { toPast, toStanding } from '../transfers/view';

type PersonView = PersonSeen;
type Delivery = PersonView['notices'][number]['delivery'];

const DELIVERIES: Readonly<Record<Exclude<NoticeStatus, 'cancelled'>, Delivery>> = {
  planned: 'planned',
  sending: 'planned',
  sent: 'sent',
  'no-credit': 'no-credit',
  invalid: 'failed',
  dead: 'failed',
  'too-late': 'failed',
};

/** A notice dropped too late counts as read for the inbox, but nobody has seen it. */
const deliveryOf = ({ status, readAt }: Notice): Delivery | undefined => {
  if (status === 'cancelled') return undefined;
  return readAt !== null && status !== 'too-late' ? 'read' : DELIVERIES[status];
};

const noticeViews = (notices: readonly Notice[]): PersonView['notices'] =>
  notices.flatMap((notice) => {
    const delivery = notice.audience === 'graduate' ? deliveryOf(notice) : undefined;
    const { _id: id, kind, title, template, dueAt: at } = notice;
    return delivery ? [{ id, kind, title, template, at, delivery }] : [];
  });

const requestView = (request: ResetRequest, now: number): PersonView['resetRequests'][number] => {
  const current = requestAt(request, now);
  const { _id: id, state, handler, requestedAt, escalatedAt, issuedAt, expiresAt } = current;
  return { id, state, handler, requestedAt, escalatedAt, issuedAt, expiresAt };
};

const transferOf = (transfer: Transfer): NonNullable<PersonView['transfer']> => ({
  ...toStanding(transfer),
  past: transfer.past.map(toPast),
  hasContact: transfer.fields.parentContactSealed !== undefined,
});

/** Everything that hangs on somebody's id, the season and the person among it: six reads at once. */
export const readPerson = async (ports: Ports, memberId: string) => {
  const { store } = ports;
  const [member, season, latest, requests, notices, mark] = await Promise.all([
    store.get('members', memberId),
    seasonShown(ports),
    latestTransfer(ports, memberId),
    store.find('resetRequests', {
      where: { memberId },
      orderBy: ['requestedAt', 'desc'],
      limit: PAGING.person,
    }),
    store.find('notices', {
      where: { aboutId: memberId },
      orderBy: ['dueAt', 'desc'],
      limit: PAGING.personNotices,
    }),
    ifReadable(store.get('marks', memberId)),
  ]);
  return { member, season, latest, requests, notices, mark };
};

export type PersonRecords = Awaited<ReturnType<typeof readPerson>>;

/** The view of somebody the caller has been allowed to see; only their credits are read now. */
export const personOf = async (
  { store, clock }: Ports,
  member: Member,
  { season, latest, requests, notices, mark }: PersonRecords,
): Promise<PersonView> => {
  const { _id: memberId, accountId } = member;
  const account = accountId === null ? undefined : await ifReadable(store.get('accounts', accountId));
  const now = clock.now();
  const transfer = standingIn(season.id, latest);
  const bound = accountId !== null;
  const { name, studentNumber, branchId, branchName, collegeName, isSecretary } = member;
  const { hasLeaguePost, loginConfirmedAt } = member;
  const loginConfirmed = loginConfirmedAt !== null;
  return {
    id: memberId,
    name,
    studentNumber,
    branchId,
    branchName,
    collegeName,
    isSecretary,
    bound,
    hasLeaguePost,
    loginConfirmedAt,
    step: stepOfPerson({ bound, loginConfirmed, state: transfer?.state ?? null }),
    overAge: isFreedByAge(member, mark, rulebookNamed(season.rulebookId).ageLimit),
    lastNudgedAt: mark?.lastNudgedAt ?? null,
    transfer: transfer ? transferOf(transfer) : null,
    resetRequests: requests.map((request) => requestView(request, now)),
    notices: noticeViews(notices),
    credits: account?.credits ?? { ...NO_CREDITS },
    off: account ? switchedOff(account) : [],
  };
};
