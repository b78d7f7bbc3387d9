import type { Parsed } from '../../../miniprogram/contract';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { mayHold, type RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import type { TransferState, TransferStep } from '../../../miniprogram/domain/transfer/states';
import { routeOf } from '../../../miniprogram/rulebooks';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { begunAnew } from '../../_shared/kernel/begun';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { openOutbox } from '../../_shared/notices/outbox';
import { touchMember } from '../../_shared/store/touch-member';
import type { Ports } from '../../_shared/platform/ports';
import type { Transaction } from '../../_shared/store/ports';
import { transferIdOf } from '../../_shared/store/record-ids';
import type { Member, Transfer } from '../../_shared/store/records';
import { currentSeason, forCollege, rulebookNamed, type CollegeSeason } from '../../_shared/season/season';
import { dropForbidden } from '../../_shared/transfers/fields';
import { rulesOf } from '../../_shared/season/rules-of';
import { opensLater } from '../../_shared/transfers/circumstances';
import { withPast } from '../../_shared/transfers/past';
import { applyStep } from '../../_shared/transfers/take-step';
import { toTransferView } from '../../_shared/transfers/view';

type Choice = Pick<Transfer, 'wayId' | 'routeId'>;
type Step = Extract<TransferStep, 'choose-way' | 'change-situation'>;

/** A transfer nobody has taken a step on yet. */
const blankTransfer = (
  { account, member }: MemberCaller,
  season: CollegeSeason,
  choice: Choice,
  now: number,
) =>
  ({
    _id: transferIdOf(season.id, member._id),
    recordVersion: 3,
    version: 0,
    seasonId: season.id,
    rulebookId: season.rulebookId,
    memberId: member._id,
    memberName: member.name,
    studentNumber: member.studentNumber,
    accountId: account._id,
    branchId: member.branchId,
    branchName: member.branchName,
    collegeId: member.collegeId,
    state: 'draft',
    ...choice,
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
    timeline: [],
    past: [],
    lastSubmission: null,
    createdAt: now,
  }) satisfies Transfer;

/** Moves what was typed into the new way's draft, without what that way must not hold, past attempts included. */
const forWay =
  (choice: Choice, rule: RouteRule, step: Step) =>
  (transfer: Transfer, now: number, next: TransferState): Result<Partial<Transfer>> => {
    // What was under way is closed by the graduate's own wish.
    const endedAs = step === 'change-situation' ? 'withdrawn' : transfer.state;
    const past = withPast({ ...transfer, state: endedAs }).map((attempt) => ({
      ...attempt,
      fields: dropForbidden(rule, attempt.fields),
      screenshots: mayHold(rule, 'screenshots') ? attempt.screenshots : [],
    }));
    const isSameWay = transfer.wayId === choice.wayId && transfer.routeId === choice.routeId;
    return ok({
      ...choice,
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
  { seasonId, isFirst }: { seasonId: string; isFirst: boolean },
): Promise<void> => {
  if (isFirst || member.startedIn !== seasonId) await touchMember(tx, member._id, { startedIn: seasonId });
};

/** The second tap of a double tap finds what the first has made. */
const isRepeated = (transfer: Transfer, choice: Choice, version: number | null): boolean =>
  (transfer.state === 'draft' || transfer.state === 'planned') &&
  transfer.wayId === choice.wayId &&
  transfer.routeId === choice.routeId &&
  transfer.version === (version ?? 0) + 1;

const takeWay = (
  ports: Ports,
  caller: MemberCaller,
  season: CollegeSeason,
  { version, wayId, routeId }: Parsed<'graduate', 'chooseWay'>,
  step: Step,
): Promise<Result<Transfer>> => {
  const { account, member } = caller;
  const choice = { wayId, routeId };
  const loaded = begunAnew(() => openOutbox(ports, { ...member, memberId: member._id }));
  return ports.store.transact(async (tx): Promise<Result<Transfer>> => {
    const now = ports.clock.now();
    const outbox = await loaded();
    const stored = await tx.get('transfers', transferIdOf(season.id, member._id));
    if (stored && isRepeated(stored, choice, version)) return ok(stored);
    if ((stored?.version ?? null) !== version) return fail('TRANSFER_VERSION_STALE');
    const transfer = stored ?? blankTransfer(caller, season, choice, now);
    const rule = routeOf(rulebookNamed(transfer.rulebookId), choice.wayId, choice.routeId);
    if (!rule) return fail('WAY_UNKNOWN', 'wayId');
    const actor = actingAs(account, 'graduate', member.name);
    const request = { step, actor, route: rule, change: forWay(choice, rule, step) } as const;
    const [applied] = await Promise.all([
      applyStep(tx, outbox, { transfer, request, season, now }),
      markStarted(tx, member, { seasonId: season.id, isFirst: stored === undefined }),
    ]);
    return applied;
  });
};

/** What the way must not hold is not even kept as a file. */
const removeForbidden = async ({ files }: Ports, transfer: Transfer): Promise<void> => {
  const { screenshots, droppedFiles } = transfer;
  const mustGo = !mayHold(rulesOf(transfer).route, 'screenshots') && screenshots.length === 0;
  if (mustGo && droppedFiles.length > 0) await files.remove(droppedFiles);
};

const choosing = (step: Step): EarlyReader<'graduate', 'chooseWay', MemberCaller> =>
  readingEarly(currentSeason, async (ports, { caller, request }, current) => {
    const { seasonId = current.id } = request;
    if (seasonId !== current.id) return fail('TRANSFER_SEASON_CHANGED');
    const season = forCollege(current, caller.member.collegeId);
    const done = await takeWay(ports, caller, season, request, step);
    if (!done.ok) return done;
    await removeForbidden(ports, done.data);
    return ok({ transfer: await toTransferView(ports, done.data) });
  });

/** Begins the transfer of this season, or takes another way while that is still open. */
export const chooseWay = choosing('choose-way');

/** “我的情况变了”: closes what is under way as withdrawn and begins with another way. */
export const changeSituation: EarlyReader<'graduate', 'changeSituation', MemberCaller> =
  choosing('change-situation');
