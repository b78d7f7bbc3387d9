import type { PeopleStep } from '../people/steps';

/** A step by what the person there still has to do. */
export const PEOPLE_STEP_WORDS: Readonly<Record<PeopleStep, string>> = {
  bind: '还没进小程序',
  login: '还没登录系统',
  choose: '还没选去向',
  fill: '正在填写',
  college: '等审批或登记',
  receiver: '等对方接收',
  card: '等办《团员证》',
  done: '全部办完',
};
