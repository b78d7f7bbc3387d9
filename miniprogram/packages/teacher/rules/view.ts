/** What the page of the rules shows: groups, one row for each thing in them, what is changed and what is wrong. */
import type { Response } from '../../../contract';
import { dayOf } from '../../../domain/calendar/china-time';
import type { Draft } from '../../../domain/rules/overlay/check';
import { valueIn, type Overlay } from '../../../domain/rules/overlay/edition';
import { fixFor, type Fix } from '../../../domain/rules/overlay/fix';
import type { Place, PlaceGroup } from '../../../domain/rules/overlay/place';
import { differences, valueText, type Difference } from '../../../domain/rules/overlay/reading';
import { hoursText } from '../season/season-form/view';
import type { Opened } from './opened';

const GROUPS: Readonly<Record<PlaceGroup, { readonly title: string; readonly hint: string }>> = {
  ways: { title: '去向', hint: '点名字改内容。关掉的，新同学选不到，已经在办的照样办完。' },
  steps: { title: '手续', hint: '关掉的手续谁都不用办，只差它的人算办完。' },
  times: {
    title: '数字和日期',
    hint: '已经发起的，还按发起时的天数和审批走。',
  },
  practice: { title: '做法', hint: '各校不一样的地方，学院可以比学校严，不能比学校松。' },
  questions: { title: '问题', hint: '选去向、动手前、登录和被退回时问的话。' },
  words: { title: '回答', hint: '问一问里的回答，和到期时说的话。' },
  contacts: { title: '电话', hint: '同学拿不准时找谁。' },
};

interface Tab {
  readonly id: PlaceGroup;
  readonly title: string;
}

/** One thing of a group: a way with its route, a step, a question. */
interface Row {
  readonly about: string;
  readonly hint: string;
  /** 改过, 关掉了 or 要改好. */
  readonly tag: string;
  readonly isWrong: boolean;
  /** Path of its switch; empty where it has none. */
  readonly switchPath: string;
  readonly isOn: boolean;
  readonly last: boolean;
}

interface Problem {
  readonly title: string;
  readonly text: string;
  readonly about: string;
  /** What one tap does about it; empty where somebody has to decide. */
  readonly fix: string;
}

export interface RulesView {
  readonly scope: string;
  readonly title: string;
  readonly holding: string;
  readonly tabs: readonly Tab[];
  readonly tab: PlaceGroup;
  readonly hint: string;
  readonly rows: readonly Row[];
  readonly changes: readonly Difference[];
  readonly problems: readonly Problem[];
  readonly canPublish: boolean;
  readonly number: number;
}

const HINTS = ['hint', 'transferReason', 'guide.summary', 'percent', 'days', 'contacts', 'answer'];

const OFF = { step: '谁都不用办', route: '同学选不到这一种' } as const;

/** What stands under a card's name: what it says or holds; where that is the name itself, what can be changed. */
const hintOf = (places: readonly Place[], overlay: Overlay, about: string): string => {
  const found =
    places.find(({ path }) => HINTS.some((end) => path.endsWith(`.${end}`))) ??
    places.find(({ kind }) => kind.kind !== 'switch');
  if (!found) return '';
  const [line = ''] = valueText(found.kind, valueIn(overlay, found.path) ?? found.usual).split('\n');
  return line === about || about.endsWith(`：${line}`) ? `改${found.label}` : line;
};

const rowsOf = (draft: Draft, overlay: Overlay, tab: PlaceGroup, changed: ReadonlySet<string>): Row[] => {
  const places = draft.places.filter(({ group }) => group === tab);
  const abouts = [...new Set(places.map(({ about }) => about))];
  return abouts.map((about, index) => {
    const own = places.filter((place) => place.about === about);
    const isWrong = draft.problems.some(({ path }) => own.some((place) => place.path === path));
    const toggle = own.find(({ kind }) => kind.kind === 'switch');
    const isOn = toggle ? (valueIn(overlay, toggle.path) ?? toggle.usual) === true : true;
    const isChanged = own.some(({ path }) => changed.has(path));
    return {
      about,
      hint: isOn ? hintOf(own, overlay, about) : OFF[tab === 'steps' ? 'step' : 'route'],
      tag: isWrong ? '要改好' : isOn ? (isChanged ? '改过' : '') : '关掉了',
      isWrong,
      switchPath: toggle?.path ?? '',
      isOn,
      last: index === abouts.length - 1,
    };
  });
};

/** Heading of what the season holds itself: it takes effect when it is saved, without a version. */
export const SEASON_ABOUT = '本季截止和免打扰';

const seasonRow = ({ season }: Opened): Row[] =>
  season
    ? [
        {
          about: SEASON_ABOUT,
          hint: `${dayOf(season.deadlineAt)}截止，免打扰 ${hoursText(season.quietHours)}`,
          tag: '',
          isWrong: false,
          switchPath: '',
          isOn: true,
          last: false,
        },
      ]
    : [];

const aboutOf = (draft: Draft, path: string): string =>
  draft.places.find((place) => place.path === path)?.about ?? '';

/** What one tap does about the problem at a position; undefined where there is nothing obvious. */
export const fixOf = (
  { ground, level }: Opened,
  { places, problems }: Draft,
  overlay: Overlay,
  index: number,
): Fix | undefined => {
  const problem = problems[index];
  return problem && fixFor({ ground, overlay, level }, places, problem);
};

const changesOf = (draft: Draft, opened: Opened, overlay: Overlay): Difference[] =>
  differences(draft.places, opened.published, overlay);

export const toRulesView = (
  opened: Opened,
  draft: Draft,
  overlay: Overlay,
  wanted: PlaceGroup,
): RulesView => {
  const groups = Object.keys(GROUPS).filter(
    (id): id is PlaceGroup =>
      draft.places.some(({ group }) => group === id) || (id === 'times' && opened.season !== undefined),
  );
  const [first = 'ways'] = groups;
  const tab = groups.includes(wanted) ? wanted : first;
  const changes = changesOf(draft, opened, overlay);
  const { number, publishedAt, scopeName } = opened;
  const next = number + 1;
  return {
    scope: opened.level === 'committee' ? '全校的规则' : `${scopeName}的规则`,
    title: changes.length > 0 ? `第 ${next} 版，草稿` : number > 0 ? `第 ${number} 版` : '还没有改过',
    holding:
      publishedAt === null
        ? '同学现在看到的是原来的规则。'
        : `同学现在看到的是第 ${number} 版，${dayOf(publishedAt)}发布。`,
    tabs: groups.map((id) => ({ id, title: GROUPS[id].title })),
    tab,
    hint: GROUPS[tab].hint,
    rows: [
      ...(tab === 'times' ? seasonRow(opened) : []),
      ...rowsOf(draft, overlay, tab, new Set(changes.map(({ path }) => path))),
    ],
    changes,
    problems: draft.problems.map(({ title, text, path }, index) => ({
      title,
      text,
      about: aboutOf(draft, path),
      fix: fixOf(opened, draft, overlay, index)?.label ?? '',
    })),
    canPublish: changes.length > 0 && draft.problems.length === 0,
    number: next,
  };
};

type Effects = Response<'teacher', 'previewRules'>['effects'];

/** What publishing does to people, one line each. */
export const effectLines = ({ completed, kept, colleges, complete }: Effects): string[] => {
  const least = complete ? '' : '至少 ';
  return [
    ...(completed > 0 ? [`${least}${completed} 人只差被关掉的手续，发布后算办完。`] : []),
    ...(kept > 0 ? [`${kept} 人正在走关掉的去向，照样办完。`] : []),
    ...colleges.map(({ name, count }) => `${name}自己改的 ${count} 处和这一版对不上，会拿掉。`),
    '已经发起的，天数、到期的结果、审批和填的内容都不变；别的都按新的来。',
  ];
};
