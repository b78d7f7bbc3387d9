/**
 * Three who are made up, for whoever reviews the mini-program at WeChat: a graduate, a secretary and a teacher of a
 * college nobody is shown, so that every page can be opened and they are in no figure, no list and no file. One command
 * makes them, one takes away all they left.
 */
import { randomInt } from 'node:crypto';
import { beginErasure } from '../../cloudfunctions/_shared/people/begin-erasure';
import { finishErasure } from '../../cloudfunctions/_shared/people/erase-person';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import { raiseRoster } from '../../cloudfunctions/_shared/roster/lock';
import type { HasStore } from '../../cloudfunctions/_shared/store/ports';
import { invitationIdOf, MADE_UP_COLLEGE_ID } from '../../cloudfunctions/_shared/store/record-ids';
import type { Account } from '../../cloudfunctions/_shared/store/records';
import { ok, type Result } from '../../miniprogram/domain/errors';
import {
  BRANCH_ID,
  MADE_UP,
  madeUpBranch,
  madeUpCollege,
  madeUpInvitation,
  madeUpMember,
  PARTS,
  TEACHER_NAME,
} from './made-up';
import { Refusal } from './refusal';

/** Without 0 O 1 I L, which people confuse. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** The teacher's code follows from the branch's, so that the command can say it again: codes are nowhere at rest. */
const teacherCodeOf = (inviteCode: string): string =>
  inviteCode + [...inviteCode].reverse().slice(0, 4).join('');

interface Person {
  readonly studentNumber: string;
  readonly name: string;
}

export interface Reviewer {
  readonly graduate: Person;
  readonly secretary: Person;
  /** Both sign in with it. */
  readonly inviteCode: string;
  readonly teacher: { readonly name: string; readonly code: string };
}

/** Made once; run again, it says the same. `now` is epoch ms. */
export const makeReviewer = async ({ store }: HasStore, now: number): Promise<Reviewer> => {
  const made = await store.transact(async (tx) => {
    const branch = await tx.get('branches', BRANCH_ID);
    const kept = branch ?? madeUpBranch(newCode());
    const invitationId = invitationIdOf(teacherCodeOf(kept.inviteCode));
    const invitation = await tx.get('invitations', invitationId);
    if (!branch) tx.put('branches', kept);
    if (!(await tx.get('colleges', MADE_UP_COLLEGE_ID))) tx.put('colleges', madeUpCollege());
    for (const part of PARTS) {
      if (await tx.get('members', MADE_UP[part]._id)) continue;
      tx.put('members', madeUpMember(part, now));
      await raiseRoster(tx, MADE_UP_COLLEGE_ID);
    }
    if (!invitation || (invitation.usedBy === null && invitation.expiresAt <= now))
      tx.put('invitations', madeUpInvitation(invitationId, now));
    return ok(kept.inviteCode);
  });
  if (!made.ok) throw new Refusal(`没有建成（${made.error.code}）：过一分钟再运行一次。`);
  const { graduate, secretary } = MADE_UP;
  const teacher = { name: TEACHER_NAME, code: teacherCodeOf(made.data) };
  return { graduate, secretary, inviteCode: made.data, teacher };
};

const refuseUnlessDone = (done: Result<unknown>): void => {
  if (!done.ok) throw new Refusal(`没有删完（${done.error.code}）：过一分钟再运行一次，会接着删。`);
};

const erase = async (ports: Ports, memberId: string): Promise<void> => {
  const begun = await ports.store.transact(async (tx) => {
    const member = await tx.get('members', memberId);
    if (!member) return ok(undefined);
    tx.remove('members', memberId);
    await raiseRoster(tx, MADE_UP_COLLEGE_ID);
    return ok(await beginErasure(ports, tx, member, { now: ports.clock.now(), movesFigures: true }));
  });
  const done = begun.ok && begun.data ? await finishErasure(ports, begun.data) : begun;
  refuseUnlessDone(done);
};

const elsewhere = ({ roles }: Account): Account['roles'] =>
  roles.filter(({ scopeId }) => scopeId !== MADE_UP_COLLEGE_ID);

/** Whoever taught there teaches there no more; an account that was nothing else goes. */
const dismiss = async ({ store }: Ports): Promise<void> => {
  const done = await store.transact(async (tx) => {
    const [college, branch] = [
      await tx.get('colleges', MADE_UP_COLLEGE_ID),
      await tx.get('branches', BRANCH_ID),
    ];
    for (const { accountId } of college?.teachers ?? []) {
      const account = await tx.get('accounts', accountId);
      if (!account) continue;
      const roles = elsewhere(account);
      if (roles.length === 0 && account.memberId === null) tx.remove('accounts', accountId);
      else tx.put('accounts', { ...account, roles, version: account.version + 1 });
    }
    if (branch) tx.remove('invitations', invitationIdOf(teacherCodeOf(branch.inviteCode)));
    if (college) tx.remove('colleges', MADE_UP_COLLEGE_ID);
    if (branch) tx.remove('branches', BRANCH_ID);
    return ok(undefined);
  });
  refuseUnlessDone(done);
};

/** Takes the college, its branch, its people and all they left away. Of the ports it needs what erasing a person needs. */
export const removeReviewer = async (ports: Ports): Promise<void> => {
  for (const part of PARTS) await erase(ports, MADE_UP[part]._id);
  await dismiss(ports);
};
