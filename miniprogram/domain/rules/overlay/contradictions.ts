/** What does not go together after a change, in the words of whoever changes it. */
import type { MonthDay } from '../../calendar/month-day';
import { isQuestion } from '../flow';
import { mayHold, type RouteRule, type Rulebook } from '../rulebook/index';
import { offlineStepsOf } from '../rulebook/offline-steps';
import { rulebookProblems } from '../rulebook-checks/index';
import { repeated, type RulebookProblem } from '../rulebook-checks/problem';
import { daysRange } from '../rulebook/timeouts';
import { MOST_ANSWERS } from './additions';

export interface Contradiction {
  /** Path of what it is about, members of lists by their ids. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

const dayText = (day: MonthDay | null | undefined): string =>
  day ? `${day.month}月${day.day}日` : '没有限制';

interface Spoken {
  /** How the check puts it. */
  readonly says: RegExp;
  readonly title: string;
  readonly text: (found: { rulebook: Rulebook; route: RouteRule | undefined }) => string;
}

/** Of the checks of a rulebook those that a change can break. */
export const SPOKEN: readonly Spoken[] = [
  {
    says: /comes before the window opens/,
    title: '截止日早于开始日',
    text: ({ route }) =>
      `${dayText(route?.window?.opens)}开始，${dayText(route?.window?.deadline)}就截止，同学一天也办不了。`,
  },
  {
    says: /comes before from/,
    title: '结束的日子早于开始的日子',
    text: () => '这一段时间一天也没有，改其中一个日期。',
  },
  { says: /is not a day of every such month/, title: '没有这一天', text: () => '这个月没有这么多天。' },
  {
    says: /starts before the receiver clock does/,
    title: '天数比提醒还短',
    text: ({ rulebook }) =>
      `对方只有 ${daysRange(rulebook.timeouts)?.fewest ?? 0} 天，可是到期前 ${Math.max(...rulebook.reminderDays)} 天就要提醒。`,
  },
  {
    says: /lies in the quiet hours/,
    title: '提醒的钟点在免打扰里',
    text: ({ rulebook }) => `${rulebook.reminderHour} 点不发消息，提醒就发不出去，换一个钟点。`,
  },
  {
    says: /does not say who writes/,
    title: '少了同学的名字',
    text: () => '这段话里要有 {name}，发的时候会换成同学的姓名。',
  },
  {
    says: /is less than the usual months/,
    title: '最多比一般还少',
    text: () => '最多留的月数，不能少于一般留的月数。',
  },
  {
    says: /never ends in|does not exist|ends in a route/,
    title: '有去向选不到',
    text: () => '按现在的问题，有的去向怎么答也走不到。恢复原文，或者把它关掉。',
  },
];

const OTHERWISE: Spoken = {
  says: /./,
  title: '和别处对不上',
  text: () => '这样改和规则的别处对不上，恢复原文再改。',
};

const hasId = (member: unknown): member is { readonly id: string } =>
  typeof member === 'object' && member !== null && 'id' in member && typeof member.id === 'string';

/** A path with the ids of members where the check counts them. */
const byIds = (rulebook: Rulebook, path: string): string => {
  const keys: string[] = [];
  let at: unknown = rulebook;
  for (const key of path.split('.')) {
    const next: unknown =
      typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
    keys.push(Array.isArray(at) && hasId(next) ? next.id : key);
    at = next;
  }
  return keys.join('.');
};

const routeAt = ({ ways }: Rulebook, path: string): RouteRule | undefined => {
  const [, way, route] = /^ways\.([^.]+)\.routes\.([^.]+)/.exec(path) ?? [];
  return ways.find(({ id }) => id === way)?.routes.find(({ id }) => id === route);
};

const inWords = (rulebook: Rulebook, { path, message }: RulebookProblem): Contradiction => {
  const spoken = SPOKEN.find(({ says }) => says.test(message)) ?? OTHERWISE;
  const named = byIds(rulebook, path);
  const route = routeAt(rulebook, named);
  return { path: named.replace(/\.day$/, ''), title: spoken.title, text: spoken.text({ rulebook, route }) };
};

const offersNothing = ({ ways }: Rulebook): Contradiction[] =>
  ways.some(({ routes }) => routes.some(({ closed }) => !closed))
    ? []
    : [{ path: 'ways', title: '去向全关掉了', text: '同学一个去向也选不到，至少留一个。' }];

const crowded = ({ flows }: Rulebook): Contradiction[] =>
  Object.entries(flows).flatMap(([id, { nodes }]) =>
    nodes.filter(isQuestion).flatMap((node) => {
      const path = `flows.${id}.nodes.${node.id}`;
      const twice = repeated(node.options.map(({ label }) => label));
      return [
        ...(node.options.length > MOST_ANSWERS
          ? [
              {
                path,
                title: '一题的答案太多',
                text: `“${node.question}”最多放 ${MOST_ANSWERS} 个答案，先关掉一个。`,
              },
            ]
          : []),
        ...(twice === undefined
          ? []
          : [{ path, title: '两个答案一样', text: `“${node.question}”里有两个“${twice}”，同学分不清。` }]),
      ];
    }),
  );

/** A step that looks at the picture needs a route that asks for it. */
const unseen = (rulebook: Rulebook, before: Rulebook): Contradiction[] =>
  rulebook.ways.flatMap((way) =>
    way.routes.flatMap((route) => {
      const path = `ways.${way.id}.routes.${route.id}.fields.screenshots`;
      const was = routeAt(before, path);
      const step = offlineStepsOf(rulebook, route).find(({ needs }) => needs.includes('screenshot'));
      return step && was && mayHold(was, 'screenshots') && !mayHold(route, 'screenshots')
        ? [{ path, title: '要用却不收', text: `${step.label}要看截图，可是这里不让同学交截图。` }]
        : [];
    }),
  );

/** What does not go together in a changed rulebook; `before` is the one without the change. */
export const contradictionsIn = (rulebook: Rulebook, before: Rulebook): Contradiction[] => {
  const nothing = offersNothing(rulebook);
  if (nothing.length > 0) return nothing;
  const found = [
    ...rulebookProblems(rulebook).map((problem) => inWords(rulebook, problem)),
    ...crowded(rulebook),
    ...unseen(rulebook, before),
  ];
  return found.filter(
    (one, index) => found.findIndex(({ path, title }) => path === one.path && title === one.title) === index,
  );
};
