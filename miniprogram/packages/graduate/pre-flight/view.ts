import type { Answers, Flow } from '../../../domain/rules/flow';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import type { HomeResponse } from '../../../services/own-transfer';
import { answersOnRoster, factText, takenFromRoster } from '../../../domain/rules/on-roster';
import { factsOf } from '../../../pages/journey/facts';
import { toFlowView, UNNAMED, type FlowView } from '../../../pages/journey/flow-view';

export interface PreFlightView {
  readonly flow: FlowView;
  /** What the roster says about the question on the screen; empty when it says nothing. */
  readonly known: string;
  /** What the roster answered in the person's place. */
  readonly onRoster: readonly { readonly questionId: string; readonly says: string }[];
  readonly whom: string;
  /** What the school works in, by its name. */
  readonly system: string;
}

/** What was answered here, and for the rest what the roster answers. */
export const answersSoFar = (flow: Flow, { member }: HomeResponse, given: Answers): Answers => ({
  ...answersOnRoster(flow, member),
  ...given,
});

const knownOf = (question: string, home: HomeResponse, ageLimit: number): string => {
  const { hasLeaguePost, age } = home.member;
  if (question === 'post' && hasLeaguePost) return '学院名单上写着你还有团内职务。';
  return question === 'age' && age === 'over'
    ? `按学院名单上的出生年月，到毕业那个月你满 ${ageLimit} 岁。`
    : '';
};

export const toPreFlightView = (response: HomeResponse, now: number, answers: Answers): PreFlightView => {
  const { rulebook, teacher } = factsOf(response, now);
  const { name, branchName, secretaryName, isSecretary } = response.member;
  const check = rulebook.flows['pre-flight'];
  const flow = toFlowView(check, answers, { system: rulebook.system, name: `${branchName}的${name}` });
  const asksSecretary = flow.id === 'post-check' && !isSecretary && secretaryName;
  return {
    flow,
    known: knownOf(flow.id, response, rulebook.ageLimit),
    onRoster: takenFromRoster(check, answers, response.member).map(({ questionId, fact }) => ({
      questionId,
      says: factText(fact, rulebook.ageLimit),
    })),
    whom: asksSecretary ? `团支书${secretaryName}` : teacher,
    system: rulebook.system.name,
  };
};

/** The questions alone, for who has not signed in. */
export const toVisitorPreFlightView = ({ flows, system }: Rulebook, answers: Answers): PreFlightView => ({
  flow: toFlowView(flows['pre-flight'], answers, { system, name: UNNAMED }),
  known: '',
  onRoster: [],
  whom: '学院老师',
  system: system.name,
});
