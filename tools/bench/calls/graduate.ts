/** What graduates do, with the secretary and the teacher who answer them. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Request, Response } from '../../../miniprogram/contract';
import type { SubmissionFields } from '../../../miniprogram/domain/rules/fields/catalogue';
import { RISKY_WORD } from '../../emulator/openapi/text-check';
import { SCREENSHOT } from '../../preview/seed/play';
import { nameOf, numberOf, openidOf, SECRETARY, TEACHER, type Bench } from './people';

const REGION = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };
const CODE = '417605';
const PICTURE = readFileSync(SCREENSHOT);

export const signIn = async ({ recorder }: Bench, index: number, inviteCode: string): Promise<string> => {
  const openid = openidOf(index);
  await recorder.call(openid, 'account', 'whoAmI', {});
  const person = { studentNumber: numberOf(index), name: nameOf(index), inviteCode };
  await recorder.call(openid, 'account', 'signIn', person);
  return openid;
};

export const logIn = async ({ recorder }: Bench, openid: string, byTeacher: boolean): Promise<void> => {
  const asked = await recorder.call(openid, 'graduate', 'requestResetCode', { note: '忘了密码' });
  const requestId = asked.resetRequest.id;
  await recorder.call(SECRETARY, 'secretary', 'resetQueue', {});
  if (byTeacher) {
    await recorder.call(SECRETARY, 'secretary', 'escalateResetRequest', { requestId, reason: '查不到' });
    await recorder.call(TEACHER, 'teacher', 'issueResetCode', { requestId, code: CODE });
  } else await recorder.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: CODE });
  await recorder.call(openid, 'graduate', 'revealResetCode', { requestId });
  await recorder.call(openid, 'graduate', 'reportResetResult', { requestId, worked: true });
  await recorder.call(openid, 'graduate', 'confirmLogin', {});
};

type Way = Pick<Request<'graduate', 'chooseWay'>, 'wayId' | 'routeId'> & {
  readonly fields: SubmissionFields;
};
type Transfer = Response<'graduate', 'submit'>['transfer'];

export const employed = (now: number): Way => ({
  wayId: 'employed',
  routeId: 'direct',
  fields: { organisation: '澄江智能装备（上海）有限公司团支部', region: REGION, initiatedAt: now },
});
export const abroad: Way = {
  wayId: 'study-abroad',
  routeId: 'keep',
  fields: {
    registeredResidence: REGION,
    currentResidence: REGION,
    parentContact: { name: '高建平', phone: '13800000000' },
  },
};

/** Up to where it waits for the college. */
export const submit = async (
  { client, recorder }: Bench,
  openid: string,
  { fields, ...way }: Way,
  picture: Buffer = PICTURE,
): Promise<Transfer> => {
  const { transfer: past } = await recorder.call(openid, 'graduate', 'home', {});
  const version = past?.version ?? null;
  const chosen = await recorder.call(openid, 'graduate', 'chooseWay', { ...way, version });
  await recorder.call(openid, 'graduate', 'saveDraft', { draft: fields, screenshots: [] });
  await recorder.call(openid, 'graduate', 'receivers', {});
  const folder = chosen.folder ?? (await recorder.call(openid, 'graduate', 'uploadFolder', {})).folder;
  const needsPicture = way.wayId === 'employed';
  const screenshots = needsPicture ? [await client.upload(openid, `${folder}/a.png`, picture)] : [];
  const submission = { version: chosen.transfer.version, fields, screenshots };
  const { transfer } = await recorder.call(openid, 'graduate', 'submit', submission);
  await recorder.call(openid, 'account', 'addCredits', {
    askId: `ask-${openid}`,
    accepted: ['progress', 'deadline'],
  });
  await recorder.call(openid, 'graduate', 'home', {});
  return transfer;
};

/** WeChat's own test word makes a picture one that nobody is shown. */
const RISKY = Buffer.concat([PICTURE, Buffer.from(RISKY_WORD)]);
const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

/** Handed in with a picture that WeChat finds risky, which another one replaces. */
export const replacePicture = async (bench: Bench, openid: string): Promise<Transfer> => {
  const { client, recorder, hearVerdicts } = bench;
  hearVerdicts?.(true);
  const { id: transferId } = await submit(bench, openid, employed(bench.now), RISKY);
  const isShown = async (): Promise<boolean> => {
    const { item } = await client.call(TEACHER, 'teacher', 'decision', { transferId });
    return item.screenshots.some(({ check }) => check !== 'risky');
  };
  const until = performance.now() + PATIENCE_MS;
  while ((await isShown()) && performance.now() < until) await pause(PAUSE_MS);
  hearVerdicts?.(false);
  const { transfer } = await recorder.call(openid, 'graduate', 'home', {});
  const from = transfer?.screenshots[0]?.fileId ?? '';
  const { folder } = await recorder.call(openid, 'graduate', 'uploadFolder', {});
  const to = await client.upload(openid, `${folder}/b.png`, PICTURE);
  return (await recorder.call(openid, 'graduate', 'replacePicture', { from, to })).transfer;
};

/** “我的情况变了”: another way instead of what is under way. */
export const changeSituation = async (
  { recorder }: Bench,
  openid: string,
  version: number,
): Promise<void> => {
  const { wayId, routeId } = abroad;
  await recorder.call(openid, 'graduate', 'changeSituation', { wayId, routeId, version });
};

export const decide = async (
  { recorder }: Bench,
  transferId: string,
  decision: 'approve' | 'record',
): Promise<number> => {
  await recorder.call(TEACHER, 'teacher', 'queue', {});
  const { item } = await recorder.call(TEACHER, 'teacher', 'decision', { transferId });
  const decided = { transferId, version: item.version, decision, seenOnSystem: true };
  return (await recorder.call(TEACHER, 'teacher', 'decide', decided)).version;
};

/** Arrived, and the stamp: the version it leads to. */
export const stamp = async (
  { recorder }: Bench,
  openid: string,
  transferId: string,
  version: number,
): Promise<number> => {
  const accepted = await recorder.call(openid, 'graduate', 'report', { version, outcome: 'accepted' });
  const shared = { version: accepted.transfer.version, phone: '021-55667788' };
  const { transfer } = await recorder.call(openid, 'graduate', 'shareReceiverPhone', shared);
  const { pass } = await recorder.call(openid, 'graduate', 'cardPass', { transferId });
  if (pass) await recorder.call(TEACHER, 'teacher', 'cardLookup', { token: pass.token });
  const card = { transferId, stepId: 'card', part: 'done' } as const;
  const target = { ...card, version: transfer.version, isDone: true };
  return (await recorder.call(TEACHER, 'teacher', 'tickOffline', target)).version;
};

const readMessages = async ({ recorder }: Bench, openid: string): Promise<void> => {
  const { notices } = await recorder.call(openid, 'account', 'messages', {});
  await recorder.call(openid, 'account', 'markRead', { ids: notices.slice(0, 5).map(({ id }) => id) });
  await recorder.call(openid, 'graduate', 'myData', {});
};

/** From signing in to the stamp; every third needs the teacher to log in. */
export const comeThrough = async (bench: Bench, index: number, inviteCode: string): Promise<void> => {
  const openid = await signIn(bench, index, inviteCode);
  await logIn(bench, openid, index % 3 === 0);
  const { id } = await submit(bench, openid, employed(bench.now));
  const version = await decide(bench, id, 'approve');
  await readMessages(bench, openid);
  const stamped = await stamp(bench, openid, id, version);
  const undone = { transferId: id, stepId: 'card', part: 'done', version: stamped, isDone: false } as const;
  await bench.recorder.call(TEACHER, 'teacher', 'tickOffline', undone);
};

/** Over age: reports it; the teacher puts it on the list, takes that back, and does so again. */
export const reportAge = async ({ recorder }: Bench, openid: string): Promise<string> => {
  await recorder.call(openid, 'graduate', 'overAge', {});
  await recorder.call(openid, 'graduate', 'reportOverAge', {});
  const { member } = await recorder.call(openid, 'graduate', 'home', {});
  const record = { memberId: member.id, reason: '已经记进超龄名单' };
  await recorder.call(TEACHER, 'teacher', 'recordOverAge', record);
  await recorder.call(TEACHER, 'teacher', 'reopenOverAge', { memberId: member.id });
  await recorder.call(TEACHER, 'teacher', 'recordOverAge', record);
  return member.id;
};
