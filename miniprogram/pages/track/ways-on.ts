/** What comes next in a state: mending after a refusal, going on, waiting for the college. */
import { reasonWords } from '../../domain/words/reason';
import { asksNothing } from '../../domain/rules/rulebook/index';
import { momentOf } from '../../domain/calendar/china-time';
import type { Facts } from '../journey/facts';
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

export const refusalOf = ({ state, transfer, route, system }: Facts): Refusal | null => {
  if (state !== 'refused' || !transfer) return null;
  const seen = [...transfer.timeline].reverse().find(({ step }) => step === 'report-refused');
  const when = seen ? `${momentOf(seen.at)}，` : '';
  const whence = `在${system}${seen?.seenOnSystem ? '的列表里' : '上'}看到`;
  return {
    title: route?.receiver ? '对方退回了这次申请' : '这次申请被退回了',
    text: `${when}${seen ? whoDid(seen) + whence : receiverWords(route).hasRefused}。关系还在学校，没有丢。`,
    reason: transfer.reason ? reasonWords(transfer.reason) : '',
  };
};

/** What is left on paper once it has arrived, on the page that has all of it. */
const paperOf = ({ left }: Facts): Next | null => {
  if (left.desk)
    return {
      title: left.others ? '还差《团员证》和别的手续' : '还差最后一步：《团员证》转出',
      text: '带什么、去哪里、老师扫的码，都在这一页。',
      action: '打开《团员证》',
      page: 'card',
    };
  return left.others
    ? {
        title: '还有线下手续',
        text: '是哪一样、轮到谁办，都在这一页。',
        action: '看看线下要办的',
        page: 'card',
      }
    : null;
};

const goingOn = (route: Facts['route']): Next => {
  if (route && asksNothing(route))
    return {
      title: '看一遍，报给学院',
      text: '什么都不用填。报上去以后，学院才看得到。',
      action: '去报给学院',
      page: 'form',
    };
  const byCollege = route?.handledBy === 'college';
  return {
    title: byCollege ? '接着填，填好就报给学院' : '接着填，填好就提交',
    text: `填了的都留着。${byCollege ? '报上去' : '提交'}以后，学院才看得到。`,
    action: '继续填写',
    page: 'form',
  };
};

export const nextOf = (facts: Facts): Next | null => {
  const { state, route } = facts;
  if (state === 'withdrawn') {
    return {
      title: '想好了，重新选一次去向',
      text: '团关系还在学校，没有丢。这次申请的经过会留着。',
      action: '重新选去向',
      page: 'wayPicker',
    };
  }
  if (state === 'accepted') return paperOf(facts);
  // The coach is about names of organisations, and here there is none.
  if (state === 'refused' && isUnnamed(route)) {
    return {
      title: '先问清为什么退回',
      text: '请学院老师帮你问上级团组织，问清了再交一次。填了的都在。',
      action: '修改后再交',
      page: 'form',
    };
  }
  return state === 'draft' ? goingOn(route) : null;
};

/** Steps of the guide on these ways: the graduate tells the college, the college enters it, then what stays. */
export const collegeOf = ({ state, route }: Facts): CollegeSteps | null => {
  const recorded = state === 'recorded';
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
