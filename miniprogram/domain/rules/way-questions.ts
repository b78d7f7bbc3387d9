import type { HelpQuestion } from './questions';
import type { RouteRule, Rulebook, WayRule } from './rulebook';

const questionOf = (way: WayRule, route: RouteRule): HelpQuestion => ({
  id: `way-${way.id}-${route.id}`,
  question: way.routes.length > 1 ? `${way.label}，${route.label}，怎么转？` : `${way.label}，怎么转？`,
  typed: [route.label, route.hint, route.targetHint, ...(route.transferReason ? [route.transferReason] : [])],
  answer: [route.guide.summary, ...route.guide.steps.slice(0, 1)],
  askWhom: route.guide.askWhom,
  copy: null,
  link: { label: '看这种去向的指引', page: 'guide', wayId: way.id, routeId: route.id },
  basis: route.basis,
});

/** Everything that can be found by searching: the questions people ask, then each way as one. */
export const allQuestions = ({ questions, ways }: Rulebook): HelpQuestion[] => [
  ...questions,
  ...ways.flatMap((way) => way.routes.filter(({ closed }) => !closed).map((route) => questionOf(way, route))),
];
