import { chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { isSent, nudgeOutcome, type NudgeOutcome } from '../../../miniprogram/domain/reminding/nudge';
import { putEvent } from '../../_shared/events/audit';
import { chunks } from '../../_shared/kernel/chunks';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs, type ActingPerson } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { tellEvents } from '../../_shared/notices/telling/tell-events';
import { touchMember } from '../../_shared/store/touch-member';
import { NUDGE } from '../../_shared/kernel/policy';
import { currentSeason } from '../../_shared/season/season';
import type { Ports } from '../../_shared/platform/ports';
import type { Transaction } from '../../_shared/store/ports';
import type { Event, Mark } from '../../_shared/store/records';
import { toNudgeable } from '../board/branch-board';
import { ownBranch, peopleOf, readingRemembered, type BranchPerson } from '../board/branch-people';

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

/** Decides once more on what the transaction reads: another tap may have come first. */
const nudgeOne = (tx: Transaction, person: BranchPerson, mark: Mark | undefined, now: number): Outcome => {
  const { _id, accountId } = person.member;
  const lastNudgedAt = mark?.lastNudgedAt ?? null;
  const outcome = nudgeOutcome({ ...toNudgeable(person), lastNudgedAt }, now);
  if (!isSent(outcome) || accountId === null) return outcomeOf(person, outcome);
  const blank = { _id, recordVersion: 1 as const };
  tx.put('marks', { ...(mark ?? blank), lastNudgedAt: now });
  return outcomeOf(person, outcome);
};

const nudgePart = (
  { store, clock }: Ports,
  part: readonly BranchPerson[],
  actor: ActingPerson,
): Promise<Result<{ results: Outcome[]; events: Event[] }>> =>
  store.transact(async (tx) => {
    const now = clock.now();
    const results: Outcome[] = [];
    const events: Event[] = [];
    const ids = part.map(({ member }) => member._id);
    const [known, found] = await Promise.all([tx.lookUp('marks', ids), tx.lookUp('members', ids)]);
    const marks = new Map(known.records.map((mark) => [mark._id, mark]));
    const members = new Map(found.records.map((member) => [member._id, member]));
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
      const result = nudgeOne(tx, person, mark, now);
      results.push(result);
      if (!isSent(result.outcome)) continue;
      await touchMember(tx, result.memberId);
      const entry = {
        subjectId: result.memberId,
        key: chinaDay(now),
        action: 'nudge',
        actor,
        at: now,
      } as const;
      events.push(putEvent(tx, entry, now));
    }
    return ok({ results, events });
  });

/** Asks those who lag to go on, and says of everybody else why not. */
export const nudge: EarlyReader<'secretary', 'nudge', MemberCaller> = readingEarly(
  readingRemembered(currentSeason),
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
      (part) => () => nudgePart(ports, part, actor),
    );
    const parts = await inParallel(jobs, NUDGE.parallelTransactions);
    const results: Outcome[] = [];
    for (const part of parts) {
      if (!part.ok) return part;
      results.push(...part.data.results);
    }
    await tellEvents(
      ports,
      parts.flatMap((part) => (part.ok ? part.data.events : [])),
    );
    const nudged = results.filter(({ outcome }) => isSent(outcome)).length;
    return ok({ results, nudged, now: ports.clock.now() });
  },
);
