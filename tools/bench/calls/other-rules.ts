/** Under rules that ask the secretary first and let further study wait for September: what the first rules never call. */
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Request } from '../../../miniprogram/contract';
import { employed, signIn, submit } from './graduate';
import { ADMIN, BRANCH, nameOf, openidOf, SECRETARY, TEACHER, type Bench } from './people';
import type { College } from './college';

type Ticked = Omit<Request<'graduate', 'tickOffline'>, 'version'>;
const CARD: Ticked = { stepId: 'card', part: 'done', isDone: true };
const PLACED: Ticked = { stepId: 'placed', part: 'done', isDone: true };

/** The secretary approves first and takes the cards. */
const CHOICES = [
  { setting: 'approvals', option: 'secretary-first' },
  { setting: 'card', option: 'by-branch' },
];

/** A committee takes them in, which leaves open in which branch they are placed. */
const toCommittee = (now: number) => {
  const { fields, ...way } = employed(now);
  return { ...way, fields: { ...fields, organisation: '澄江智能装备（上海）有限公司团委' } };
};

const openOthers = async ({ recorder }: Bench): Promise<void> => {
  const rules = { rulebookId: 'national-2022', choices: CHOICES };
  await recorder.call(ADMIN, 'teacher', 'openSeason', { id: '2027', name: '2027届', ...rules });
};

/** Numbers of people of the branch nobody has signed in as, and nothing is recorded of. */
const freeOnes = async ({ recorder, people }: Bench): Promise<{ index: number; memberId: string }[]> => {
  const { members } = await recorder.call(SECRETARY, 'secretary', 'branchBoard', {});
  const free = new Map(
    members.filter(({ bound, state }) => !bound && state === null).map(({ name, id }) => [name, id]),
  );
  // The last one is called as the first.
  return Array.from({ length: 20 }, (_, number) => people + 1 + number).flatMap((index) => {
    const memberId = free.get(nameOf(index));
    return memberId === undefined ? [] : [{ index, memberId }];
  });
};

const inviteCodeOf = async ({ recorder }: Bench, { collegeId }: College): Promise<string> => {
  const { branches } = await recorder.call(TEACHER, 'teacher', 'roster', { collegeId });
  return branches.find(({ name }) => name === BRANCH)?.inviteCode ?? '';
};

const version = async ({ recorder }: Bench, openid: string): Promise<number> =>
  (await recorder.call(openid, 'graduate', 'home', {})).transfer?.version ?? 0;

/** Planned for September, begun at once; then a job after all, and asked for twice until both have approved. */
const comeBySecretary = async (bench: Bench, openid: string, memberId: string): Promise<void> => {
  const { client, recorder, now } = bench;
  const planned = { wayId: 'further-study', routeId: 'direct', version: null } as const;
  const { transfer } = await recorder.call(openid, 'graduate', 'chooseWay', planned);
  await recorder.call(openid, 'graduate', 'begin', { version: transfer.version });
  const { id: transferId } = await submit(bench, openid, toCommittee(now));
  await client.setClock(now + 3 * DAY_MS);
  await recorder.call(openid, 'graduate', 'hurry', { version: await version(bench, openid) });
  const approve = { decision: 'approve' } as const;
  const bySecretary = { memberId, version: await version(bench, openid), ...approve };
  await recorder.call(SECRETARY, 'secretary', 'decide', bySecretary);
  const byTeacher = { transferId, version: await version(bench, openid), ...approve, seenOnSystem: true };
  await recorder.call(TEACHER, 'teacher', 'decide', byTeacher);
};

/** Arrived, and what is then done on paper. */
const comeToPaper = async (bench: Bench, openid: string, memberId: string): Promise<void> => {
  const { recorder } = bench;
  const arrived = { version: await version(bench, openid), outcome: 'accepted' } as const;
  await recorder.call(openid, 'graduate', 'report', arrived);
  const byBranch = { memberId, ...CARD, version: await version(bench, openid) };
  await recorder.call(SECRETARY, 'secretary', 'tickOffline', byBranch);
  const own = { ...PLACED, version: await version(bench, openid) };
  await recorder.call(openid, 'graduate', 'tickOffline', own);
};

/** Nobody knows the code: the teacher ends the request. */
const closeRequest = async ({ recorder }: Bench, openid: string): Promise<void> => {
  const asked = await recorder.call(openid, 'graduate', 'requestResetCode', { note: '进不去' });
  const requestId = asked.resetRequest.id;
  await recorder.call(SECRETARY, 'secretary', 'escalateResetRequest', { requestId, reason: '查不到' });
  await recorder.call(TEACHER, 'teacher', 'closeResetRequest', { requestId, reason: '已经当面办好' });
};

/** @param whileApproved what is done while one of them is approved and has not arrived */
export const otherRules = async (
  bench: Bench,
  college: College,
  whileApproved: () => Promise<void>,
): Promise<void> => {
  await openOthers(bench);
  // Instances that remember the rules of before read them anew.
  await bench.client.setClock(bench.now + DAY_MS);
  const inviteCode = await inviteCodeOf(bench, college);
  const [first, second] = await freeOnes(bench);
  if (!first || !second) throw new Error('two of the branch have not begun');
  await signIn(bench, first.index, inviteCode);
  await comeBySecretary(bench, openidOf(first.index), first.memberId);
  await whileApproved();
  await comeToPaper(bench, openidOf(first.index), first.memberId);
  await signIn(bench, second.index, inviteCode);
  await closeRequest(bench, openidOf(second.index));
};
