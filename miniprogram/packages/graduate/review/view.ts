import { fieldRows, type FieldRow, type Own } from '../../../components/field-rows/rows';
import { formatChina, momentOf } from '../../../domain/calendar/china-time';
import { receiverClockOf } from '../../../domain/rules/deadline';
import { checkFields, withoutForbidden } from '../../../domain/rules/fields/check';
import { judgeInitiatedAt, type InitiatedAtFacts } from '../../../domain/rules/initiated-at';
import type { SubmissionFields } from '../../../domain/rules/fields/catalogue';
import type { TemplateKey } from '../../../domain/reminding/kinds';
import {
  asksNothing,
  mayHold,
  routeOf,
  wayOf,
  type RouteRule,
  type Rulebook,
} from '../../../domain/rules/rulebook/index';
import { deskStepOf } from '../../../domain/rules/rulebook/offline-steps';
import type { ReceiverClock } from '../../../domain/rules/rulebook/timeouts';
import { approvalsTitle } from '../../../domain/words/waiting';
import type { Draft } from '../../../services/draft-store';
import type { HomeResponse } from '../../../services/own-transfer';
import { toFields } from '../form/to-fields';

type Transfer = NonNullable<HomeResponse['transfer']>;

interface NextStep {
  readonly title: string;
  readonly text: string;
}

export interface ReviewView {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly FieldRow[];
  readonly shots: readonly string[];
  readonly asksShots: boolean;
  readonly nextTitle: string;
  readonly next: readonly NextStep[];
  readonly reminder: { readonly title: string; readonly text: string };
  /** What leads back: to what was filled in, where anything was. */
  readonly back: string;
  readonly submit: string;
  readonly again: string;
  /** What is missing, when somebody came here too early; empty when all is there. */
  readonly missing: string;
  /** What is asked before handing in, when something looks like a slip; empty when nothing does. */
  readonly question: string;
}

/** What goes to the cloud, beside the version. */
interface Submission {
  readonly fields: SubmissionFields;
  readonly screenshots: readonly string[];
}

const WORDS = { reasonFine: '和这个去向的要求一致', nameFine: '像一个完整的团支部名称' };

const untilWhen = ({ outcomes, system }: Rulebook, clock: ReceiverClock | null): string =>
  clock
    ? `最晚 ${momentOf(clock.deadlineAt)}，到期${outcomes[clock.outcome].short}`
    : `隔几天登录${system.name}看一眼`;

const nextSteps = (route: RouteRule, rulebook: Rulebook, fields: SubmissionFields): NextStep[] => {
  if (route.handledBy === 'college') {
    const [, first = '学院登记', ...rest] = route.guide.steps;
    return [{ title: first, text: '结果会发到消息里' }, ...rest.map((title) => ({ title, text: '' }))];
  }
  const steps: NextStep[] = [{ title: approvalsTitle(route.approvals), text: '结果会发到消息里' }];
  if (route.receiverClock && fields.initiatedAt !== undefined) {
    const started = { initiatedAt: fields.initiatedAt, region: fields.region?.names };
    steps.push({ title: '对方接收', text: untilWhen(rulebook, receiverClockOf(rulebook, route, started)) });
  }
  if (!route.receiverClock) {
    steps.push({ title: '等上级团组织办理', text: `隔几天登录${rulebook.system.name}看一眼` });
  }
  const desk = deskStepOf(rulebook, route);
  if (desk) steps.push({ title: desk.label, text: desk.hint });
  return steps;
};

const leadOf = (route: RouteRule, { system }: Rulebook): string => {
  if (route.handledBy === 'college') return '没有错，就报给学院。';
  return route.required.includes('organisation')
    ? `名称写错最难补救，请对着${system.name}逐字看。`
    : `请对着${system.name}看一遍，没有错再提交。`;
};

const reminderOf = (route: RouteRule, rulebook: Rulebook): ReviewView['reminder'] => {
  const days = rulebook.reminderValue.find((value): value is number => typeof value === 'number');
  if (!route.receiverClock) {
    const asked = route.handledBy === 'college' ? '报给学院' : '提交';
    return {
      title: '有结果时让微信告诉你',
      text: `点${asked}时微信会问一次。选允许，学院有了结果就告诉你。`,
    };
  }
  const when = days === undefined ? '到期时' : `剩 ${days} 天和到期时`;
  return { title: '到期前让微信提醒你', text: `点提交时微信会问一次。选允许，我们会在${when}叫你。` };
};

/** Templates to ask consent for at the tap on 提交. */
export const remindersFor = (route: RouteRule): TemplateKey[] =>
  route.receiverClock ? ['deadline', 'progress'] : ['progress'];

const submissionOf = (route: RouteRule, draft: Draft, screenshots: readonly string[]): Submission => ({
  fields: withoutForbidden(route, toFields(draft)),
  screenshots: mayHold(route, 'screenshots') ? screenshots : [],
});

/** The day as it was typed, with its year: that is where people slip. */
const questionAbout = ({ initiatedAt }: SubmissionFields, facts: InitiatedAtFacts): string =>
  initiatedAt !== undefined && judgeInitiatedAt(initiatedAt, facts) === 'odd'
    ? `你填的发起时间是 ${formatChina(initiatedAt, 'YYYY年M月D日')}，确定吗？`
    : '';

export interface Review {
  readonly view: ReviewView;
  readonly submission: Submission;
  readonly route: RouteRule;
}

/**
 * The last look before handing in. Undefined when the rulebook does not know the way.
 * @param shots screenshots in the cloud, with what `<image>` can show
 */
export const toReview = (
  rulebook: Rulebook,
  transfer: Transfer,
  draft: Draft,
  shots: readonly { readonly fileId: string; readonly src: string }[],
  { own, ...facts }: InitiatedAtFacts & { readonly own: Own },
): Review | undefined => {
  const way = wayOf(rulebook, transfer.wayId);
  const route = routeOf(rulebook, transfer.wayId, transfer.routeId);
  if (!way || !route) return undefined;
  const submission = submissionOf(
    route,
    draft,
    shots.map(({ fileId }) => fileId),
  );
  const failures = checkFields(
    rulebook,
    way.id,
    route.id,
    submission.fields,
    submission.screenshots.length,
    facts,
  );
  const byCollege = route.handledBy === 'college';
  const view: ReviewView = {
    title: '最后看一遍',
    lead: asksNothing(route) ? `什么都不用填。${route.guide.summary}` : leadOf(route, rulebook),
    rows: fieldRows({ rulebook, way, route, fields: submission.fields }, WORDS, own),
    shots: submission.screenshots.length > 0 ? shots.map(({ src }) => src) : [],
    asksShots: route.required.includes('screenshots'),
    nextTitle: byCollege ? '报上去以后' : '提交以后',
    next: nextSteps(route, rulebook, submission.fields),
    reminder: reminderOf(route, rulebook),
    back: asksNothing(route) ? '先不报' : '返回修改',
    submit: byCollege ? '报给学院' : '确认提交',
    again: '再试一次',
    missing: failures.length > 0 ? '还有没填好的地方，先回去补上。' : '',
    question: questionAbout(submission.fields, facts),
  };
  return { view, submission, route };
};
