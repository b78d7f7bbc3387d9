import type { HistoryEntry } from '../../components/timeline/history';
import { momentOf } from '../../domain/calendar/china-time';
import type { Answers } from '../../domain/rules/flow';
import { hasDeadline, stepsFor } from '../../domain/transfer/lifecycle';
import { shownState, type ShownState } from '../../domain/transfer/shown-state';
import { STATE_WORDS } from '../../domain/words/states';
import { schoolIsLate } from '../../domain/words/waiting';
import { timelineHiddenWords } from '../../domain/words/unreadable';
import type { HomeResponse } from '../../services/own-transfer';
import { countdownOf, stripOf, type Countdown, type Strip } from '../journey/countdown';
import { factsOf, onlyTellsAge, turnWords, type Facts } from '../journey/facts';
import { toFlowView, type FlowView } from '../journey/flow-view';
import { pathOf } from '../journey/path';
import { isUnnamed, receiverWords, tagWords } from '../journey/receiver-words';
import { refusalAnswers } from '../journey/report-words';
import { attemptsOf, type AttemptView } from './attempts';
import { historyOf } from './history';
import { choicesOf, type Choice } from './choices';
import { collegeOf, nextOf, refusalOf, type CollegeSteps, type Next, type Refusal } from './ways-on';

interface TrackCountdown {
  readonly step: string;
  readonly state: ShownState;
  readonly tag: string;
  readonly number: string;
  readonly unit: string;
  readonly headline: string;
  readonly tone: Countdown['tone'];
  readonly lines: readonly string[];
  /** A sentence below them; empty for none. */
  readonly note: string;
  readonly strip: Strip | null;
}

/** Nothing to follow yet, with what comes first. */
interface Empty {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly page: 'loginHelp' | 'wayPicker' | 'overAge';
}

export interface TrackView {
  readonly empty: Empty | null;
  readonly card: TrackCountdown;
  /** The reason of a return. */
  readonly reason: { readonly title: string; readonly text: string; readonly action: string } | null;
  /** A refusal: who saw it and when, and why; it stands in the place of the countdown. */
  readonly refusal: Refusal | null;
  /** The one thing to do while nobody else is at it. */
  readonly next: Next | null;
  /** What the college does, and what stays to be done, on ways it handles. */
  readonly college: CollegeSteps | null;
  /** “智慧团建现在显示什么？” with its report buttons. */
  readonly question: {
    readonly title: string;
    readonly text: string;
    readonly accepted: string;
    readonly refused: string;
    readonly isMain: boolean;
  } | null;
  /** What to do about a refusal, or what 智慧团建 shows after the last day. */
  readonly flow: FlowView | null;
  /** What the school works in, by its name. */
  readonly system: string;
  readonly attempt: string;
  readonly attempts: readonly AttemptView[];
  readonly history: readonly HistoryEntry[];
  /** Entries of the history that cannot be shown; empty when all can. */
  readonly hidden: string;
  /** Quiet choices at the end, top to bottom. */
  readonly choices: readonly Choice[];
}

const HEADLINES: Partial<Record<ShownState, string>> = {
  planned: '还没到办理的时间',
  lapsed: '关系还在学校',
  draft: '还没有提交',
  returned: '改好再交一次',
  refused: '关系还在学校',
  recorded: '学院已经登记',
  withdrawn: '这次申请已撤回',
  closed: '学院结束了这次办理',
  completed: '全部办完',
};

/** What becomes of it by itself is said of the receiver alone: before the school approves, nobody has it there. */
const linesOf = ({ state, outcome }: Facts, overdue: boolean, until: string): string[] => {
  if (overdue) return [`${until} 到期`];
  const then = state === 'submitted' ? '学校批了才到对方' : outcome.short.replace(/申请的组织$/, '');
  return [`${until} 截止`, then];
};

const cardOf = (facts: Facts): TrackCountdown => {
  const { state, transfer, route, now, rulebook } = facts;
  const shown = shownState(transfer);
  const base = { step: pathOf(facts).current, state: shown, tag: tagWords(shown, route), strip: null };
  if (!transfer?.deadlineAt || !hasDeadline(state)) {
    const headline =
      state === 'accepted'
        ? receiverWords(route).hasAccepted
        : (HEADLINES[shown] ?? HEADLINES[transfer?.state ?? 'none'] ?? turnWords(facts));
    return { ...base, number: '', unit: '', headline, tone: 'brand', lines: [], note: '' };
  }
  const { number, unit, tone, overdue } = countdownOf(transfer.deadlineAt, now, rulebook.soonDays);
  const lines = linesOf(facts, overdue, momentOf(transfer.deadlineAt));
  const note = (overdue && schoolIsLate('graduate', transfer, now)) || '';
  return {
    ...base,
    number,
    unit,
    headline: '',
    // Red is for what went wrong with the request; here only the school is late.
    tone: note ? 'soon' : tone,
    lines,
    note,
    strip: stripOf(facts, 'M月D日'),
  };
};

const questionOf = ({ state, route, system }: Facts): TrackView['question'] => {
  const reports = stepsFor(state, 'graduate', route ?? undefined).includes('report-accepted');
  if (!reports || state === 'timedOut') return null;
  const words = receiverWords(route);
  return {
    title: `${system}现在显示什么？`,
    accepted: words.accepted,
    refused: words.refused,
    isMain: state === 'approved',
    text:
      state === 'submitted' ? `${words.isFaster}看到结果，随时告诉我们。` : '登录看一眼，把结果告诉我们。',
  };
};

/** Where a flow opens: the coach begins at the reason that was reported. */
export const openingAnswers = (facts: Facts): Answers =>
  facts.state === 'refused' ? refusalAnswers(facts) : {};

const flowOf = (facts: Facts, given: Answers | null): FlowView | null => {
  const { state, rulebook, response } = facts;
  const context = { system: rulebook.system, name: response.member.name };
  const answers = given ?? openingAnswers(facts);
  if (state === 'refused' && isUnnamed(facts.route)) return null;
  if (state === 'refused') return toFlowView(rulebook.flows['refusal-coach'], answers, context);
  return state === 'timedOut' ? toFlowView(rulebook.flows.timeout, answers, context) : null;
};

const reasonOf = ({ state, transfer, teacher }: Facts): TrackView['reason'] => {
  if (state === 'lapsed') {
    const whose =
      shownState(transfer) === 'lapsed' ? '对方一直没有处理' : '学校还没批完就到期了，不是你的问题';
    const text = transfer?.reason ?? `${whose}。关系还在学校，没有丢。`;
    return { title: '系统退回来了', text, action: '重新发起' };
  }
  if (state !== 'returned') return null;
  return {
    title: `${STATE_WORDS[shownState(transfer)]}的原因`,
    text: transfer?.reason ?? `没有写原因，请问${teacher}`,
    action: '去修改',
  };
};

const emptyOf = (facts: Facts): Empty | null => {
  const { state, response, rulebook, system } = facts;
  if (state !== 'none') return null;
  if (onlyTellsAge(facts))
    return {
      title: '你不用转团关系',
      text: `到毕业那个月你满 ${rulebook.ageLimit} 岁。跟学院说一声就行，办到哪里也在那一页看。`,
      action: '看年龄情况',
      page: 'overAge',
    };
  return response.loginConfirmedAt === null
    ? {
        title: '还没有开始',
        text: `先登录一次${system}，之后每一步都记在这里。`,
        action: '去登录',
        page: 'loginHelp',
      }
    : {
        title: '还没有选去向',
        text: '选好去向、提交以后，每一步都记在这里。',
        action: '去选去向',
        page: 'wayPicker',
      };
};

/**
 * @param now epoch ms, the cloud's clock
 * @param answers to the flow the page shows; null until the person has touched it
 */
export const toTrackView = (response: HomeResponse, now: number, answers: Answers | null): TrackView => {
  const facts = factsOf(response, now);
  const { transfer } = facts;
  return {
    empty: emptyOf(facts),
    card: cardOf(facts),
    reason: reasonOf(facts),
    refusal: refusalOf(facts),
    next: nextOf(facts),
    college: collegeOf(facts),
    question: questionOf(facts),
    flow: flowOf(facts, answers),
    system: facts.system,
    attempt: transfer && transfer.attempt > 0 ? `第 ${transfer.attempt} 次提交` : '',
    attempts: attemptsOf(facts),
    history: historyOf(facts),
    hidden: timelineHiddenWords(transfer?.timelineHidden, 'graduate'),
    choices: choicesOf(facts),
  };
};
