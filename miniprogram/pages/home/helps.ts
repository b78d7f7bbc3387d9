/** Ways out that are on the home page whatever the state: the code, a changed situation, a question. */
import type { Facts } from '../journey/facts';
import { onlyTellsAge } from '../journey/facts';
import type { HomeAction } from './action';

export interface HelpRow {
  readonly id: Extract<HomeAction, 'login-help' | 'changed' | 'ask'>;
  readonly icon: string;
  readonly title: string;
  readonly detail: string;
}

const LOGIN: Omit<HelpRow, 'title' | 'detail'> = { id: 'login-help', icon: 'lock-on' };

/** A request stays in sight until it is settled, also when the transfer has gone on meanwhile. */
const login = ({ response: { resetRequest } }: Facts): HelpRow => {
  switch (resetRequest?.state) {
    case 'waiting':
    case 'escalated':
      return { ...LOGIN, title: `${resetRequest.handler.name}正在帮你拿验证码`, detail: '看看进展' };
    case 'issued':
      return { ...LOGIN, title: '验证码拿到了', detail: '点开看，过期就不能用了' };
    case 'revealed':
      return { ...LOGIN, title: '验证码管用吗？', detail: '登录成功了，或者不管用，说一声' };
    default:
      return { ...LOGIN, title: '登录不了智慧团建', detail: '忘了密码、验证码不管用，都在这里' };
  }
};

const CHANGED: HelpRow = {
  id: 'changed',
  icon: 'swap',
  title: '我的情况变了',
  detail: '换工作、录取了、想换地方，从这里改',
};
const ASK: HelpRow = { id: 'ask', icon: 'search', title: '问一问', detail: '写几个字，马上看到怎么办' };

export const helpsOf = (facts: Facts): readonly HelpRow[] => {
  const { state, response } = facts;
  // Before the first login the page's one action leads there already.
  const isFirst = state === 'none' && response.loginConfirmedAt === null;
  return [
    ...(isFirst || state === 'completed' || onlyTellsAge(facts) ? [] : [login(facts)]),
    ...(state === 'none' ? [] : [CHANGED]),
    ASK,
  ];
};
