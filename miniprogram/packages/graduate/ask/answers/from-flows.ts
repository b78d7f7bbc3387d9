import type { Flow, FlowNode, FlowResult } from '../../../../domain/rules/flow';
import type { AnswerLink, HelpQuestion } from '../../../../domain/rules/questions';
import type { Rulebook } from '../../../../domain/rules/rulebook/index';

type Advice = Extract<FlowResult, { kind: 'advice' }>;

/** What somebody has said when they stand at a node: the answers that lead there, with what was asked. */
const saidBefore = ({ nodes }: Flow, id: string): string[] =>
  nodes.flatMap((node) => {
    if ('result' in node) return [];
    const taken = node.options.filter(({ next }) => next === id);
    return taken.flatMap(({ label, hint }) => [label, `${node.question}${label}`, ...(hint ? [hint] : [])]);
  });

/** What people type where the flow asks: by the piece of advice they need. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  'initial-password': [
    '初始密码',
    '初始密码是多少',
    '默认密码',
    '身份证后八位',
    '第一次登录',
    '第一次登录密码是什么',
  ],
  'set-password': ['第一次登录要改密码吗', '新密码怎么设'],
  'secretary-code': ['团支书的验证码谁给', '我是团支书没人能给我重置'],
  'code-again': ['验证码过期', '验证码失效了', '验证码超过两天', '验证码是过期的'],
  'code-check': ['验证码无效', '验证码不对', '验证码错误', '输入验证码提示无效'],
  'code-teacher': ['团支书联系不上验证码拿不到', '原密码不记得团支书也联系不上'],
  'code-where': ['验证码填哪里', '验证码在哪里输入', '忘记密码那一页在哪里'],
  'page-fails': [
    '网页打不开',
    '页面一直转圈',
    '网站崩了',
    '系统登不上去',
    '加载不出来',
    '系统崩了',
    '打不开',
    '系统维护',
  ],
};

const adviceOf = (node: FlowNode): Advice | undefined =>
  'result' in node && node.result.kind === 'advice' ? node.result : undefined;

/** Every piece of advice at the end of the login help can be found by its words, too. */
export const loginAnswers = ({ flows, system }: Rulebook): HelpQuestion[] => {
  const flow = flows['login-help'];
  const link: AnswerLink = { label: '打开登录帮助', page: 'loginHelp' };
  return flow.nodes.flatMap((node) => {
    const advice = adviceOf(node);
    if (!advice) return [];
    const { title, text, steps = [], copy = null } = advice;
    const answer = [text, ...steps];
    const typed = [...saidBefore(flow, node.id), ...(TYPED[node.id] ?? [])];
    const said = { typed, askWhom: '先问团支书，再问学院团委老师' };
    return [{ id: `login-${node.id}`, question: title, answer, ...said, copy, link, basis: system.source }];
  });
};
