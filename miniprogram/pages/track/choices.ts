/** What can be chosen on the progress page beside reporting: asking for help, telling the receiver, changing one's mind. */
import { isClockRunning, stepsFor, type StateOrNone } from '../../domain/transfer/lifecycle';
import { maySharePhone } from '../../domain/transfer/receiver-phone';
import { tellReceiverText } from '../../domain/rules/rulebook/index';
import type { Facts } from '../journey/facts';
import { hurryOf } from '../journey/hurry';

/** In the order of the page. */
const CHOICES = [
  'hurry',
  'system',
  'tell',
  'receiver',
  'calendar',
  'teacher',
  'phone',
  'changed',
  'login',
  'withdraw',
] as const;
type ChoiceId = (typeof CHOICES)[number];

export interface Choice {
  readonly id: ChoiceId;
  readonly icon: string;
  readonly title: string;
  readonly text: string;
  /** Shown, but not to be tapped before the time the text names. */
  readonly rests?: boolean;
}

type Said = Omit<Choice, 'id'>;

const saidOf = (facts: Facts): Readonly<Record<ChoiceId, Said>> => {
  const { state, rulebook, teacher, transfer } = facts;
  const { system } = rulebook;
  return {
    hurry: { icon: 'time', title: '', text: '', ...hurryOf(facts) },
    system: { icon: 'jump', title: `打开${system.name}`, text: system.phoneApp?.name ?? system.address },
    tell: { icon: 'chat', title: '再发一次给对方', text: '话已写好，复制就行' },
    receiver: {
      icon: 'share',
      title: '给对方看怎么接收',
      text: '一页说清点哪里、哪天以前，单位人事也看得懂',
    },
    calendar: { icon: 'calendar', title: '把截止日放进手机日历', text: '前一天响一次' },
    teacher: { icon: 'call', title: `找${teacher}帮忙`, text: '告诉老师姓名、团支部，带上截图' },
    phone: {
      icon: 'call',
      title: '把对方的电话留给同学',
      text: transfer?.receiverPhone ?? '转到同一个地方的同学，打一个电话就问清楚',
    },
    changed: { icon: 'swap', title: '我的情况变了', text: '换工作、录取了、想换地方，从这里改' },
    login: { icon: 'lock-on', title: `登录不了${system.name}`, text: '忘了密码、验证码不管用，都在这里' },
    withdraw: {
      icon: 'rollback',
      title: '撤回这次申请',
      text: state === 'registered' ? '学院还没登记，可以撤回' : `要先在${system.name}撤回`,
    },
  };
};

/** Where nothing is left to look at on the system. */
const ENDED: readonly StateOrNone[] = ['none', 'planned', 'accepted', 'completed', 'recorded'];
/** What the person has to mend. */
const MENDING: readonly StateOrNone[] = ['refused', 'returned', 'lapsed'];

const shownIn = (facts: Facts): Readonly<Record<ChoiceId, boolean>> => {
  const { state, route, response, circumstances, transfer, now } = facts;
  const isRunning = isClockRunning(state);
  const canTell = isRunning && route !== null && tellReceiverText(route, response.member.name) !== null;
  return {
    hurry: hurryOf(facts) !== null,
    system: route?.handledBy === 'graduate' && !ENDED.includes(state),
    tell: canTell,
    receiver: canTell,
    calendar: isRunning && (transfer?.deadlineAt ?? 0) > now,
    teacher: MENDING.includes(state) || state === 'timedOut',
    phone: maySharePhone(route, { state, organisation: transfer?.fields.organisation }),
    changed: state !== 'none',
    login: state !== 'completed',
    withdraw: stepsFor(state, 'graduate', route ?? undefined, circumstances).includes('withdraw'),
  };
};

export const choicesOf = (facts: Facts): Choice[] => {
  const said = saidOf(facts);
  const shown = shownIn(facts);
  return CHOICES.filter((id) => shown[id]).map((id) => ({ id, ...said[id] }));
};
