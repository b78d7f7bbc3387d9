/** Questions of a flow that the roster answers: they are not asked, and one tap says that the roster is wrong. */
import {
  isQuestion,
  replay,
  type Answers,
  type Flow,
  type FlowOption,
  type QuestionNode,
  type RosterFact,
} from './flow';

/** What the roster says about a person, as far as flows ask for it. */
export interface OnRoster {
  /** Null where no roster said it. */
  readonly hasLeaguePost: boolean | null;
  /** By the months alone, whatever the post; unknown where the roster has no month of birth. */
  readonly age: 'under' | 'over' | 'unknown';
}

const factsOn = ({ hasLeaguePost, age }: OnRoster): RosterFact[] => [
  ...(hasLeaguePost === null ? [] : [hasLeaguePost ? ('post' as const) : ('no-post' as const)]),
  ...(age === 'unknown' ? [] : [age === 'under' ? ('under-age' as const) : ('over-age' as const)]),
];

const answersFor = (flow: Flow, facts: readonly RosterFact[]): Answers =>
  Object.fromEntries(
    flow.nodes.filter(isQuestion).flatMap(({ id, options }) => {
      const holds = options.find(({ onRoster }) => onRoster !== undefined && facts.includes(onRoster));
      return holds ? [[id, holds.id]] : [];
    }),
  );

/**
 * What need not be asked because the roster says it. The check before beginning asks about a post or an age all the
 * same: the roster may be out of date, and what to do about it has to be read.
 */
export const answersOnRoster = (flow: Flow, person: OnRoster): Answers => answersFor(flow, factsOn(person));

/**
 * The answers a question offers somebody: none that the roster says the opposite of. Who has not signed in is offered
 * all of them.
 */
export const offeredTo = ({ options }: QuestionNode, person: OnRoster | undefined): FlowOption[] => {
  const facts = person ? factsOn(person) : [];
  return options.filter(({ notFor }) => notFor === undefined || !facts.includes(notFor));
};

interface Taken {
  readonly questionId: string;
  readonly fact: RosterFact;
}

/** The questions the roster answered, in the order of the flow; none where the person said otherwise. */
export const takenFromRoster = (flow: Flow, answers: Answers, person: OnRoster): Taken[] => {
  const facts = factsOn(person);
  return replay(flow, answers).trail.flatMap(({ node, option: { onRoster: fact } }) =>
    fact !== undefined && facts.includes(fact) ? [{ questionId: node.id, fact }] : [],
  );
};

/** What the roster says, as the person reads it. */
export const factText = (fact: RosterFact, ageLimit: number): string => {
  const texts: Readonly<Record<RosterFact, string>> = {
    'no-post': '没有团内职务',
    post: '有团内职务',
    'under-age': `到毕业那个月还没满 ${ageLimit} 岁`,
    'over-age': `到毕业那个月满 ${ageLimit} 岁`,
  };
  return texts[fact];
};

/** The answers up to a question, which is asked after all. */
export const askedAgain = (flow: Flow, answers: Answers, questionId: string): Answers => {
  const { trail } = replay(flow, answers);
  const at = trail.findIndex(({ node }) => node.id === questionId);
  return Object.fromEntries(trail.slice(0, Math.max(0, at)).map(({ node, option }) => [node.id, option.id]));
};

/** Whoever is to transfer all the same, because a post keeps the membership or the roster’s month is wrong. */
export const regardlessOfAge = (flow: Flow, answers: Answers): Answers => ({
  ...answers,
  ...answersFor(flow, ['no-post', 'under-age']),
});
