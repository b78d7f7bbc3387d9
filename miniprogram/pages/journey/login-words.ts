import type { HomeResponse } from '../../services/own-transfer';
import { onlyTellsAge, type Facts } from './facts';

export interface LoginWords {
  readonly title: string;
  readonly detail: string;
}

/** A request stays in sight until it is settled, also when the transfer has gone on meanwhile. */
export const loginWords = (request: HomeResponse['resetRequest'], system: string): LoginWords => {
  switch (request?.state) {
    case 'waiting':
    case 'escalated':
      return { title: `${request.handler.name}正在帮你拿验证码`, detail: '看看进展' };
    case 'issued':
      return { title: '验证码拿到了', detail: '点开看，过期就不能用了' };
    case 'revealed':
      return { title: '验证码管用吗？', detail: '登录成功了，或者不管用，说一声' };
    default:
      return { title: `登录不了${system}`, detail: '忘了密码、验证码不管用，都在这里' };
  }
};

/** Who is through, or has nothing to transfer, need not log in any more. */
export const needsLogin = (facts: Facts): boolean => facts.state !== 'completed' && !onlyTellsAge(facts);
