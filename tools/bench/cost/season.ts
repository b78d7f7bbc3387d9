/**
 * The season of a few graduates on the emulator, with everybody who answers them: signing in, a reset code for every
 * third, way, draft, pictures, submission, approval, the reminders of their clock, arrival, the stamp, thirty page opens.
 */
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import { chinaTime } from '../../preview/seed/deed';
import { foundCollege } from '../calls/college';
import { employed, logIn, signIn, stamp, submit } from '../calls/graduate';
import { openidOf, SECRETARY, TEACHER, type Bench } from '../calls/people';

export const PAGE_OPENS = 30;
/** Home thrice for each look at the messages. */
const OPENS_OF_MESSAGES = 4;
const CODE_FOR_EVERY = 3;
/** Days after handing in on which somebody is reminded, or nothing happens and the page is opened. */
const REMINDED_AFTER = [8, 12, 14];
const TEMPLATES = ['tmpl-progress', 'tmpl-deadline'];

const openPages = async ({ recorder }: Bench, openid: string, opens: number): Promise<void> => {
  for (let number = 1; number <= opens; number += 1)
    if (number % OPENS_OF_MESSAGES === 0) await recorder.call(openid, 'account', 'messages', {});
    else await recorder.call(openid, 'graduate', 'home', {});
};

/** Says yes to the sheet: WeChat tells of it, the phone books it. */
const consent = async ({ client, recorder }: Bench, openid: string, askId: string): Promise<void> => {
  await client.subscribe(openid, Object.fromEntries(TEMPLATES.map((id) => [id, 'accept'] as const)));
  await recorder.call(openid, 'account', 'addCredits', { askId, accepted: ['progress', 'deadline'] });
};

export interface Stage {
  /** Of the emulator's clock, epoch ms. */
  readonly moveTo: (at: number) => Promise<void>;
  readonly runTimer: () => Promise<void>;
}

const handIn = async (bench: Bench, index: number, inviteCode: string): Promise<string> => {
  const openid = await signIn(bench, index, inviteCode);
  if (index % CODE_FOR_EVERY === 0) await logIn(bench, openid, false);
  else await bench.recorder.call(openid, 'graduate', 'confirmLogin', {});
  await openPages(bench, openid, 8);
  await consent(bench, openid, `first-${openid}`);
  const { id } = await submit(bench, openid, employed(bench.now));
  await consent(bench, openid, `second-${openid}`);
  return id;
};

/** Staff decide what has come in: a look at the queue for every five. */
const approveAll = async ({ recorder }: Bench, transferIds: readonly string[]): Promise<void> => {
  for (const [number, transferId] of transferIds.entries()) {
    if (number % 5 === 0) await recorder.call(TEACHER, 'teacher', 'queue', {});
    const { item } = await recorder.call(TEACHER, 'teacher', 'decision', { transferId });
    const { version } = item;
    const seen = { decision: 'approve', seenOnSystem: true } as const;
    await recorder.call(TEACHER, 'teacher', 'decide', { transferId, version, ...seen });
  }
  await recorder.call(SECRETARY, 'secretary', 'branchBoard', {});
  await recorder.call(TEACHER, 'teacher', 'board', {});
};

/** Founds the college; what follows is the graduates' own. */
export const found = async (bench: Bench): Promise<string> => {
  const { inviteCode } = await foundCollege(bench);
  await signIn(bench, 0, inviteCode);
  return inviteCode;
};

/** Plays it to the end. @returns transfers that arrived */
export const playSeason = async (bench: Bench, stage: Stage, inviteCode: string): Promise<number> => {
  const numbers = Array.from({ length: bench.people }, (_, index) => index + 1);
  const ids: string[] = [];
  for (const number of numbers) ids.push(await handIn(bench, number, inviteCode));
  await stage.runTimer();
  await stage.moveTo(bench.now + DAY_MS);
  await approveAll(bench, ids);
  for (const days of REMINDED_AFTER) {
    await stage.moveTo(chinaTime('06-03 09:01') + days * DAY_MS);
    await stage.runTimer();
    for (const number of numbers) await openPages(bench, openidOf(number), 5);
  }
  for (const [index, transferId] of ids.entries()) {
    const openid = openidOf(index + 1);
    const { transfer } = await bench.recorder.call(openid, 'graduate', 'home', {});
    await openPages(bench, openid, 4);
    await stamp(bench, openid, transferId, transfer?.version ?? 0);
  }
  await stage.runTimer();
  return ids.length;
};
