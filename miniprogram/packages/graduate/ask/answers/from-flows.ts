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
    const said = { typed: saidBefore(flow, node.id), askWhom: '先问团支书，再问学院团委老师' };
    return [{ id: `login-${node.id}`, question: title, answer, ...said, copy, link, basis: system.source }];
  });
};
