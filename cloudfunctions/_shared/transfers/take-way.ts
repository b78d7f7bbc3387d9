/** Begins a transfer with a way, or takes another one: by the graduate, or for somebody who has not acted yet. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { mayHold, type RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { TransferStep } from '../../../miniprogram/domain/transfer/steps';
import { routeOf } from '../../../miniprogram/rulebooks';
import type { ActingPerson } from '../kernel/actor';
import { endAsked } from '../notices/end-asked';
import { readPlace, type Place } from '../notices/place';
import { touchStarted } from '../store/touch-member';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import { transferIdOf } from '../store/record-ids';
import type { Member, Transfer } from '../store/records';
import { rulebookIdOf } from '../season/rules-of';
import { rulebookNamed, type CollegeSeason } from '../season/season';
import { dropForbidden } from './fields';
import { isSecretaryAsked, opensLater } from './circumstances';
import { withPast } from './past';
import { latestIdOf, standingIn } from '../season/standing-in';
import { applyStep } from './apply-step';

type Choice = Pick<Transfer, 'wayId' | 'routeId'>;

export interface WayTaking extends Choice {
  /** Whose transfer it is. */
  readonly member: Member;
  readonly actor: ActingPerson;
  readonly season: CollegeSeason;
  /** Version the actor saw; null where there was no transfer. */
  readonly version: number | null;
  readonly step: Extract<TransferStep, 'choose-way' | 'change-situation'>;
  /** Asked in the transaction, where somebody else than the owner acts. */
  readonly mayAct?: (tx: Transaction) => Promise<Result<undefined>>;
  /** What else the first way of a season brings along, where the person is written in any case. */
  readonly withFirst?: (tx: Transaction, rule: RouteRule) => Promise<unknown>;
}

/** A transfer nobody has taken a step on yet. */
const blankTransfer = ({ member, season, wayId, routeId }: WayTaking, now: number) =>
  ({
    _id: transferIdOf(season.id, member._id),
    recordVersion: 4,
    version: 0,
    seasonId: season.id,
    rulebookId: season.rulebookId,
    memberId: member._id,
    memberName: member.name,
    studentNumber: member.studentNumber,
    accountId: member.accountId,
    branchId: member.branchId,
    branchName: member.branchName,
    collegeId: member.collegeId,
    state: 'draft',
    wayId,
    routeId,
    attempt: 0,
    fields: {},
    draft: {},
    screenshots: [],
    droppedFiles: [],
    initiatedAt: null,
    deadlineAt: null,
    clock: null,
    approvals: { needed: [], given: [] },
    opensAt: null,
    waitsFor: 'graduate',
    waitingSince: now,
    queueKey: '',
    deadlineDay: null,
    reason: null,
    offline: [],
    timeline: [],
    past: [],
    lastSubmission: null,
    createdAt: now,
  }) satisfies Transfer;

/** Moves what was typed into the new way's draft, without what that way must not hold, past attempts included. */
const forWay =
  ({ wayId, routeId, step }: WayTaking, rule: RouteRule) =>
  (transfer: Transfer, now: number, next: TransferState): Result<Partial<Transfer>> => {
    // What was under way is closed by the graduate's own wish.
    const endedAs = step === 'change-situation' ? 'withdrawn' : transfer.state;
    const past = withPast({ ...transfer, state: endedAs }).map((attempt) => ({
      ...attempt,
      fields: dropForbidden(rule, attempt.fields),
      screenshots: mayHold(rule, 'screenshots') ? attempt.screenshots : [],
    }));
    const isSameWay = transfer.wayId === wayId && transfer.routeId === routeId;
    return ok({
      wayId,
      routeId,
      past,
      draft: dropForbidden(rule, { ...transfer.fields, ...transfer.draft, initiatedAt: undefined }),
      fields: {},
      screenshots: isSameWay && transfer.state === 'draft' ? transfer.screenshots : [],
      initiatedAt: null,
      deadlineAt: null,
      clock: null,
      opensAt: next === 'planned' ? opensLater(transfer, rule, now) : null,
    });
  };

/** Lists and figures tell by this who has not begun yet. The first step of all writes the person in any case. */
const markStarted = async (
  tx: Transaction,
  member: Member,
  { seasonId, isFirst, now }: { seasonId: string; isFirst: boolean; now: number },
): Promise<void> => {
  if (isFirst || member.startedIn !== seasonId)
    await touchStarted(tx, member._id, { startedIn: seasonId, now });
};

/** The second tap of a double tap finds what the first has made. */
const isRepeated = (transfer: Transfer, { wayId, routeId, version }: WayTaking): boolean =>
  (transfer.state === 'draft' || transfer.state === 'planned') &&
  transfer.wayId === wayId &&
  transfer.routeId === routeId &&
  transfer.version === (version ?? 0) + 1;

/** The transfer the step is about: one of an earlier season that goes on, else that of the season. */
const storedFor = async (tx: Transaction, { member, season }: WayTaking): Promise<Transfer | undefined> => {
  // Whose earlier one was cleared away since may have begun by another tap: the season's own is always looked at.
  const latest = standingIn(season.id, await tx.get('transfers', latestIdOf(member, season.id)));
  return latest ?? tx.get('transfers', transferIdOf(season.id, member._id));
};

/** Nobody is told of a choice: the branch is read only where a secretary has a part in the way. */
const branchFor = async (
  ports: Ports,
  member: Member,
  { transfer, rule }: { transfer: Transfer; rule: RouteRule },
): Promise<Pick<Place, 'branch'>> =>
  isSecretaryAsked(transfer, rule) ? readPlace(ports, member) : { branch: undefined };

/** `TRANSFER_VERSION_STALE`, `WAY_UNKNOWN`; the lifecycle's failures otherwise. */
export const takeWay = async (ports: Ports, taking: WayTaking): Promise<Result<Transfer>> => {
  const { member, actor, version, step, wayId, routeId } = taking;
  const taken = await ports.store.transact(async (tx) => {
    const now = ports.clock.now();
    const stored = await storedFor(tx, taking);
    const allowed = await (taking.mayAct?.(tx) ?? ok(undefined));
    if (!allowed.ok) return allowed;
    if (stored && isRepeated(stored, taking)) return ok({ before: stored, after: stored });
    if ((stored?.version ?? null) !== version) return fail('TRANSFER_VERSION_STALE');
    const transfer = stored ?? blankTransfer(taking, now);
    const rule = routeOf(rulebookNamed(rulebookIdOf(transfer)), wayId, routeId);
    const isOn = stored?.wayId === wayId && stored.routeId === routeId;
    if (!rule || (rule.closed && !isOn)) return fail('WAY_UNKNOWN', 'wayId');
    const request = { step, actor, route: rule, change: forWay(taking, rule) } as const;
    const place = await branchFor(ports, member, { transfer, rule });
    const [applied] = await Promise.all([
      applyStep(tx, place, { transfer, request, now }),
      markStarted(tx, member, { seasonId: transfer.seasonId, isFirst: stored === undefined, now }),
    ]);
    if (!applied.ok) return applied;
    if (!stored) await taking.withFirst?.(tx, rule);
    return ok({ before: transfer, after: applied.data.transfer });
  });
  if (!taken.ok) return taken;
  const { before, after } = taken.data;
  await endAsked(ports, before, after);
  return ok(after);
};
