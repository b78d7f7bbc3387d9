import { chinaDay, DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { isSent, nudgeOutcome, type NudgeOutcome } from '../../../miniprogram/domain/reminding/nudge';
import { noticeId } from '../../../miniprogram/domain/reminding/planned-notice';
import { nextAllowed } from '../../../miniprogram/domain/calendar/quiet-hours';
import { putAudit } from '../../_shared/events/audit';
import { chunks } from '../../_shared/kernel/chunks';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs, type ActingPerson } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { toNotice } from '../../_shared/notices/outbox';
import { touchMember } from '../../_shared/store/touch-member';
import { NUDGE } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Transaction } from '../../_shared/store/ports';
import type { Mark } from '../../_shared/store/records';
import { rulebookNamed, withSeason, type CollegeSeason } from '../../_shared/season/season';
import { toNudgeable } from '../board/branch-board';
import { ownBranch, peopleOf, readRemembered, type BranchPerson } from '../board/branch-people';

interface Outcome {
  readonly memberId: string;
  readonly name: string;
  readonly outcome: NudgeOutcome;
}

const outcomeOf = (person: BranchPerson, outcome: NudgeOutcome): Outcome => ({
  memberId: person.member._id,
  name: person.member.name,
  outcome,
});

interface Context {
  readonly season: CollegeSeason;
  readonly actor: ActingPerson;
  readonly now: number;
}

/** Lets nobody be nudged twice on one China day, whoever taps how often. */
const nudgeIdOf = (memberId: string, now: number): string => noticeId(memberId, chinaDay(now), 'nudged');

const noticeFor = ({ member }: BranchPerson, accountId: string, { season, actor, now }: Context) => {
  const { _id: memberId, name: memberName, branchId, branchName, collegeId } = member;
  const rulebook = rulebookNamed(season.rulebookId);
  const dueAt = nextAllowed(now, withSeason(rulebook, season).quietHours);
  const planned = {
    id: nudgeIdOf(memberId, now),
    kind: 'nudged',
    audience: 'graduate',
    dueAt,
    notAfter: dueAt + DAY_MS,
  } as const;
  const facts = {
    memberName,
    branchName,
    rulebook,
    byName: actor.name,
    seasonDeadlineAt: season.deadlineAt,
  };
  return toNotice({ memberId, accountId, branchId, collegeId }, accountId, planned, facts);
};

/** Decides once more on what the transaction reads: another tap may have come first. */
const nudgeOne = (
  tx: Transaction,
  person: BranchPerson,
  { mark, told }: { mark: Mark | undefined; told: ReadonlySet<string> },
  context: Context,
): Outcome => {
  const { _id, accountId } = person.member;
  const lastNudgedAt = mark?.lastNudgedAt ?? null;
  const outcome = nudgeOutcome({ ...toNudgeable(person), lastNudgedAt }, context.now);
  if (!isSent(outcome) || accountId === null) return outcomeOf(person, outcome);
  const notice = noticeFor(person, accountId, context);
  if (told.has(notice._id)) return outcomeOf(person, 'today');
  tx.append('notices', notice);
  const blank = { _id, recordVersion: 1 as const };
  tx.put('marks', { ...(mark ?? blank), lastNudgedAt: context.now });
  return outcomeOf(person, outcome);
};

const nudgePart = (
  { store, clock }: Ports,
  part: readonly BranchPerson[],
  { season, actor }: { season: CollegeSeason; actor: ActingPerson },
): Promise<Result<Outcome[]>> =>
  store.transact(async (tx) => {
    const now = clock.now();
    const results: Outcome[] = [];
    const ids = part.map(({ member }) => member._id);
    const [known, found, stored] = await Promise.all([
      tx.lookUp('marks', ids),
      tx.lookUp('members', ids),
      tx.lookUp(
        'notices',
        ids.map((id) => nudgeIdOf(id, now)),
      ),
    ]);
    const marks = new Map(known.records.map((mark) => [mark._id, mark]));
    const members = new Map(found.records.map((member) => [member._id, member]));
    const told = new Set([...stored.records.map(({ _id }) => _id), ...stored.unreadable.keys()]);
    for (const seen of part) {
      const member = members.get(seen.member._id);
      // Moved to another branch meanwhile, or removed from the roster.
      if (member?.branchId !== seen.member.branchId) continue;
      const person = { ...seen, member };
      // When they were nudged last cannot be told, nor written down.
      if (known.unreadable.has(member._id)) {
        results.push(outcomeOf(person, 'today'));
        continue;
      }
      const mark = marks.get(person.member._id);
      const result = nudgeOne(tx, person, { mark, told }, { season, actor, now });
      results.push(result);
      if (!isSent(result.outcome)) continue;
      await touchMember(tx, result.memberId);
      putAudit(tx, { subjectId: result.memberId, key: chinaDay(now), action: 'nudge', actor, at: now });
    }
    return ok(results);
  });

/** Asks those who lag to go on, and says of everybody else why not. */
export const nudge: EarlyReader<'secretary', 'nudge', MemberCaller> = readingEarly(
  readRemembered,
  async (ports, { caller: { account, member }, request }, remembered) => {
    const { records, season } = await ownBranch(ports, member, remembered);
    const people = await peopleOf(ports, records, season);
    const wanted = 'all' in request ? undefined : new Set(request.memberIds);
    const chosen = wanted ? people.filter((person) => wanted.has(person.member._id)) : people;
    if (wanted && chosen.length < wanted.size) return fail('NOT_FOUND', 'memberIds');
    const actor = actingAs(account, 'secretary', member.name);
    // The secretary's own to-dos need no message from themselves.
    const others = wanted ? chosen : chosen.filter((person) => person.member._id !== member._id);
    const jobs = chunks(others, NUDGE.peoplePerTransaction).map(
      (part) => () => nudgePart(ports, part, { season, actor }),
    );
    const parts = await inParallel(jobs, NUDGE.parallelTransactions);
    const results: Outcome[] = [];
    for (const part of parts) {
      if (!part.ok) return part;
      results.push(...part.data);
    }
    const nudged = results.filter(({ outcome }) => isSent(outcome)).length;
    return ok({ results, nudged, now: ports.clock.now() });
  },
);
