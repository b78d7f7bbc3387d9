import type { Response } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { PEOPLE_STEPS, type PeopleStep } from '../../../miniprogram/domain/people/steps';
import { nudgeOutcome } from '../../../miniprogram/domain/reminding/nudge';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { shownOf } from '../../_shared/transfers/shown';
import { seasonShown } from '../../_shared/season/season';
import { ownBranch, peopleOf, readingRemembered, type BranchPerson } from './branch-people';

type Row = Response<'secretary', 'branchBoard'>['members'][number];

/** 0 for who has never signed in, 1 for whom WeChat no longer tells, 2 for everybody else; who is done comes last. */
const rankOf = ({ step, member, reachable }: BranchPerson): number => {
  if (step === 'done') return 3;
  if (member.accountId === null) return 0;
  return reachable ? 2 : 1;
};

const toRow = (person: BranchPerson, caller: MemberCaller, now: number): Row => {
  const { member, transfer, step, reachable, codeFrom } = person;
  const { state = null, deadlineAt = null } = transfer ?? {};
  const self = member._id === caller.member._id;
  return {
    id: member._id,
    name: member.name,
    self,
    bound: member.accountId !== null,
    state,
    shown: shownOf(transfer),
    turn: person.turn,
    deadlineAt,
    step,
    reachable,
    codeFrom,
    // The own to-dos need no message from oneself.
    nudge: self ? 'nothing-to-do' : nudgeOutcome(toNudgeable(person), now),
  };
};

/** What the nudge's rules ask about a person. */
export const toNudgeable = ({ member, turn, codeFrom, lastNudgedAt, nudgeCredits }: BranchPerson) => ({
  bound: member.accountId !== null,
  waitingForCode: codeFrom !== null,
  turn,
  lastNudgedAt,
  credits: nudgeCredits,
});

const countsOf = (people: readonly BranchPerson[], rows: readonly Row[]) => {
  const count = (wanted: (person: BranchPerson) => boolean): number => people.filter(wanted).length;
  const bySteps = Object.fromEntries(
    PEOPLE_STEPS.map((step) => [step, count((person) => person.step === step)]),
  ) as Record<PeopleStep, number>;
  return {
    members: people.length,
    bySteps,
    unbound: count((person) => rankOf(person) === 0),
    unreachable: count((person) => rankOf(person) === 1),
    waitingForCode: count(({ codeFrom }) => codeFrom === 'secretary'),
    nudgeable: rows.filter(({ nudge }) => nudge === 'nudged').length,
  };
};

/** Everybody of the own branch with where they stand; whoever cannot be reached first, each group by name. */
export const branchBoard: EarlyReader<'secretary', 'branchBoard', MemberCaller> = readingEarly(
  readingRemembered(seasonShown),
  async (ports, { caller }, remembered) => {
    const { records, season } = await ownBranch(ports, caller.member, remembered);
    const { branch } = records;
    if (!branch) return fail('NOT_FOUND');
    const people = await peopleOf(ports, records, season);
    const now = ports.clock.now();
    const sorted = [...people].sort((a, b) => rankOf(a) - rankOf(b));
    const names = people.map(({ member }) => member.name);
    const rows = sorted.map((person) => {
      const { name, studentNumber } = person.member;
      const isShared = names.filter((other) => other === name).length > 1;
      return { ...toRow(person, caller, now), ...(isShared ? { studentNumber } : {}) };
    });
    const { rulebookId, deadlineAt } = season;
    return ok({
      branch: { id: branch._id, name: branch.name, inviteCode: branch.inviteCode },
      members: rows,
      counts: countsOf(people, rows),
      season: { rulebookId, deadlineAt },
      now,
    });
  },
);
