/** Whom WeChat would tell what comes next, and why not the others: of a whole college, asked for by a tap. */
import type { Response } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { nextTemplate } from '../../../miniprogram/domain/reminding/nudge';
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import { ARRIVED_STATES } from '../../../miniprogram/domain/people/people-step';
import type { UseCase } from '../../_shared/calls/entry';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { chunks } from '../../_shared/kernel/chunks';
import { switchedOff } from '../../_shared/notices/consent';
import { membersOfCollege } from '../../_shared/people/members-of-college';
import type { Ports } from '../../_shared/platform/ports';
import { ageMarksOf, isFreedByAge } from '../../_shared/season/freed-by-age';
import { currentSeason, forCollege, rulebookNamed, type CollegeSeason } from '../../_shared/season/season';
import { standingOfMany } from '../../_shared/season/standing-in';
import type { Account, Mark, Member, Transfer } from '../../_shared/store/records';

type Reach = Response<'teacher', 'reach'>;
type OutOfReach = keyof Reach['out'];

const AT_ONCE = 250;
/** How long WeChat's word on a message that did not arrive is of use. */
const LATELY_MS = 14 * DAY_MS;

interface Known {
  readonly transfer: Transfer | undefined;
  readonly mark: Mark | undefined;
}

const isOver = (member: Member, { transfer, mark }: Known, ageLimit: number): boolean =>
  transfer ? ARRIVED_STATES.includes(transfer.state) : isFreedByAge(member, mark, ageLimit);

/** Nothing where the next message would arrive. */
const whyOut = (account: Account | undefined, transfer: Transfer | undefined): OutOfReach | undefined => {
  if (!account) return 'unbound';
  const template = nextTemplate(transfer?.state ?? null, false);
  if (switchedOff(account).includes(template)) return 'off';
  return account.credits[template] > 0 ? undefined : 'no-credit';
};

interface Person {
  readonly member: Member;
  readonly why: OutOfReach | undefined;
  readonly account: Account | undefined;
}

const look = async (
  ports: Ports,
  members: readonly Member[],
  season: CollegeSeason,
): Promise<readonly Person[]> => {
  const { ageLimit } = rulebookNamed(season.rulebookId);
  const [transfers, accounts, marks] = await Promise.all([
    standingOfMany(ports, members, season.id),
    ports.store.getMany(
      'accounts',
      members.flatMap(({ accountId }) => accountId ?? []),
    ),
    ageMarksOf(ports, members, ageLimit),
  ]);
  const accountOf = new Map(accounts.map((account) => [account._id, account]));
  const knownOf = (member: Member): Known => ({
    transfer: transfers.of(member),
    mark: marks.get(member._id),
  });
  return members
    .filter((member) => !transfers.isUnreadable(member) && !isOver(member, knownOf(member), ageLimit))
    .map((member) => {
      const account = accountOf.get(member.accountId ?? '');
      return { member, account, why: whyOut(account, transfers.of(member)) };
    });
};

const figuresOf = (people: readonly Person[]) => {
  const count = (wanted: OutOfReach | undefined): number => people.filter(({ why }) => why === wanted).length;
  const out = { unbound: count('unbound'), off: count('off'), 'no-credit': count('no-credit') };
  return { people: people.length, reached: count(undefined), out };
};

const byBranch = (people: readonly Person[]): Reach['branches'] => {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const { branchId } = person.member;
    groups.set(branchId, [...(groups.get(branchId) ?? []), person]);
  }
  return [...groups].map(([id, some]) => ({
    id,
    name: some[0]?.member.branchName ?? '',
    ...figuresOf(some),
  }));
};

const failuresOf = (people: readonly Person[], now: number): Reach['failures'] => {
  const found = new Map<number, { code: number; count: number; lastAt: number }>();
  for (const { code, at } of people.flatMap(({ account }) => account?.heard?.failures ?? [])) {
    if (at < now - LATELY_MS) continue;
    const { count = 0, lastAt = 0 } = found.get(code) ?? {};
    found.set(code, { code, count: count + 1, lastAt: Math.max(lastAt, at) });
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
};

/** By branch, and over all of them. */
export const reach: UseCase<'teacher', 'reach', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId } },
) => {
  if (!mayActFor(caller, collegeId)) return fail('COLLEGE_UNKNOWN', 'collegeId');
  const [current, members] = await Promise.all([currentSeason(ports), membersOfCollege(ports, collegeId)]);
  const season = forCollege(current, collegeId);
  const parts = await Promise.all(chunks(members, AT_ONCE).map((some) => look(ports, some, season)));
  const people = parts.flat();
  const now = ports.clock.now();
  return ok({
    ...figuresOf(people),
    branches: byBranch(people),
    failures: failuresOf(people, now),
    now,
  });
};
