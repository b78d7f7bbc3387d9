import { fieldRows, type FieldRow } from '../../../components/field-rows/rows';
import { shownState, type ShownState } from '../../../domain/transfer/shown-state';
import { dayOf, formatChina, momentOf } from '../../../domain/calendar/china-time';
import type { Request, Response } from '../../../contract';
import { daysLeft } from '../../../domain/rules/deadline';
import { UNDO_APPROVAL_MS } from '../../../domain/transfer/approving';
import { stepsFor } from '../../../domain/transfer/lifecycle';
import type { TransferState } from '../../../domain/transfer/states';
import { routeOf, wayOf, type RouteRule, type Rulebook } from '../../../domain/rules/rulebook/index';
import { keepingOf } from '../../../domain/transfer/keeping';
import { followUpWords, keepingWords } from '../../../domain/words/keeping';
import { STATE_WORDS } from '../../../domain/words/states';
import { STEP_WORDS } from '../../../domain/words/steps';
import { contactUnreadableWords, timelineHiddenWords } from '../../../domain/words/unreadable';
import { waitingWords } from '../../../domain/words/waiting';
import { copiesOf } from '../people/copies';
import { REGISTRATION_RETURN_REASONS, returnReasons } from './reasons';
import { BAD_STEPS, historyOf, type HistoryEntry } from '../../../components/timeline/history';
import { reportChoices, type ReportChoice } from '../../../components/report-dialog/reports';

export type DecisionItem = Response<'teacher', 'decision'>['item'];
export type Decision = Request<'teacher', 'decide'>['decision'];

interface ClockView {
  readonly word: string;
  readonly number: string;
  readonly unit: string;
  readonly tone: '' | 'soon' | 'stop';
  readonly strip: 'brand' | 'soon';
  readonly total: number;
  readonly left: number;
  readonly from: string;
  readonly to: string;
}

export interface DecisionView {
  readonly name: string;
  readonly branch: string;
  readonly number: string;
  /** Where they transfer to; empty where none is typed, or none may be shown. */
  readonly organisation: string;
  /** What is typed into 智慧团建, each to be copied. */
  readonly copies: readonly { readonly label: string; readonly text: string }[];
  readonly state: ShownState;
  readonly clock: ClockView | null;
  /** Said instead of a countdown for ways without one. */
  readonly since: string;
  readonly rows: readonly FieldRow[];
  readonly shots: readonly string[];
  /** What to know of the pictures before trusting them; empty when there is nothing to say. */
  readonly shotNotes: readonly string[];
  readonly attempt: { readonly title: string; readonly line: string };
  readonly history: readonly HistoryEntry[];
  /** What of this transfer cannot be shown; empty when all can. */
  readonly unreadable: string;
  /** The one thing to do, or null when there is nothing to decide. */
  readonly main: { readonly decision: 'approve' | 'record'; readonly label: string } | null;
  readonly canReturn: boolean;
  readonly canReopen: boolean;
  /** Whether the college can end it, because nothing will come of it. */
  readonly canClose: boolean;
  /** Whether the approval can still be taken back. */
  readonly canUndo: boolean;
  /** Whether the official list can show them still here, against what was reported. */
  readonly canSayHere: boolean;
  /** Until when the school keeps the relation, and when to get in touch; empty when it keeps none. */
  readonly keeping: string;
  readonly canEndKeeping: boolean;
  /** What the college works in, by its name. */
  readonly system: string;
  /** What the system may show, where that is what the college has to say. */
  readonly reports: readonly ReportChoice[];
  /** Why there is nothing to decide. */
  readonly settled: string;
  readonly reasons: readonly string[];
}

const WORDS = { reasonFine: '一致', nameFine: '名称完整' };

/** Of the others the tag and whose turn it is say all. */
const SETTLED: Record<Exclude<TransferState, 'submitted' | 'returned' | 'approved'>, string> = {
  draft: '本人还在填写，没有要你决定的。',
  planned: '去向选好了，还没到办理的时间。',
  registered: '',
  refused: '改法已经发给本人，改好会再报上来。',
  timedOut: '接收期限到了。请到系统里看一眼，转到了没有。本人也收到了提醒，谁先报都行。',
  lapsed: '对方一直没有处理，系统退回来了。等本人重新发起。',
  accepted: '对方已经接收。',
  recorded: '学院已经登记。',
  withdrawn: '已经撤回或结束，本人还可以重新选去向。',
  completed: '全部办完了。',
};

const clockView = (item: DecisionItem, rulebook: Rulebook, now: number): ClockView | null => {
  if (item.deadlineAt === null || item.initiatedAt === null) return null;
  const left = daysLeft(item.deadlineAt, now);
  const soon = left <= rulebook.soonDays;
  const number = left > 0 ? { word: '还剩', number: String(left), unit: '天' } : null;
  const words = left === 0 ? '今天截止' : `${-left} 天前到期`;
  return {
    ...(number ?? { word: words, number: '', unit: '' }),
    tone: left < 0 ? 'stop' : soon ? 'soon' : '',
    strip: soon ? 'soon' : 'brand',
    total: left < 0 ? 0 : Math.max(left, item.clock?.days ?? 0),
    left: Math.max(0, left),
    from: `${dayOf(item.initiatedAt)} 发起`,
    to: `${momentOf(item.deadlineAt)} 截止`,
  };
};

const attemptOf = (item: DecisionItem): DecisionView['attempt'] => {
  const last = [...item.timeline].sort((a, b) => b.at - a.at).find(({ step }) => BAD_STEPS.includes(step));
  const title = item.attempt > 1 ? `这是第 ${item.attempt} 次提交` : '第一次提交';
  if (!last) return { title, line: '看看经过' };
  const name = last.by.role === 'system' ? '' : last.by.name;
  const who = last.step === 'return' ? `${name}退回过` : `${name}${STEP_WORDS[last.step]}`;
  return { title, line: `${dayOf(last.at)}${who}${last.note ? `：${last.note}` : ''}` };
};

const newest = ({ timeline }: DecisionItem) => [...timeline].sort((a, b) => b.at - a.at)[0];

const turnOf = (item: DecisionItem, route: RouteRule): string => {
  const shown = shownState(item);
  const turn = waitingWords('teacher', { shown, waitsFor: item.waitsFor, hasReceiver: route.receiverClock });
  if (item.state !== 'submitted') return `${STATE_WORDS[shown]}，${turn}。`;
  return item.pending.includes('college') ? `${turn}，批了才到学院。` : `${turn}。`;
};

/** Why there is nothing to decide; a refusal with the receiver's words. */
const settledOf = (item: DecisionItem, route: RouteRule): string => {
  const { state } = item;
  if (state === 'submitted' || state === 'returned' || state === 'approved') return turnOf(item, route);
  const refusal = [...item.timeline].reverse().find(({ step }) => step === 'report-refused');
  const said = state === 'refused' && refusal?.note ? `对方说：${refusal.note}。` : '';
  return said + SETTLED[state];
};

/** What somebody else did to it while the teacher was deciding. */
export const overtakenBy = (item: DecisionItem): string => {
  const last = newest(item);
  const what = last ? `${formatChina(last.at, 'HH:mm')} ${last.by.name}，${STEP_WORDS[last.step]}。` : '';
  return `${what}你的决定没有记下，下面是最新的。`;
};

const mainOf = (steps: readonly string[], more: boolean): DecisionView['main'] => {
  const tail = more ? '，看下一条' : '';
  if (steps.includes('approve')) return { decision: 'approve', label: `批准${tail}` };
  if (steps.includes('record')) return { decision: 'record', label: `登记好了${tail}` };
  return null;
};

const sinceOf = (item: DecisionItem): string => {
  const last = Math.max(0, ...item.timeline.map(({ at }) => at));
  return last > 0 ? `${dayOf(last)} 报上来` : '';
};

/** Nothing waits for WeChat: the teacher decides with what there is. */
const shotNotesOf = ({ screenshots }: DecisionItem): string[] => {
  const hidden = screenshots.filter(({ check }) => check === 'risky').length;
  const unchecked = screenshots.some(({ check }) => check === 'waiting');
  return [
    ...(hidden > 0 ? [`有 ${hidden} 张没通过微信的检查，不在这里显示，已请本人换一张。`] : []),
    ...(unchecked ? ['微信还没检查过，看的时候留意一下。'] : []),
  ];
};

/** The rest is decided all the same. */
const unreadableIn = ({ contactUnreadable, timelineHidden }: DecisionItem): string =>
  contactUnreadableWords(contactUnreadable, 'staff') + timelineHiddenWords(timelineHidden, 'staff');

const keepingLine = (item: DecisionItem, rulebook: Rulebook, route: RouteRule, now: number): string => {
  const keeping = keepingOf(rulebook, route, item);
  if (!keeping) return '';
  const followUp = followUpWords(keeping, now);
  const parts = [
    [keeping.label, keepingWords(keeping)].filter(Boolean).join('，'),
    ...(followUp ? [`下次联系本人：${followUp}`] : []),
  ];
  return `${parts.join('。')}。`;
};

/**
 * One transfer as the teacher decides it. Undefined when the rulebook does not know its way.
 * @param more whether another decision follows this one
 */
export const toDecisionView = (
  item: DecisionItem,
  rulebook: Rulebook,
  more: boolean,
  now: number,
): DecisionView | undefined => {
  const way = wayOf(rulebook, item.wayId);
  const route = routeOf(rulebook, item.wayId, item.routeId);
  if (!way || !route) return undefined;
  const steps = stepsFor(item.state, 'teacher', route, { pending: item.pending });
  const main = mainOf(steps, more);
  const clock = clockView(item, rulebook, now);
  return {
    name: item.memberName,
    branch: item.branchName,
    number: item.studentNumber ?? '',
    organisation: item.fields.organisation ?? '',
    copies: copiesOf(item.memberName, item.studentNumber, item.fields.organisation),
    state: shownState(item),
    clock,
    since: clock ? '' : sinceOf(item),
    rows: fieldRows({ rulebook, way, route, fields: { ...item.fields, initiatedAt: undefined } }, WORDS, {
      ownBranch: item.branchName,
    }),
    shots: item.screenshots.filter(({ check }) => check !== 'risky').map(({ url }) => url),
    shotNotes: shotNotesOf(item),
    attempt: attemptOf(item),
    history: historyOf(item.timeline),
    unreadable: unreadableIn(item),
    main,
    canReturn: main !== null && steps.includes('return'),
    canReopen: steps.includes('reopen'),
    canClose: steps.includes('close'),
    canUndo:
      item.state === 'approved' && item.approvedAt !== null && now - item.approvedAt <= UNDO_APPROVAL_MS,
    canSayHere: item.state === 'accepted',
    keeping: keepingLine(item, rulebook, route, now),
    canEndKeeping: steps.includes('end-keeping'),
    system: rulebook.system.name,
    reports: reportChoices(item),
    settled: main ? '' : settledOf(item, route),
    reasons: main?.decision === 'record' ? REGISTRATION_RETURN_REASONS : returnReasons(rulebook),
  };
};
