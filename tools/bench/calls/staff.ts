/** What a secretary and a teacher do with the people of a branch and a college. */
import { STANDING_LISTS } from '../../../miniprogram/domain/rules/standing-lists';
import { LISTS } from '../../../miniprogram/rulebooks/usst-2020/lists';
import {
  abroad,
  changeSituation,
  decide,
  employed,
  replacePicture,
  reportAge,
  signIn,
  submit,
} from './graduate';
import type { College } from './college';
import { SECRETARY, TEACHER, type Bench } from './people';

/** Somebody who never came: the way, and that it was started. */
const recordFor = async ({ recorder, now }: Bench, who: 'secretary' | 'teacher'): Promise<void> => {
  const openid = who === 'secretary' ? SECRETARY : TEACHER;
  const { members } = await recorder.call(SECRETARY, 'secretary', 'branchBoard', {});
  const memberId = members.find(({ bound, state }) => !bound && state === null)?.id ?? '';
  const { fields, ...way } = employed(now);
  const { version } = await recorder.call(openid, who, 'recordWay', { memberId, version: null, ...way });
  await recorder.call(openid, who, 'recordStart', { memberId, version, fields });
};

/** Two who never came and took the same way. */
const recordTogether = async ({ recorder, now }: Bench, who: 'secretary' | 'teacher'): Promise<void> => {
  const openid = who === 'secretary' ? SECRETARY : TEACHER;
  const { members } = await recorder.call(SECRETARY, 'secretary', 'branchBoard', {});
  const free = members.filter(({ bound, state }) => !bound && state === null).map(({ id }) => id);
  await recorder.call(openid, who, 'recordMany', { memberIds: free.slice(0, 2), ...employed(now) });
};

export const secretaryDay = async ({ recorder }: Bench, branchId: string): Promise<void> => {
  const { members } = await recorder.call(SECRETARY, 'secretary', 'branchBoard', { branchId });
  const memberId = members.at(-1)?.id ?? '';
  await recorder.call(SECRETARY, 'secretary', 'person', { memberId });
  await recorder.call(SECRETARY, 'secretary', 'nudge', { all: true, branchId });
  await recorder.call(SECRETARY, 'secretary', 'inviteImage', { branchId });
};

/** Two more submissions: one confirmed by the secretary, one by the teacher, both decided together. */
const batchAndConfirm = async (bench: Bench, openids: readonly string[]): Promise<void> => {
  const { recorder, now } = bench;
  const transfers = [];
  for (const openid of openids) transfers.push(await submit(bench, openid, employed(now)));
  const transferIds = transfers.map(({ id }) => id);
  await recorder.call(TEACHER, 'teacher', 'batchPreview', { decision: 'approve', transferIds });
  const items = transfers.map(({ id, version }) => ({ transferId: id, version }));
  await recorder.call(TEACHER, 'teacher', 'batchDecide', { decision: 'approve', items });
  const { member } = await recorder.call(openids[0] ?? '', 'graduate', 'home', {});
  const { person } = await recorder.call(SECRETARY, 'secretary', 'person', { memberId: member.id });
  const version = person.transfer?.version ?? 0;
  const refused = { outcome: 'refused', reason: '组织选错了' } as const;
  await recorder.call(SECRETARY, 'secretary', 'confirmStatus', { memberId: member.id, version, ...refused });
  const transferId = transferIds[1] ?? '';
  const { item } = await recorder.call(TEACHER, 'teacher', 'decision', { transferId });
  const accepted = { transferId, version: item.version, outcome: 'accepted' } as const;
  await recorder.call(TEACHER, 'teacher', 'confirmStatus', accepted);
};

const lookAtPeople = async (
  { recorder }: Bench,
  { collegeId, otherBranchId: branchId }: College,
  memberId: string,
): Promise<void> => {
  await recorder.call(TEACHER, 'teacher', 'board', { collegeId });
  await recorder.call(TEACHER, 'teacher', 'people', { filter: { by: 'branch', branchId } });
  await recorder.call(TEACHER, 'teacher', 'people', { filter: { by: 'state', state: 'accepted' } });
  await recorder.call(TEACHER, 'teacher', 'findPeople', { text: '团员' });
  await recorder.call(TEACHER, 'teacher', 'person', { memberId });
  await recorder.call(TEACHER, 'teacher', 'health', {});
  await recorder.call(TEACHER, 'teacher', 'reach', { collegeId });
  await recorder.call(TEACHER, 'teacher', 'deadLetters', { collegeId });
};

export const exportAll = async ({ recorder }: Bench): Promise<void> => {
  for (const kind of [...STANDING_LISTS, ...LISTS.map(({ id }) => id)]) {
    const started = await recorder.call(TEACHER, 'teacher', 'startExport', { kind });
    for (let job = started.export; job.state === 'running';)
      job = (await recorder.call(TEACHER, 'teacher', 'exportProgress', { exportId: job.id })).export;
    await recorder.call(TEACHER, 'teacher', 'exportProgress', { exportId: started.export.id });
  }
};

const changePeople = async ({ recorder }: Bench, memberId: string, branchId: string): Promise<void> => {
  await recorder.call(TEACHER, 'teacher', 'assignSecretary', { memberId });
  await recorder.call(TEACHER, 'teacher', 'removeSecretary', { memberId });
  await recorder.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId });
  await recorder.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '换微信' });
};

export const teacherDay = async (bench: Bench, college: College): Promise<void> => {
  const { recorder, people } = bench;
  const { collegeId, inviteCode, otherBranchId } = college;
  const extra = (number: number) => signIn(bench, people + number, inviteCode);
  const overAge = await extra(1);
  await reportAge(bench, overAge);
  const away = await extra(2);
  const kept = await submit(bench, away, abroad);
  await recorder.call(TEACHER, 'teacher', 'revealContact', { transferId: kept.id });
  await decide(bench, kept.id, 'record');
  const [leaving, other] = [await extra(3), await extra(4)];
  const { version } = await replacePicture(bench, other);
  await recorder.call(other, 'graduate', 'withdraw', { version });
  const handedIn = await submit(bench, leaving, employed(bench.now));
  await changeSituation(bench, leaving, handedIn.version);
  await batchAndConfirm(bench, [other, leaving]);
  const { member } = await recorder.call(other, 'graduate', 'home', {});
  await lookAtPeople(bench, college, member.id);
  await exportAll(bench);
  await recordFor(bench, 'secretary');
  await recordFor(bench, 'teacher');
  await recordTogether(bench, 'secretary');
  await recordTogether(bench, 'teacher');
  await recorder.call(TEACHER, 'teacher', 'saveCardOffice', { office: { place: '综合楼 302', hours: null } });
  await recorder.call(TEACHER, 'teacher', 'cardOffice', {});
  await recorder.call(TEACHER, 'teacher', 'saveWebhook', { collegeId, url: null });
  await changePeople(bench, member.id, otherBranchId);
  await recorder.call(SECRETARY, 'secretary', 'rotateInvite', {});
  await recorder.call(SECRETARY, 'secretary', 'sharePhone', { phone: null });
  await recorder.call(leaving, 'graduate', 'deleteMyData', {});
};
