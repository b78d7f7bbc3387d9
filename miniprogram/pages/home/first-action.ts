/** What there is to do before a way can be chosen: logging in, or telling the college about the age. */
import { momentOf } from '../../domain/calendar/china-time';
import { inWords } from '../../domain/words/elapsed';
import type { Facts } from '../journey/facts';
import type { ActionWords } from './action';

const LOGIN_DONE = { id: 'login-done', text: '我已经能登录了' } as const;

export const beforeLogin = (facts: Facts): ActionWords => {
  const request = facts.response.resetRequest;
  switch (request?.state) {
    case 'waiting':
    case 'escalated':
      return {
        heading: '现在等一等',
        title: `${request.handler.name}正在帮你拿验证码`,
        why: '拿到以后马上告诉你，不用一直回来看。',
        primary: { id: 'login-help', text: '看看进展' },
        choices: [LOGIN_DONE],
      };
    case 'issued':
      return {
        title: `验证码拿到了，去登录${facts.system}`,
        why: request.expiresAt
          ? `还能用 ${inWords(request.expiresAt - facts.now)}，${momentOf(request.expiresAt)} 失效。`
          : '',
        primary: { id: 'login-help', text: '去看验证码' },
        choices: [LOGIN_DONE],
      };
    case 'revealed':
      return {
        title: '用验证码设一个新密码',
        why: '登录成功了，或者验证码不管用，都告诉我们一声。',
        primary: { id: 'login-help', text: '告诉我们结果' },
        choices: [LOGIN_DONE],
      };
    default:
      return {
        title: `先试着登录一次${facts.system}`,
        why: '不记得密码也没关系，团支书可以帮你拿到重置密码验证码。',
        primary: { id: 'login-help', text: '开始登录' },
        choices: [LOGIN_DONE],
      };
  }
};

/** Whoever has reached the age limit tells the college; there is nothing to log in or to transfer for. */
export const overAge = ({ response, rulebook, teacher }: Facts): ActionWords => {
  const { reportedAt, recordedAt } = response.overAgeReport ?? {};
  if (recordedAt) {
    return {
      heading: '都好了',
      title: '学院已经登记你的年龄情况',
      why: '你不用转团关系，接下来由校团委在系统里处理。',
      primary: { id: 'over-age', text: '看看经过' },
    };
  }
  if (reportedAt) {
    return {
      heading: '现在等一等',
      title: `${teacher}会把你记进名单`,
      why: '你不用转团关系，有结果在这里能看到。',
      primary: { id: 'over-age', text: '看看进度' },
    };
  }
  return {
    title: '把年龄情况告诉学院',
    why: `到毕业那个月你满 ${rulebook.ageLimit} 岁、没有团内职务，就不用转团关系。`,
    primary: { id: 'over-age', text: '去告诉学院' },
    choices: [{ id: 'way-picker', text: '名单写错了，照样转' }],
  };
};
