/** What a graduate reads of one thing of the rules, as the draft has it; what is new in it is marked. */
import { isQuestion, type FlowId } from '../../../domain/rules/flow';
import type { Draft } from '../../../domain/rules/overlay/check';
import type { Place } from '../../../domain/rules/overlay/place';
import { offlineStepsOf } from '../../../domain/rules/rulebook/offline-steps';
import { routeOf, wayOf, type Rulebook } from '../../../domain/rules/rulebook/index';
import { fieldLabel } from '../../../components/field-rows/rows';
import { clockRow } from '../season/season-panel/view';
import type { Opened } from './opened';

interface Said {
  readonly label: string;
  readonly lines: readonly string[];
  readonly isTitle?: boolean;
}

interface Block {
  readonly id: number;
  readonly label: string;
  readonly isTitle: boolean;
  readonly lines: readonly { readonly text: string; readonly isNew: boolean }[];
}

export interface Preview {
  /** Name of the page it stands on. */
  readonly page: string;
  /** Said over it while something has to be mended first. */
  readonly waits: string;
  readonly blocks: readonly Block[];
}

interface Shown {
  readonly page: string;
  readonly said: readonly Said[];
}

type Day = { readonly month: number; readonly day: number } | null | undefined;

const dayText = (day: Day): string => (day ? `${day.month}月${day.day}日` : '');

const windowText = ({ seasonDeadline }: Rulebook, opens: Day, deadline: Day): string =>
  `${opens ? `${dayText(opens)}起，` : ''}最晚 ${dayText(deadline ?? seasonDeadline)}`;

const numbered = (steps: readonly string[]): string[] => steps.map((step, at) => `${at + 1}. ${step}`);

const ofRoute = (rulebook: Rulebook, wayId: string, routeId: string): Shown | undefined => {
  const [way, route] = [wayOf(rulebook, wayId), routeOf(rulebook, wayId, routeId)];
  if (!way || !route) return undefined;
  const { guide, window } = route;
  const asked = [
    ...route.required.map((id) => fieldLabel(id, route)),
    ...route.optional.map((id) => `${fieldLabel(id, route)}（选填）`),
  ];
  return {
    page: '去向结果',
    said: [
      {
        label: '按你的回答，去向是',
        lines: [way.label, ...(way.routes.length > 1 ? [route.label] : [])],
        isTitle: true,
      },
      ...(route.closed ? [{ label: '', lines: ['关掉了，同学选不到'] }] : []),
      { label: '', lines: [guide.summary] },
      { label: '可以办的日子', lines: [windowText(rulebook, window?.opens, window?.deadline)] },
      {
        label: rulebook.system.reasonLabel,
        lines: route.transferReason === null ? [] : [route.transferReason],
      },
      { label: '申请转入组织', lines: [route.targetHint] },
      { label: '一步一步来', lines: numbered(guide.steps) },
      { label: '动手前准备好', lines: guide.prepare },
      { label: '发给对方的话', lines: guide.tellReceiver === null ? [] : [guide.tellReceiver] },
      { label: '别人常在这里出错', lines: guide.mistakes },
      { label: '要填的', lines: asked },
      { label: '线下手续', lines: offlineStepsOf(rulebook, route).map(({ label }) => label) },
      { label: '拿不准', lines: [guide.askWhom] },
    ],
  };
};

const PAGES: Readonly<Record<FlowId, string>> = {
  'way-picker': '选去向',
  'pre-flight': '动手前查一查',
  'login-help': '登录帮助',
  'refusal-coach': '被退回，怎么办',
  timeout: '到期了',
};

const isFlow = (id: string, { flows }: Rulebook): id is FlowId => id in flows;

const ofFlow = (rulebook: Rulebook, flowId: string, nodeId: string): Shown | undefined => {
  if (!isFlow(flowId, rulebook)) return undefined;
  const node = rulebook.flows[flowId].nodes.find(({ id }) => id === nodeId);
  if (!node) return undefined;
  const page = PAGES[flowId];
  if (isQuestion(node)) {
    const options = node.options.map(({ label, hint = '' }) => ({
      label: '',
      lines: [label, ...(hint ? [hint] : [])],
    }));
    const question = { label: '', lines: [node.question], isTitle: true };
    return { page, said: [question, { label: '', lines: node.help ? [node.help] : [] }, ...options] };
  }
  const { result } = node;
  if (result.kind === 'way') return undefined;
  return {
    page,
    said: [
      { label: '', lines: [result.title], isTitle: true },
      { label: '', lines: [result.text] },
      { label: '', lines: numbered(result.steps ?? []) },
      { label: '可以复制的话', lines: result.copy ? [result.copy] : [] },
    ],
  };
};

const ofQuestion = ({ questions }: Rulebook, id: string): Shown | undefined => {
  const found = questions.find((one) => one.id === id);
  return (
    found && {
      page: '问一问',
      said: [
        { label: '', lines: [found.question], isTitle: true },
        { label: '', lines: found.answer },
        { label: '可以复制的话', lines: found.copy === null ? [] : [found.copy] },
        { label: '拿不准', lines: [found.askWhom] },
      ],
    }
  );
};

const ofSteps = ({ offlineSteps }: Rulebook): Shown => ({
  page: '进度',
  said: offlineSteps.map(({ label, hint }) => ({ label: '线下手续', lines: [label, hint] })),
});

const linesOf = ({ label, value }: { readonly label: string; readonly value: string }) => ({
  label,
  lines: value.split('\n'),
});

const ofTimes = (rulebook: Rulebook): Shown => ({
  page: '进度',
  said: [
    linesOf(clockRow(rulebook)),
    {
      label: '什么时候提醒',
      lines: [
        `期限前 ${rulebook.reminderDays.join('、')} 天，${rulebook.reminderHour} 点`,
        `本季截止前 ${rulebook.seasonReminderDays.join('、')} 天`,
      ],
    },
    { label: '年龄', lines: [`毕业那个月满 ${rulebook.ageLimit} 岁、没有团内职务的，不用转`] },
  ],
});

const ofContacts = ({ contacts = [] }: Rulebook): Shown => ({
  page: '找谁帮忙',
  said: contacts.map(({ name, phone, place, hours }) => ({
    label: name,
    lines: [phone, place, hours].filter(Boolean),
  })),
});

const ofOutcomes = ({ outcomes, postAdvice }: Rulebook): Shown => ({
  page: '进度',
  said: [
    ...Object.values(outcomes).map(({ text }) => ({ label: '到期没处理', lines: [`到期没处理，${text}`] })),
    { label: '有团内职务', lines: [postAdvice] },
  ],
});

const shownOf = (rulebook: Rulebook, { path, group }: Place): Shown | undefined => {
  const [head = '', one = '', part = '', two = ''] = path.split('.');
  if (head === 'ways') {
    const [first] = wayOf(rulebook, one)?.routes ?? [];
    return ofRoute(rulebook, one, part === 'routes' ? two : (first?.id ?? ''));
  }
  if (head === 'flows') return ofFlow(rulebook, one, two);
  if (head === 'questions') return ofQuestion(rulebook, one);
  if (group === 'steps') return ofSteps(rulebook);
  if (group === 'times') return ofTimes(rulebook);
  if (group === 'contacts') return ofContacts(rulebook);
  return group === 'words' ? ofOutcomes(rulebook) : undefined;
};

/** What `after` says differently from `before`, line by line under the same label. */
const marked = (before: readonly Said[], after: readonly Said[]): Block[] => {
  const old = new Set(before.flatMap(({ label, lines }) => lines.map((text) => `${label}\n${text}`)));
  return after
    .filter(({ lines }) => lines.length > 0)
    .map(({ label, lines, isTitle = false }, id) => ({
      id,
      label,
      isTitle,
      lines: lines.map((text) => ({ text, isNew: !old.has(`${label}\n${text}`) })),
    }));
};

/**
 * The page of the first of these places that stands on one; undefined where nobody but the college sees them.
 *
 * @param before what holds now
 * @param after as the draft makes it
 * @param waits something of it has to be mended first
 */
export const previewOf = (
  places: readonly Place[],
  before: Rulebook,
  after: Rulebook,
  waits: boolean,
): Preview | undefined => {
  for (const place of places) {
    const shown = shownOf(after, place);
    if (shown)
      return {
        page: shown.page,
        waits: waits ? '先改好标出来的地方，这里才算数' : '',
        blocks: marked(shownOf(before, place)?.said ?? [], shown.said),
      };
  }
  return undefined;
};

/** The same of what is open, named by its heading; null where there is nothing to see. */
export const previewOfOpen = (
  about: string,
  { places, problems, result }: Draft,
  { holding }: Opened,
): Preview | null => {
  const own = places.filter((place) => place.about === about);
  const waits = problems.some(({ path }) => own.some((place) => place.path === path));
  return previewOf(own, holding, result, waits) ?? null;
};
