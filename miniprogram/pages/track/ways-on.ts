/** What there is to do in a state beside reporting: mending, going on, waiting for the college, asking for help. */
import { momentOf } from '../../domain/calendar/china-time';
import { maySharePhone } from '../../domain/transfer/receiver-phone';
import { isClockRunning, stepsFor, type StateOrNone } from '../../domain/transfer/lifecycle';
import { tellReceiverText } from '../../domain/rules/rulebook/index';
import type { Facts } from '../journey/facts';
import { hurryOf } from '../journey/hurry';
import type { PathStep } from '../journey/path';
import { isUnnamed, receiverWords } from '../journey/receiver-words';
import { whoDid } from './history';

export interface Refusal {
  readonly title: string;
  readonly text: string;
  readonly reason: string;
}

export interface Next {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly page: 'form' | 'wayPicker' | 'card';
}

export interface CollegeSteps {
  readonly title: string;
  readonly steps: readonly PathStep[];
}

/** Somebody of the school is asked or told. */
type Asking = 'hurry' | 'tell' | 'teacher';
type Changing = 'changed' | 'withdraw';

export interface Choice {
  readonly id: Asking | 'system' | 'receiver' | 'calendar' | 'phone' | 'login' | Changing;
  readonly icon: string;
  readonly title: string;
  readonly text: string;
  /** Shown, but not to be tapped before the time the text names. */
  readonly rests?: boolean;
}

export const refusalOf = ({ state, transfer, route }: Facts): Refusal | null => {
  if (state !== 'refused' || !transfer) return null;
  const seen = [...transfer.timeline].reverse().find(({ step }) => step === 'report-refused');
  const when = seen ? `${momentOf(seen.at)}，` : '';
  const whence = seen?.seenOnSystem ? '在智慧团建的列表里看到' : '在智慧团建上看到';
  return {
    title: route?.receiver ? '对方退回了这次申请' : '这次申请被退回了',
    text: `${when}${seen ? whoDid(seen) + whence : receiverWords(route).hasRefused}。关系还在学校，没有丢。`,
    reason: transfer.reason ?? '',
  };
};

export const nextOf = ({ state, route, hasDesk }: Facts): Next | null => {
  if (state === 'withdrawn') {
    return {
      title: '想好了，重新选一次去向',
      text: '团关系还在学校，没有丢。这次申请的经过会留着。',
      action: '重新选去向',
      page: 'wayPicker',
    };
  }
  if (state === 'accepted' && hasDesk) {
    return {
      title: '还差最后一步：《团员证》转出',
      text: '带什么、去哪里、老师扫的码，都在这一页。',
      action: '打开《团员证》',
      page: 'card',
    };
  }
  // The coach is about names of organisations, and here there is none.
  if (state === 'refused' && isUnnamed(route)) {
    return {
      title: '先问清为什么退回',
      text: '请学院老师帮你问上级团组织，问清了再交一次。填了的都在。',
      action: '修改后再交',
      page: 'form',
    };
  }
  if (state !== 'draft') return null;
  return {
    title: '接着填，填好就提交',
    text:
      route?.handledBy === 'college'
        ? '填了的都留着。报上去以后，学院才看得到。'
        : '填了的都留着。提交以后，学院才看得到。',
    action: '继续填写',
    page: 'form',
  };
};

/** Steps of the guide on these ways: the graduate tells the college, the college enters it, then what stays. */
export const collegeOf = ({ state, route }: Facts): CollegeSteps | null => {
  const recorded = state === 'recorded' || state === 'completed';
  if (route?.handledBy !== 'college' || !(recorded || state === 'registered')) return null;
  const now = recorded ? 2 : 1;
  const mark = (index: number) => (index < now ? 'done' : index === now ? 'current' : 'later');
  const steps = route.guide.steps.map((title, index) => ({
    mark: mark(index),
    title,
    side: '',
    hint: '',
  })) satisfies PathStep[];
  return { title: recorded ? '登记好了，接下来' : '学院会替你办', steps };
};

/** Where nothing is left to look at on the system. */
const ENDED: readonly StateOrNone[] = ['none', 'planned', 'accepted', 'completed', 'recorded'];

export const choicesOf = (facts: Facts): Choice[] => {
  const { state, route, response, teacher, circumstances, transfer } = facts;
  const steps = stepsFor(state, 'graduate', route ?? undefined, circumstances);
  const canTell =
    isClockRunning(state) && route !== null && tellReceiverText(route, response.member.name) !== null;
  const mending = state === 'refused' || state === 'returned' || state === 'lapsed';
  const onSystem = route?.handledBy === 'graduate' && !ENDED.includes(state);
  const hurry = hurryOf(facts);
  const all: readonly (Choice & { readonly shown: boolean })[] = [
    { id: 'hurry', icon: 'time', title: '', text: '', ...hurry, shown: hurry !== null },
    {
      id: 'system',
      icon: 'jump',
      title: `打开${facts.rulebook.system.name}`,
      text: facts.rulebook.system.phoneApp?.name ?? facts.rulebook.system.address,
      shown: onSystem,
    },
    {
      id: 'tell',
      icon: 'chat',
      title: '再发一次给对方',
      text: '话已写好，复制就行',
      shown: canTell,
    },
    {
      id: 'receiver',
      icon: 'share',
      title: '给对方看怎么接收',
      text: '一页说清点哪里、哪天以前，单位人事也看得懂',
      shown: canTell,
    },
    {
      id: 'calendar',
      icon: 'calendar',
      title: '把截止日放进手机日历',
      text: '前一天响一次',
      shown: isClockRunning(state) && (facts.transfer?.deadlineAt ?? 0) > facts.now,
    },
    {
      id: 'teacher',
      icon: 'call',
      title: `找${teacher}帮忙`,
      text: '告诉老师姓名、团支部，带上截图',
      shown: mending || state === 'timedOut',
    },
    {
      id: 'phone',
      icon: 'call',
      title: '把对方的电话留给同学',
      text: transfer?.receiverPhone ?? '转到同一个地方的同学，打一个电话就问清楚',
      shown: maySharePhone(route, { state, organisation: transfer?.fields.organisation }),
    },
    {
      id: 'changed',
      icon: 'swap',
      title: '我的情况变了',
      text: '换工作、录取了、想换地方，从这里改',
      shown: state !== 'none',
    },
    {
      id: 'login',
      icon: 'lock-on',
      title: '登录不了智慧团建',
      text: '忘了密码、验证码不管用，都在这里',
      shown: state !== 'completed',
    },
    {
      id: 'withdraw',
      icon: 'rollback',
      title: '撤回这次申请',
      text: state === 'registered' ? '学院还没登记，可以撤回' : '要先在智慧团建撤回',
      shown: steps.includes('withdraw'),
    },
  ];
  return all.filter(({ shown }) => shown).map(({ shown: _, ...choice }) => choice);
};
