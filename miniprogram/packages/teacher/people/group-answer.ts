/**
 * 群里怎么答: what to paste where somebody of a class asks how far they are. It stands in a group that everybody reads, so it
 * says neither where they go nor why they were sent back.
 */
import { dayOf } from '../../../domain/calendar/china-time';
import { isOverdue } from '../../../domain/rules/deadline';
import { waitingWords, type Turn } from '../../../domain/words/waiting';

export interface Asked extends Turn {
  readonly name: string;
  readonly bound: boolean;
  /** Over age, with nothing under way. */
  readonly isFreed: boolean;
  /** Cannot log in until somebody has given them a reset code. */
  readonly waitsForCode: boolean;
  /** End of the receiver's days, epoch ms; null where none runs. */
  readonly deadlineAt: number | null;
  /** What the school works in, by its name. */
  readonly system: string;
  readonly now: number;
}

const NOTHING_TO_DO = '现在不用做什么。';

const until = ({ deadlineAt }: Asked): string =>
  deadlineAt === null ? '' : `，对方最晚 ${dayOf(deadlineAt)}处理`;

const notBegun = ({ bound, isFreed, waitsForCode }: Asked): string => {
  if (isFreed) return '你到了年龄，团关系不用转，跟学院说一声就行。';
  if (waitsForCode) return '你在等重置密码的验证码，有了马上告诉你。';
  return bound
    ? '你还没选去向。打开小程序，答几道题就知道怎么转。'
    : '你还没登录小程序。打开“团关系转接助手”，用学号登录，照着做就行，不会的点“问一问”。';
};

/** On the school's desk. No day of the receiver is promised: it has nothing to act on yet, and late is only the school. */
const withSchool = (asked: Asked): string => {
  const late = asked.deadlineAt !== null && isOverdue(asked.deadlineAt, asked.now);
  const turn = waitingWords('everybody', asked);
  return late
    ? `你已经提交，${turn}，这边批晚了，不是你的问题。登录${asked.system}看一眼有没有退回来。`
    : `你已经提交，${turn}。${NOTHING_TO_DO}`;
};

/** Let go by the school. */
const onTheWay = (who: string) => (asked: Asked) => {
  // Whom it waits for would say in the group which way it is, where that is nobody's business.
  if (asked.hasReceiver === false) return `${who}已经批准，还在办。过几天登录${asked.system}看一眼。`;
  const turn = `${who}已经批准，在${waitingWords('everybody', asked)}`;
  return asked.deadlineAt !== null && isOverdue(asked.deadlineAt, asked.now)
    ? `${turn}，期限已经到了。登录${asked.system}看一眼转到了没有。`
    : `${turn}${until(asked)}。可以联系对方请他们接收。`;
};

const onPaper = (asked: Asked): string => {
  const hasDesk = asked.hasDesk ?? true;
  const arrived = asked.hasReceiver === false ? '已经转好了' : '对方已经接收';
  if (asked.waitsFor !== 'graduate')
    return `${arrived}，${waitingWords('everybody', asked)}。${NOTHING_TO_DO}`;
  return hasDesk
    ? `${arrived}。还差《团员证》这一步，打开小程序看要带什么。`
    : `${arrived}。还有线下手续要办，打开小程序看是哪一样。`;
};

/** One sentence about where it stands, one about what to do now. */
const ANSWERS: Readonly<Record<Turn['shown'], (asked: Asked) => string>> = {
  none: notBegun,
  planned: () => `你的去向已经记下了，还没到办理的时间，到时候会提醒你。${NOTHING_TO_DO}`,
  draft: () => '你填了一半，还没有提交。打开小程序接着填，里面写着下一步。',
  submitted: withSchool,
  'with-secretary': withSchool,
  returned: () => '学院退回了，要改一下。打开小程序看原因，改好再交。',
  'returned-by-secretary': () => '团支书退回了，要改一下。打开小程序看原因，改好再交。',
  approved: onTheWay('学院'),
  'approved-by-secretary': onTheWay('团支书'),
  refused: ({ hasReceiver }) =>
    `${hasReceiver === false ? '这次被退回了' : '对方退回了'}，团关系还在学校，没有丢。打开小程序看怎么改，改好重新发起。`,
  timedOut: ({ system }) => `对方的期限到了。登录${system}看一眼转到了没有，回小程序报一下。`,
  lapsed: () => '对方一直没处理，系统退回来了，不是你的问题。打开小程序重新发起一次。',
  'lapsed-at-school': () => '学校还没批完，系统就退回来了，不是你的问题。打开小程序重新发起一次。',
  accepted: onPaper,
  registered: (asked) => `已经报到学院，${waitingWords('everybody', asked)}。${NOTHING_TO_DO}`,
  recorded: (asked) =>
    asked.waitsFor === 'graduate'
      ? '学院已经登记好了。还有线下手续要办，打开小程序看是哪一样。'
      : '学院已经登记好了。有变化时再告诉学院。',
  withdrawn: () => '你撤回了这次转接。还要转的话，打开小程序重新选去向。',
  closed: () => '学院结束了这次办理。还要转的话，打开小程序重新选去向。',
  completed: () => '全部办完了，不用再做什么。',
};

export const groupAnswer = (asked: Asked): string => `${asked.name}同学：${ANSWERS[asked.shown](asked)}`;
