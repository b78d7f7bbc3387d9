import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { codeKey, nameKey } from '../../miniprogram/domain/text/keys';
import { countOneMore } from '../../miniprogram/domain/transfer/per-day';
import { accountIn } from '../_shared/people/accounts';
import { putAudit } from '../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../_shared/calls/entry';
import { begun } from '../_shared/kernel/begun';
import { equalsSecret } from '../_shared/kernel/hash';
import { actingAs } from '../_shared/kernel/actor';
import { rolesOf, type Visitor } from '../_shared/calls/identity';
import { memberById, memberByKey } from '../_shared/people/find-people';
import { withHeadMove } from '../_shared/store/headcount';
import { memberIdOf } from '../_shared/store/record-ids';
import {
  changeOwner,
  isUntouched,
  NOTHING_OWN,
  ownRecords,
  type OwnRecords,
} from '../_shared/people/own-records';
import { PER_DAY } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import type { Transaction } from '../_shared/store/ports';
import type { Account, Branch, Member } from '../_shared/store/records';
import { ifReadable } from '../_shared/store/records/unreadable';
import { openTry, signInGuards, type TriesLeft } from './try-guard';

interface Credentials {
  readonly studentNumber: string;
  readonly name: string;
  readonly inviteCode: string;
}

const putSecretary = async (tx: Transaction, member: Member, accountId: string): Promise<void> => {
  const [branch] = await tx.getMany('branches', [member.branchId]);
  if (!branch || branch.secretaries.some((secretary) => secretary.accountId === accountId)) return;
  const secretaries = [...branch.secretaries, { accountId, name: member.name }];
  tx.put('branches', { ...branch, secretaries, version: branch.version + 1 });
};

/** Names the teacher who can undo it; whoever reads this knew number, name and code. */
const boundElsewhere = async ({ store }: Ports, { collegeId }: Member): Promise<Result<never>> => {
  const college = await ifReadable(store.get('colleges', collegeId));
  const teacher = college?.teachers[0]?.name;
  return fail('MEMBER_BOUND_ELSEWHERE', 'studentNumber', teacher ? { teacher } : undefined);
};

/** Binds member and account to each other; binding the same two again changes nothing. */
const bind = async (
  ports: Ports,
  tx: Transaction,
  member: Member,
  { openid, now }: { openid: string; now: number },
): Promise<Result<{ member: Member; account: Account }>> => {
  const memberId = member._id;
  const account = await accountIn(tx, openid, { name: member.name, now });
  if (account.memberId !== null && account.memberId !== memberId) return fail('ALREADY_SIGNED_IN');
  if (member.accountId !== null && member.accountId !== openid) return boundElsewhere(ports, member);
  if (account.memberId === memberId && member.accountId === openid) return ok({ member, account });
  const signIns = countOneMore(member.signIns, PER_DAY.signIns, now);
  if (!signIns.ok) return signIns;
  const bound = {
    member: withHeadMove(
      member,
      { ...member, accountId: openid, signIns: signIns.data, version: member.version + 1 },
      now,
    ),
    account: { ...account, memberId, version: account.version + 1 },
  };
  tx.put('members', bound.member);
  tx.put('accounts', bound.account);
  if (member.isSecretary) await putSecretary(tx, member, openid);
  return ok(bound);
};

/** Whom the request alone leads to; nothing of it is told before the credentials are right. */
const readNamed = (ports: Ports, request: Credentials) => memberByKey(ports, request.studentNumber);

interface Person {
  readonly member: Member;
  readonly branch: Branch | undefined;
  /** It is there, but cannot be read. */
  readonly isBranchUnreadable: boolean;
  readonly own: OwnRecords;
  /** What is still there is going away, and must not be taken for theirs. */
  readonly isLeaving: boolean;
}

const loadFor = async (ports: Ports, member: Member): Promise<Person> => {
  const [branches, own, erasure] = await Promise.all([
    ports.store.lookUp('branches', [member.branchId]),
    isUntouched(member) ? NOTHING_OWN : ownRecords(ports, member._id),
    ports.store.get('erasures', member._id),
  ]);
  return {
    member,
    branch: branches.records[0],
    isBranchUnreadable: branches.unreadable.size > 0,
    own,
    isLeaving: erasure?.state === 'erasing',
  };
};

/**
 * What was read of a person counts as long as nobody has written them since: a code that is rotated, a branch that is
 * left and whatever is begun or erased in somebody's name raises their version.
 */
const asStored = async (ports: Ports, seen: Person, stored: Member): Promise<Person> =>
  stored.version === seen.member.version ? seen : loadFor(ports, stored);

/** Read in place of a person for a number that is on no roster: its answer takes as long as any other. */
const nobody = (memberId: string): Member => ({
  _id: memberId,
  recordVersion: 2,
  version: 0,
  studentNumber: '',
  numberKey: '',
  name: '',
  nameKey: '',
  collegeId: 'c-none',
  collegeName: '',
  branchId: 'b-none',
  branchName: '',
  birthMonth: null,
  graduationMonth: '',
  hasLeaguePost: null,
  isSecretary: false,
  accountId: null,
  loginConfirmedAt: null,
  startedIn: null,
  overAgeRecordedAt: null,
});

/**
 * A number that is nobody's key is looked for by the ids it leads to, beside what is read in anybody's place: how long it
 * takes must not tell a stranger whether there is such a person.
 */
const loadNamed = async (ports: Ports, named: Member | undefined, studentNumber: string): Promise<Person> => {
  if (named) return loadFor(ports, named);
  const [other, inPlace] = await Promise.all([
    memberById(ports, studentNumber),
    loadFor(ports, nobody(memberIdOf(studentNumber))),
  ]);
  return other ? loadFor(ports, other) : inPlace;
};

/** One answer whichever of the three is wrong: a stranger must not find out who is on the roster, or a code alone. */
const checkCredentials = ({ name, inviteCode }: Credentials, person: Person): Result<Person> => {
  const { member, branch, isBranchUnreadable } = person;
  const isNamed = equalsSecret(nameKey(name), nameKey(member.name));
  const isInvited = equalsSecret(codeKey(inviteCode), branch?.inviteCode ?? '');
  // Without the branch no code can be judged; only who knows number and name hears of it.
  if (isBranchUnreadable && isNamed) return fail('RECORD_UNREADABLE');
  if (!branch || !isNamed || !isInvited) return fail('CREDENTIALS_WRONG');
  return person.isLeaving ? fail('BUSY') : ok(person);
};

/** A wrong try says how many are left: a lock that falls unannounced costs a quarter of an hour. */
const told = <T>(answer: Result<T>, tries: TriesLeft): Result<T> =>
  !answer.ok && answer.error.code === 'CREDENTIALS_WRONG'
    ? fail('CREDENTIALS_WRONG', undefined, tries)
    : answer;

/** Whoever the transaction finds under this id; nobody while they are on no roster, or cannot be read. */
const found = async (ports: Ports, seen: Person, stored: Member | undefined): Promise<Person> =>
  stored ? asStored(ports, seen, stored) : { ...seen, member: nobody(seen.member._id) };

interface Attempt {
  readonly request: Credentials;
  readonly openid: string;
  readonly now: number;
}

/** Judges the credentials, and binds the two when they are right. */
const enter = async (ports: Ports, tx: Transaction, person: Person, { request, openid, now }: Attempt) => {
  const checked = checkCredentials(request, person);
  if (!checked.ok) return checked;
  const bound = await bind(ports, tx, person.member, { openid, now });
  if (!bound.ok) return bound;
  const { member, account } = bound.data;
  await changeOwner(tx, person.own, { accountId: openid });
  const actor = actingAs(account, 'graduate');
  putAudit(tx, { subjectId: member._id, key: member.version, action: 'sign-in', actor, at: now });
  return ok({ name: member.name, roles: rolesOf(bound.data) });
};

/**
 * Binds this WeChat to a person on the roster, by student number, name and the branch's invite code. One transaction
 * judges, and counts the try or binds: a refusal is committed with its count.
 */
export const signIn: EarlyReader<'account', 'signIn', Visitor> = readingEarly(
  readNamed,
  async (ports, { caller, request }, named) => {
    const { openid } = caller;
    const loading = begun(loadNamed(ports, named, request.studentNumber));
    const judged = await ports.store.transact(async (tx) => {
      const now = ports.clock.now();
      const seen = await loading;
      const { records } = await tx.lookUp('members', [seen.member._id]);
      // Who is somebody already tries nothing.
      const [account] = await tx.getMany('accounts', [openid]);
      if (account && account.memberId !== null && account.memberId !== seen.member._id)
        return fail('ALREADY_SIGNED_IN');
      const guards = signInGuards(openid, request.studentNumber, seen.member._id);
      const opened = await openTry(tx, guards, now);
      if (!opened.ok) return opened;
      const person = await found(ports, seen, records[0]);
      const entered = await enter(ports, tx, person, { request, openid, now });
      if (entered.ok) opened.data.forget();
      else opened.data.count();
      return ok(told(entered, opened.data.left));
    });
    return judged.ok ? judged.data : judged;
  },
);
