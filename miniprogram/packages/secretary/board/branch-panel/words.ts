/** The words a secretary sends or reads: to one person, to the group, before and after a nudge. */
import type { Response } from '../../../../contract';
import { dayOf } from '../../../../domain/calendar/china-time';
import { daysLeft, isOverdue } from '../../../../domain/rules/deadline';
import { FIGURES } from '../../../../domain/words/figures';
import { doorPath } from '../../../../domain/reminding/pages';
import { hasPart, type BranchBoard } from './members';

type Member = BranchBoard['members'][number];

/** What the three figures of the branch count. */
export const MEANINGS = [
  FIGURES.transferred,
  FIGURES.underWay,
  { term: '没开始', meaning: '还没选去向，撤回以后没再选的、到了年龄不用转的也在里面。' },
] as const;

/** The words a secretary sends to one person or to the group, with the code they need to sign in. */
export const invitationText = (branchName: string, inviteCode: string): string =>
  `在微信里搜小程序“团关系转接助手”，用学号、姓名和邀请码 ${inviteCode} 登录（${branchName}）。` +
  '毕业后团关系要转到新的地方，小程序会一步一步带你办，忘了密码也在里面要验证码。';

/** The same to one person whom the secretary knows. */
export const personalInvitation = (name: string, inviteCode: string): string =>
  `${name}，我们支部转团关系用小程序“团关系转接助手”。在微信里搜到它，填学号、姓名和邀请码 ${inviteCode} 就能登录，` +
  '每一步怎么办它都会告诉你，忘了密码也在里面找我要验证码。有不清楚的随时问我。';

/** What somebody sees in the chat, and the page a tap on it opens. */
export interface SharedCard {
  readonly title: string;
  readonly path: string;
}

/** What a classmate sees in the chat; opens signing in with the code filled in. */
export const invitationCard = (branchName: string, inviteCode: string): SharedCard => ({
  title: `${branchName}的同学，来办团关系转接`,
  path: `/${doorPath('signIn', { invite: inviteCode })}`,
});

/**
 * What to say to one person whom WeChat no longer reaches; nothing about where they go.
 * @param system what the school works in, by its name
 */
export const chaseText = (
  { name, state, deadlineAt, turn }: Pick<Member, 'name' | 'state' | 'deadlineAt' | 'turn'>,
  { now, system }: { readonly now: number; readonly system: string },
): string => {
  const left = deadlineAt === null ? -1 : daysLeft(deadlineAt, now);
  const until =
    deadlineAt === null || left < 0
      ? '还没办完'
      : `离截止${left === 0 ? '只剩今天' : `还有 ${left} 天`}（${dayOf(deadlineAt)}）`;
  // They have done their part; what became of it only the system shows.
  if (state === 'timedOut' || (turn === 'receiver' && deadlineAt !== null && isOverdue(deadlineAt, now)))
    return `${name}，对方接收你团关系的期限过了。登录${system}看一眼转到了没有，回小程序“团关系转接助手”报一下。`;
  if (turn === 'receiver')
    return `${name}，你的团关系在等对方接收，${until}。请对方在系统里点接收，要发的话在小程序“团关系转接助手”的首页，复制就行。`;
  return `${name}，你的团关系转接${until}。打开小程序“团关系转接助手”，首页写着下一步怎么办。`;
};

/** The words for the group: whose turn it is, by when, why it matters, what to do. Empty when nobody is missing. */
export const groupText = ({ members, season }: BranchBoard): string => {
  const names = members
    // Who waits for a code cannot go on: that is for whoever owes it.
    .filter((member) => member.turn === 'graduate' && member.codeFrom === null && hasPart(member))
    .map(({ name }) => name);
  if (names.length === 0) return '';
  return (
    `还有 ${names.length} 位同学的团关系要自己办下一步：${names.join('、')}。` +
    `学院 ${dayOf(season.deadlineAt)}截止。以后参加团的活动、申请入党都要用到它。` +
    '打开小程序“团关系转接助手”，从登录开始；忘了密码就点“要验证码”。'
  );
};

/** More names than these would have to be scrolled in a dialog; the list itself stands behind it. */
const NAMED = 8;
const listed = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join('、')}等 ${names.length} 人` : names.join('、');

/** Asked before everybody is nudged: who hears it on WeChat, who only finds it in the mini-program. */
export const nudgeAllQuestion = ({ members }: BranchBoard): { title: string; text: string } => {
  const named = (outcome: Member['nudge']) =>
    members.filter(({ nudge }) => nudge === outcome).map(({ name }) => name);
  const told = named('nudged');
  const inbox = named('no-credit');
  const also = inbox.length > 0 ? `${listed(inbox)}的微信次数用完了，只能在小程序里看到。` : '';
  return {
    title: `提醒 ${told.length} 人？`,
    text: `微信会提醒${listed(told)}。${also}每人一天只提醒一次。`,
  };
};

type Nudged = Response<'secretary', 'nudge'>;

const SAID: Record<Nudged['results'][number]['outcome'], string> = {
  nudged: '微信已提醒',
  'no-credit': '催办的微信次数用完了，放进了站内消息',
  today: '今天已经提醒过',
  'not-bound': '还没进过小程序，提醒不到',
  'waiting-code': '在等验证码，填了码就好',
  'nothing-to-do': '现在不用本人做什么',
};

/** What one tap came to. */
export const nudgedWords = ({ results, nudged }: Nudged): string => {
  const [only] = results;
  if (only && results.length === 1) return `${only.name}，${SAID[only.outcome]}`;
  return nudged > 0 ? `提醒了 ${nudged} 人` : '今天都提醒过了';
};
