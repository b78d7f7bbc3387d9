/** Answers that do not go together: asked about, never forbidden. Which of them is right only the person can say. */
import type { Region } from './fields/kinds';
import { replay, type Answers, type Flow } from './flow';
import type { RouteRule } from './rulebook';
import { receivingSystemOf, type SystemRules } from './rulebook/system';

/**
 * Questions of the pre-flight check about the receiver's system. Their answers are `no` for the school's own, the id
 * of another system, or `yes` where only that it is another one is asked.
 */
export const RECEIVER_QUESTIONS: readonly string[] = ['province', 'province-party'];
const OWN = 'no';
const ANOTHER = 'yes';

/** The first name of the region about which the person said that the answer holds all the same. */
const KEPT = 'receiver-system-kept';

export interface Contradiction {
  /** One line, then the question in a sentence. */
  readonly title: string;
  readonly why: string;
  /** The answers of the pre-flight check as they follow from the region. */
  readonly settled: Answers;
  /** The answers with a note that they hold all the same. */
  readonly kept: Answers;
}

interface Said {
  readonly flow: Flow;
  readonly preFlight: Answers;
  readonly system: SystemRules;
  readonly region: Region | undefined;
  readonly route: Pick<RouteRule, 'label' | 'receivingSystem'>;
}

const fits = (answer: string, expected: string, { id }: SystemRules): boolean =>
  expected === id ? answer === OWN : answer === expected || answer === ANOTHER;

/** In which system such a receiver usually works, in words. */
const usual = ({ label, receivingSystem }: Said['route'], province: string, name: string, isOwn: boolean) => {
  if (receivingSystem !== undefined) return `“${label}”的，对方多半用“${name}”`;
  return isOwn ? `${province}的团组织一般用${name}` : `${province}的团组织多半用“${name}”`;
};

/**
 * What was answered about the receiver's system against the chosen region. By organisation, not by place: some
 * receivers in 广东 belong to a system committee, so it is a question.
 */
export const contradictionIn = ({
  flow,
  preFlight,
  system,
  region,
  route,
}: Said): Contradiction | undefined => {
  const province = region?.names[0];
  if (province === undefined || preFlight[KEPT] === province) return undefined;
  const expected = receivingSystemOf(system, region?.names, route);
  const step = replay(flow, preFlight).trail.find(({ node }) => RECEIVER_QUESTIONS.includes(node.id));
  if (!step || fits(step.option.id, expected, system)) return undefined;
  const right = step.node.options.find(({ id }) => fits(id, expected, system));
  const other = system.others.find(({ id }) => id === expected);
  return {
    title: '地区和刚才的回答对不上',
    why: `动手前查一查时，你选的是“${step.option.label}”。${usual(route, province, other?.name ?? system.name, other === undefined)}，接收你的也是吗？`,
    settled: right ? { ...preFlight, [step.node.id]: right.id } : preFlight,
    kept: { ...preFlight, [KEPT]: province },
  };
};

/** The answers without what is about the receiver: another one is asked about anew. */
export const withoutReceiver = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([id]) => id !== KEPT && !RECEIVER_QUESTIONS.includes(id)),
  );
