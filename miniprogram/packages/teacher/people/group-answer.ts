/**
 * 群里怎么答: what to paste where somebody of a class asks how far they are. It stands in a group that everybody reads, so it
 * says neither where they go nor why they were sent back.
 */
import { formatChina } from '../../../domain/calendar/china-time';
import type { ShownState } from '../../../domain/transfer/shown-state';

export interface Asked {
  readonly name: string;
  readonly state: ShownState;
  readonly bound: boolean;
  /** End of the receiver's days, epoch ms; null where none runs. */
  readonly deadlineAt: number | null;
}

const until = ({ deadlineAt }: Asked): string =>
  deadlineAt === null ? '' : `，对方最晚 ${formatChina(deadlineAt, 'M月D日')} 处理`;

const notBegun = ({ bound }: Asked): string =>
  bound
    ? '你还没选去向。打开小程序，答几道题就知道怎么转。'
    : '你还没登录小程序。打开“团关系转接助手”，用学号登录，照着做就行，不会的点“问一问”。';

/** One sentence about where it stands, one about what to do now. */
const ANSWERS: Readonly<Record<ShownState, (asked: Asked) => string>> = {
  none: notBegun,
  planned: () => '你的去向已经记下了，还没到办理的时间，到时候会提醒你。现在不用做什么。',
  draft: () => '你填了一半，还没有提交。打开小程序接着填，在智慧团建发起以后把截图传上来。',
  submitted: (asked) => `你已经提交，等学院审批${until(asked)}。现在不用做什么。`,
  'with-secretary': (asked) => `你已经提交，等团支书先批${until(asked)}。现在不用做什么。`,
  returned: () => '学院退回了，要改一下。打开小程序看原因，改好再交。',
  'returned-by-secretary': () => '团支书退回了，要改一下。打开小程序看原因，改好再交。',
  approved: (asked) => `学院已经批准，在等对方接收${until(asked)}。可以联系对方请他们接收。`,
  'approved-by-secretary': (asked) => `团支书已经批准，在等对方接收${until(asked)}。可以联系对方请他们接收。`,
  refused: () => '对方退回了，团关系还在学校，没有丢。打开小程序看怎么改，改好重新发起。',
  timedOut: () => '对方的期限到了。登录智慧团建看一眼转到了没有，回小程序报一下。',
  lapsed: () => '对方一直没处理，系统退回来了，不是你的问题。打开小程序重新发起一次。',
  accepted: () => '对方已经接收。还差《团员证》这一步，打开小程序看要带什么。',
  registered: () => '已经报到学院，等学院登记。现在不用做什么。',
  recorded: () => '学院已经登记好了。有变化时再告诉学院。',
  withdrawn: () => '你撤回了这次转接。还要转的话，打开小程序重新选去向。',
  completed: () => '全部办完了，不用再做什么。',
};

export const groupAnswer = (asked: Asked): string => `${asked.name}同学：${ANSWERS[asked.state](asked)}`;
