/** Ways out that are on the home page whatever the state: the code, a changed situation, a question. */
import type { Facts } from '../journey/facts';
import { loginWords, needsLogin } from '../journey/login-words';
import type { HomeAction } from './action';

export interface HelpRow {
  readonly id: Extract<HomeAction, 'login-help' | 'changed' | 'ask'>;
  readonly icon: string;
  readonly title: string;
  readonly detail: string;
}

const CHANGED: HelpRow = {
  id: 'changed',
  icon: 'swap',
  title: '我的情况变了',
  detail: '换工作、录取了、想换地方，从这里改',
};
const ASK: HelpRow = { id: 'ask', icon: 'search', title: '问一问', detail: '写几个字，马上看到怎么办' };

export const helpsOf = (facts: Facts): readonly HelpRow[] => {
  const { state, response, system } = facts;
  // Before the first login the page's one action leads there already.
  const isFirst = state === 'none' && response.loginConfirmedAt === null;
  return [
    ...(isFirst || !needsLogin(facts)
      ? []
      : [{ id: 'login-help', icon: 'lock-on', ...loginWords(response.resetRequest, system) } as const]),
    ...(state === 'none' ? [] : [CHANGED]),
    ASK,
  ];
};
