/** Many people at once, written straight into the store: paging and order need more than a journey can make. */
import { withHeadMove } from '../../../cloudfunctions/_shared/store/headcount';
import { queueKeyOf } from '../../../cloudfunctions/_shared/store/records/transfer-place';
import { keysOfMember } from '../../../miniprogram/domain/text/keys';
import { memberIdOf, transferIdOf } from '../../../cloudfunctions/_shared/store/record-ids';
import type { RecordOf } from '../../../cloudfunctions/_shared/store/records';
import { putTransfer } from '../../../cloudfunctions/_shared/transfers/put-transfer';
import { CLOCK_STATES } from '../../../miniprogram/domain/transfer/lifecycle';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { dataOf, START, type World } from './world';

type Member = RecordOf<'members'>;
type Transfer = RecordOf<'transfers'>;

export interface Place {
  readonly collegeId: string;
  readonly branchId: string;
  readonly branchName: string;
}

/** A branch of the world, by name. */
export const placeNamed = ({ store }: World, name: string): Place => {
  const branch = store.all('branches').find((one) => one.name === name);
  if (!branch) throw new Error(`no branch is called ${name}`);
  return { collegeId: branch.collegeId, branchId: branch._id, branchName: name };
};

export const memberOf = (place: Place, number: string, more: Partial<Member> = {}): Member => ({
  _id: memberIdOf(number),
  recordVersion: 2,
  version: 1,
  studentNumber: number,
  name: `同学${number}`,
  ...keysOfMember({ studentNumber: number, name: more.name ?? `同学${number}` }),
  ...place,
  collegeName: '光电学院',
  birthMonth: null,
  graduationMonth: '2027-06',
  hasLeaguePost: false,
  isSecretary: false,
  accountId: null,
  loginConfirmedAt: null,
  startedIn: null,
  overAgeRecordedAt: null,
  ...more,
});

export const transferOf = (member: Member, state: TransferState, more: Partial<Transfer> = {}): Transfer => {
  const bare: Transfer = {
    _id: transferIdOf('2027', member._id),
    recordVersion: 4,
    version: 3,
    seasonId: '2027',
    rulebookId: 'usst-2020',
    memberId: member._id,
    memberName: member.name,
    studentNumber: member.studentNumber,
    accountId: member.accountId,
    branchId: member.branchId,
    branchName: member.branchName,
    collegeId: member.collegeId,
    state,
    wayId: 'employed',
    routeId: 'direct',
    attempt: 1,
    fields: {},
    draft: {},
    screenshots: [],
    droppedFiles: [],
    initiatedAt: null,
    deadlineAt: null,
    clock: null,
    approvals: { needed: ['college'], given: [] },
    opensAt: null,
    waitsFor: 'college',
    waitingSince: START,
    queueKey: '',
    deadlineDay: null,
    reason: null,
    offline: [],
    timeline: [],
    past: [],
    lastSubmission: null,
    createdAt: START,
    ...more,
  };
  return { ...bare, queueKey: queueKeyOf(bare) };
};

/** The clock of those whose state has one, `days` from the start of the world. */
export const deadlineIn = (state: TransferState, days: number): Partial<Transfer> =>
  CLOCK_STATES.includes(state) || state === 'timedOut' ? { deadlineAt: START + days * 86_400_000 } : {};

/** Stores people with their transfers as the product would, counters included. */
export const settle = async (
  { store, world }: World,
  crowd: readonly { readonly member: Member; readonly transfer?: Transfer }[],
): Promise<void> => {
  dataOf(
    await store.transact(async (tx) => {
      for (const { member, transfer } of crowd) {
        const before = await tx.get('members', member._id);
        const after = { ...member, startedIn: transfer ? transfer.seasonId : member.startedIn };
        tx.put('members', before ? withHeadMove(before, after, world.now) : after);
        if (transfer) await putTransfer(tx, undefined, transfer);
      }
      return { ok: true, data: undefined };
    }),
  );
  // As whoever takes people on the roster.
  const ids = [...new Set(crowd.map(({ member }) => member.collegeId))];
  await store.changeAll('colleges', { _id: { in: ids } }, { add: { rosterVersion: 1 } });
};
