import { chinaDay, dayOf, formatChina, momentOf } from '../../../domain/calendar/china-time';
import type { Answers } from '../../../domain/rules/flow';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import type { SystemRules } from '../../../domain/rules/rulebook/system';
import { resetStateAt } from '../../../domain/transfer/reset-states';
import { escalationToGraduate } from '../../../domain/words/escalations';
import { teacherNamed } from '../../../domain/words/teachers';
import { inWords, waitedSince } from '../../../domain/words/elapsed';
import type { HomeResponse } from '../../../services/own-transfer';
import { factsOf, type Facts } from '../../../pages/journey/facts';
import { asSteps, toFlowView, UNNAMED, websiteOf, type FlowView } from '../../../pages/journey/flow-view';
import type { PathStep } from '../../../pages/journey/path';

type Request = NonNullable<HomeResponse['resetRequest']>;

interface CodeCard {
  readonly requestId: string;
  readonly title: string;
  readonly from: string;
  /** Empty until it is revealed. */
  readonly code: string;
  readonly percentLeft: number;
  readonly left: string;
  readonly expires: string;
  /** The code has been shown on an earlier visit and cannot be shown again. */
  readonly gone: boolean;
  readonly hint: string;
  readonly soon: boolean;
}

interface WaitingCard {
  readonly title: string;
  readonly text: string;
  readonly steps: readonly PathStep[];
  readonly canRemind: boolean;
}

export interface LoginHelpView {
  readonly flow: FlowView | null;
  readonly waiting: WaitingCard | null;
  readonly code: CodeCard | null;
  /** Why the person is asked again. */
  readonly remark: string;
  readonly how: readonly PathStep[];
  /** To copy. */
  readonly website: string;
}

/** What the page itself knows. */
export interface LoginHelpInput {
  readonly answers: Answers;
  /** The revealed code; it lives only as long as the page. */
  readonly code: string;
  /** The person wants the questions although a request is under way. */
  readonly asking: boolean;
}

const WAITING: readonly Request['state'][] = ['waiting', 'escalated'];
const HELD: readonly Request['state'][] = ['issued', 'revealed'];

const how = (title: string, hint: string): PathStep => ({ mark: 'later', title, side: '', hint });
const howToUse = ({ name, address, accountRule }: SystemRules): readonly PathStep[] => [
  how(`在电脑上打开${name}`, address),
  how('点忘记密码', `${accountRule}。再填这串验证码`),
  how('设一个新密码', '记牢它，后面发起转接还要登录'),
];

/** `今天 09:40`, `昨天 …`, `6月12日 …` */
const dayAndTime = (at: number, now: number): string => {
  const ago = chinaDay(now) - chinaDay(at);
  const day = ago === 0 ? '今天' : ago === 1 ? '昨天' : dayOf(at);
  return `${day} ${formatChina(at, 'HH:mm')}`;
};

/** Where the request is, and why there. */
const whereItIs = ({ escalatesAt, escalationCause, state }: Request): string =>
  state === 'waiting' && escalatesAt !== null
    ? `${momentOf(escalatesAt)} 还没有结果，会转给学院老师。`
    : escalationToGraduate(escalationCause);

/** What was loaded before its hour to go to the teacher came. */
const atNow = (request: Request, now: number): Request => {
  const state = resetStateAt(request, now);
  const teacher = { role: 'teacher', name: '学院老师' } as const;
  return state === request.state || state !== 'escalated'
    ? request
    : { ...request, state, handler: teacher, escalationCause: 'unanswered' };
};

const waitingCard = (asked: Request, facts: Facts): WaitingCard => {
  const { now, response } = facts;
  const request = atNow(asked, now);
  const { requestedAt, handler } = request;
  const who = handler.role === 'teacher' ? teacherNamed(handler.name) : handler.name;
  const later = asSteps(['发给你，在这里点一下就能看']);
  return {
    title: `${who}正在帮你拿`,
    text: whereItIs(request),
    steps: [
      { mark: 'done', title: '你发出了求助', side: dayAndTime(requestedAt, now), hint: '' },
      {
        mark: 'current',
        title: `${who}在${facts.system}后台查看`,
        side: '',
        hint: waitedSince(requestedAt, now),
      },
      ...later,
    ],
    canRemind: (response.subscription.credits.code ?? 0) === 0,
  };
};

const codeCard = (request: Request, code: string, { now, system }: Facts): CodeCard => {
  const { id, handler, issuedAt, expiresAt, state } = request;
  const left = Math.max(0, (expiresAt ?? now) - now);
  const whole = expiresAt && issuedAt ? expiresAt - issuedAt : 1;
  const gone = state === 'revealed' && code === '';
  return {
    requestId: id,
    title: code ? '你的重置密码验证码' : gone ? '验证码已经显示过了' : `${handler.name}替你拿到了验证码`,
    from: issuedAt ? `${handler.name}，${dayAndTime(issuedAt, now)} 发给你` : '',
    code,
    // A full bar would say “done” in green.
    percentLeft: Math.min(99, Math.round((left / whole) * 100)),
    left: inWords(left),
    expires: expiresAt ? `${momentOf(expiresAt)} 失效` : '',
    gone,
    hint: code ? '离开这一页就不再显示，请现在用。' : `只显示一次。先打开${system}，再点这里。`,
    soon: left / whole < 0.1,
  };
};

const remarkOf = (request: Request | null, facts: Facts): string => {
  if (facts.response.loginConfirmedAt !== null) return '';
  if (request?.state === 'expired') return '上一个验证码已经过期，再要一个就行。';
  if (request?.state === 'closed') return '上一次求助老师没有给码，直接问学院团委，或再要一次。';
  return request?.state === 'failed' ? '上一个验证码没有管用，换个办法再试。' : '';
};

/** @param now epoch ms, the cloud's clock */
export const toLoginHelpView = (
  response: HomeResponse,
  now: number,
  input: LoginHelpInput,
): LoginHelpView => {
  const facts = factsOf(response, now);
  const { rulebook } = facts;
  const { system } = rulebook;
  const request = response.resetRequest;
  const fresh = request?.expiresAt === null || (request?.expiresAt ?? 0) > now;
  const held = request && HELD.includes(request.state) && fresh && !input.asking ? request : null;
  const waiting = request && WAITING.includes(request.state) && !input.asking ? request : null;
  const asked = !held && !waiting;
  return {
    flow: asked
      ? toFlowView(rulebook.flows['login-help'], input.answers, { system, name: response.member.name })
      : null,
    waiting: waiting && waitingCard(waiting, facts),
    code: held && codeCard(held, input.code, facts),
    remark: asked ? remarkOf(request, facts) : '',
    how: howToUse(system),
    website: websiteOf(system),
  };
};

/** The questions alone, for who has not signed in. */
export const toVisitorHelpView = ({ flows, system }: Rulebook, answers: Answers): LoginHelpView => ({
  flow: toFlowView(flows['login-help'], answers, { system, name: UNNAMED }),
  waiting: null,
  code: null,
  remark: '',
  how: howToUse(system),
  website: websiteOf(system),
});
