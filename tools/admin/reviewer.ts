/**
 * Somebody made up, for whoever reviews the mini-program at WeChat: a branch and a person of a college that is none, so
 * that they are in no figure, no list and no file. One command makes them, one takes away all they left.
 */
import { randomInt } from 'node:crypto';
import { finishErasure, beginErasure } from '../../cloudfunctions/_shared/people/erase-person';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import type { HasStore } from '../../cloudfunctions/_shared/store/ports';
import { MADE_UP_COLLEGE_ID } from '../../cloudfunctions/_shared/store/record-ids';
import type { Branch, Member } from '../../cloudfunctions/_shared/store/records';
import { chinaParts } from '../../miniprogram/domain/calendar/china-time';
import { ok } from '../../miniprogram/domain/errors';
import { nameKey, numberKey, placeKey } from '../../miniprogram/domain/text/keys';
import { Refusal } from './refusal';

const COLLEGE = '体验学院';
const BRANCH = '体验团支部';
const NAME = '审核体验';
const NUMBER = 'REVIEW0001';
const BRANCH_ID = 'b-made-up';
const MEMBER_ID = 'm-00000000000000000000';

/** Without 0 O 1 I L, which people confuse. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

const branchWith = (inviteCode: string): Branch => ({
  _id: BRANCH_ID,
  recordVersion: 2,
  version: 0,
  collegeId: MADE_UP_COLLEGE_ID,
  name: BRANCH,
  nameKey: placeKey(BRANCH),
  inviteCode,
  inviteImage: null,
  secretaries: [],
});

const memberAt = (now: number): Member => ({
  _id: MEMBER_ID,
  recordVersion: 2,
  version: 0,
  studentNumber: NUMBER,
  numberKey: numberKey(NUMBER),
  name: NAME,
  nameKey: nameKey(NAME),
  collegeId: MADE_UP_COLLEGE_ID,
  collegeName: COLLEGE,
  branchId: BRANCH_ID,
  branchName: BRANCH,
  birthMonth: null,
  graduationMonth: `${chinaParts(now).year}-06`,
  hasLeaguePost: false,
  isSecretary: false,
  accountId: null,
  loginConfirmedAt: null,
  startedIn: null,
  overAgeRecordedAt: null,
});

export interface Reviewer {
  readonly studentNumber: string;
  readonly name: string;
  readonly inviteCode: string;
}

/** Made once; run again, it says the same. `now` is epoch ms. */
export const makeReviewer = async ({ store }: HasStore, now: number): Promise<Reviewer> => {
  const made = await store.transact(async (tx) => {
    const [member, branch] = [await tx.get('members', MEMBER_ID), await tx.get('branches', BRANCH_ID)];
    const kept = branch ?? branchWith(newCode());
    if (!branch) tx.put('branches', kept);
    if (!member) tx.put('members', memberAt(now));
    return ok(kept.inviteCode);
  });
  if (!made.ok) throw new Refusal(`没有建成（${made.error.code}）：过一分钟再运行一次。`);
  return { studentNumber: NUMBER, name: NAME, inviteCode: made.data };
};

/** Takes the branch, the person and all they left away. Of the ports it needs what erasing a person needs. */
export const removeReviewer = async (ports: Ports): Promise<void> => {
  const begun = await ports.store.transact(async (tx) => {
    const member = await tx.get('members', MEMBER_ID);
    if (!member) return ok(undefined);
    tx.remove('members', MEMBER_ID);
    return ok(await beginErasure(tx, member, { now: ports.clock.now(), movesFigures: true }));
  });
  const done = begun.ok && begun.data ? await finishErasure(ports, begun.data) : begun;
  if (!done.ok) throw new Refusal(`没有删完（${done.error.code}）：过一分钟再运行一次，会接着删。`);
  await ports.store.removeAll('branches', [BRANCH_ID]);
};
