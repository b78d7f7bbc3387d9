/** What a graduate is told about their own transfer: what happened, what follows, the one next step. */
import { reasonWords } from '../../words/reason';
import { doorPath, pagePath } from '../pages';
import type { OutcomeWords } from '../../rules/rulebook/timeouts';
import type { NoticeFacts, NoticeSpec } from './facts';
import { dayOf, momentOf } from '../../calendar/china-time';
import { codeFields, deadlineFields, progressFields } from './fields';
import { fitAround } from './fit';
import { teacherNamed } from '../../words/teachers';

const track = () => pagePath('track');
/** What the school works in, by its name. The receiver may work in another one. */
const systemOf = ({ rulebook }: NoticeFacts): string => rulebook.system.name;
/** Who of the school acted, as classmates call them. */
const called = (name: string, { bySecretary }: NoticeFacts): string =>
  bySecretary ? `团支书${name}` : teacherNamed(name);
const schoolOf = (facts: NoticeFacts): string =>
  facts.byName ? called(facts.byName, facts) : facts.bySecretary ? '团支书' : '学院老师';
/** As title and as a field the name may shrink, the verb may not. */
const bySchool = (facts: NoticeFacts, verb: string): string =>
  fitAround(facts.byName ?? (facts.bySecretary ? '' : '学院'), (name) => `${called(name, facts)}${verb}`);
const because = ({ reason }: NoticeFacts): string => (reason ? `${reasonWords(reason)}。` : '');

const left = (days: number | undefined): string =>
  days === undefined ? '快到期了' : days <= 0 ? '今天截止' : `还剩 ${days} 天`;

const outcomeOf = ({ outcome, rulebook }: NoticeFacts): OutcomeWords => outcome ?? rulebook.outcomes.ask;

const deadlineText = (facts: NoticeFacts): string =>
  facts.deadlineAt ? `最晚 ${momentOf(facts.deadlineAt)}，到期没处理，${outcomeOf(facts).text}。` : '';

export const approved: NoticeSpec = {
  title: (facts) => bySchool(facts, '批准了你的转出'),
  text: (facts) =>
    facts.deadlineAt
      ? `下一步等对方接收。${deadlineText(facts)}现在就告诉对方有人在等。`
      : facts.hasReceiver === false
        ? `下一步由上级团组织办理。在${systemOf(facts)}看到结果后，回来告诉我们。`
        : `下一步等对方接收。现在就告诉对方有人在等，在${systemOf(facts)}看到结果后，回来告诉我们。`,
  page: track,
  fields: (facts) =>
    progressFields(
      facts,
      bySchool(facts, '批准了你的转出'),
      facts.bySecretary ? '已批准' : '学院已批准',
      facts.deadlineAt ? `请对方在 ${dayOf(facts.deadlineAt)}前接收` : `留意${systemOf(facts)}的结果`,
    ),
};

const RETURNS = {
  return: { verb: '退回了你的申请', title: () => '学院退回，改好再交一次' },
  reopen: { verb: '重新打开了你的转接', title: () => '还有一处要改，改好再交一次' },
  'report-returned': {
    verb: '看到申请退回来了',
    title: (facts: NoticeFacts) => `${systemOf(facts)}退回了申请，要重新发起`,
  },
} as const;

const returnOf = ({ step }: NoticeFacts) =>
  RETURNS[step === 'reopen' || step === 'report-returned' ? step : 'return'];

/** Title of a return, by who sent it back. */
const returnTitle = (facts: NoticeFacts): string =>
  facts.bySecretary && facts.step === 'return' ? '团支书退回，改好再交一次' : returnOf(facts).title(facts);

/** Whoever saw it on 智慧团建 may be a secretary; the college acts through a teacher. */
const returnedBy = (facts: NoticeFacts): string =>
  facts.step === 'report-returned' ? (facts.byName ?? '老师') : schoolOf(facts);

export const returned: NoticeSpec = {
  title: returnTitle,
  text: (facts) =>
    `${returnedBy(facts)}在 ${momentOf(facts.at)} ${returnOf(facts).verb}。${because(facts)}关系还在学校，没有丢。你填的内容都在，${facts.step === 'report-returned' ? '重新发起以后再交一次' : '改好重新提交'}，不提交就一直转不走。`,
  page: track,
  fields: (facts) =>
    progressFields(
      facts,
      facts.step === 'report-returned'
        ? `${systemOf(facts)}退回了申请`
        : bySchool(facts, returnOf(facts).verb),
      facts.step === 'report-returned' ? '已退回' : facts.bySecretary ? '团支书退回' : '学院退回',
      '打开看原因，改好再提交',
    ),
};

const refusedTitle = ({ hasReceiver }: NoticeFacts): string =>
  hasReceiver === false ? '这次申请被退回了' : '对方退回了这次申请';

export const refused: NoticeSpec = {
  title: refusedTitle,
  text: (facts) =>
    `${momentOf(facts.at)} 看到退回的。关系还在学校，没有丢。${because(facts)}不重新提交，就一直转不走。打开看怎么改。`,
  page: track,
  fields: (facts) =>
    progressFields(
      facts,
      refusedTitle(facts),
      facts.hasReceiver === false ? '被退回' : '对方退回',
      '看怎么改，再提交一次',
    ),
};

const PAPER_LEFT = { text: '还有线下手续，打开看是哪一样、轮到谁办。', next: '还有线下手续，打开看看' };
const hasPaperLeft = ({ paperLeft = 'none' }: NoticeFacts): boolean => paperLeft !== 'none';

/** Whoever stays may have a paper to sign first: the college does not do all the rest. */
export const recorded: NoticeSpec = {
  title: () => '学院已经登记好了',
  text: (facts) =>
    `${schoolOf(facts)}在 ${momentOf(facts.at)} 登记好了你的去向。${hasPaperLeft(facts) ? PAPER_LEFT.text : '后面由学院办，'}去向有变化再告诉我们。`,
  page: (facts) => pagePath(hasPaperLeft(facts) ? 'card' : 'track'),
  fields: (facts) =>
    progressFields(
      facts,
      bySchool(facts, '登记了你的去向'),
      '学院已登记',
      hasPaperLeft(facts) ? PAPER_LEFT.next : '后面由学院办，有变化再来',
    ),
};

/** The college ends what nothing will come of; beginning anew stays open. */
export const caseClosed: NoticeSpec = {
  title: () => '学院结束了你这次办理',
  text: (facts) =>
    `${schoolOf(facts)}在 ${momentOf(facts.at)} 结束了这次办理。${because(facts)}这一次不会再往下走。还要转的话，重新选一个去向；觉得不对，问一下学院老师。`,
  page: track,
  fields: (facts) =>
    progressFields(facts, '学院结束了你这次办理', '学院已结束', '打开看原因，还要转就重选去向'),
};

/** Also where the college found that they are not over age: what it wrote says which. */
export const overAgeRecorded: NoticeSpec = {
  title: () => '学院处理了你的超龄',
  text: (facts) =>
    `${schoolOf(facts)}在 ${momentOf(facts.at)} 处理好了。${facts.reason ? `学院写的是：${facts.reason}。` : ''}觉得不对，问一下学院老师。`,
  page: () => pagePath('overAge'),
  fields: (facts) =>
    progressFields(facts, bySchool(facts, '处理了你的超龄'), '学院已处理', '打开看是怎么处理的'),
};

const takenIn = ({ hasReceiver }: NoticeFacts): string =>
  hasReceiver === false ? '上级已经办好' : '对方已接收';

/** What is left once it has arrived, as a sentence and as the next step of a message. */
const AFTERWARDS: Readonly<Record<NonNullable<NoticeFacts['paperLeft']>, { text: string; next: string }>> = {
  desk: {
    text: '还差《团员证》这一步：带《团员证》和转出页面截图去学院，不办的话《团员证》上没有转出记录。',
    next: '带《团员证》和截图去学院',
  },
  other: PAPER_LEFT,
  none: { text: '不用再办别的了，记住团关系转到了哪里。', next: '全部办完，不用再操作' },
};
const afterwards = ({ paperLeft = 'desk' }: NoticeFacts) => AFTERWARDS[paperLeft];

export const accepted: NoticeSpec = {
  title: (facts) => `${takenIn(facts)}，团关系到了`,
  text: (facts) => `${dayOf(facts.at)} 看到${takenIn(facts)}。${afterwards(facts).text}`,
  page: ({ paperLeft }) => pagePath(paperLeft === 'none' ? 'track' : 'card'),
  fields: (facts) =>
    progressFields(facts, `${takenIn(facts)}，团关系到了`, takenIn(facts), afterwards(facts).next),
};

/** The official list has disproved that it arrived: what they did for the last step is to be done once more. */
export const stillHere: NoticeSpec = {
  title: () => '名单上你还没转出去',
  text: (facts) =>
    `${schoolOf(facts)}在 ${momentOf(facts.at)} 对照${systemOf(facts)}的名单，你的团关系还在学校，先前记的“已转到”不算数。${facts.hasReceiver === false ? `登录${systemOf(facts)}看一眼，把结果告诉我们` : '请对方在系统里接收；已经接收了，回来告诉我们'}。觉得不对，问一下学院老师。`,
  page: track,
  fields: (facts) =>
    progressFields(
      facts,
      '名单上你还没转出去',
      '还在学校',
      facts.hasReceiver === false ? `看${systemOf(facts)}，回来报结果` : '请对方在系统里接收',
    ),
};

export const deadlineNear: NoticeSpec = {
  title: (facts) => `${left(facts.days)}，对方还没接收`,
  text: (facts) => `${deadlineText(facts)}现在就请对方在系统里接收，话已经替你写好，复制就行。`,
  page: track,
  fields: (facts) =>
    deadlineFields(facts, facts.deadlineAt ?? facts.at, {
      about: `${left(facts.days)}，对方还没接收`,
      consequence: outcomeOf(facts).short,
      next: '请对方在系统里接收',
    }),
};

export const timedOut: NoticeSpec = {
  title: (facts) => `到期了，看看${systemOf(facts)}`,
  text: (facts) =>
    `${momentOf(facts.deadlineAt ?? facts.at)} 已到期，按规则${outcomeOf(facts).past}。登录${systemOf(facts)}看一眼，把结果告诉我们，才能接着办下一步。`,
  page: track,
  fields: (facts) =>
    deadlineFields(facts, facts.deadlineAt ?? facts.at, {
      about: '到期了，还没有结果',
      consequence: outcomeOf(facts).pastShort,
      next: `看${systemOf(facts)}，回来报结果`,
    }),
};

export const seasonNear: NoticeSpec = {
  title: (facts) => `${left(facts.days)}，你的团关系还没转`,
  text: (facts) =>
    facts.isOwnDay
      ? `你选的去向要在 ${dayOf(facts.seasonDeadlineAt ?? facts.at)}前发起。现在花几分钟，从下一步开始。`
      : `学院请大家在 ${dayOf(facts.seasonDeadlineAt ?? facts.at)}前办完。离校以后再办，要找人、找章都更难。现在花几分钟，从下一步开始。`,
  page: () => pagePath('home'),
  fields: (facts) =>
    deadlineFields(facts, facts.seasonDeadlineAt ?? facts.at, {
      about: `${left(facts.days)}，你的团关系还没转`,
      consequence: facts.isOwnDay ? '过了那天，发起会更麻烦' : '离校后再办，会更麻烦',
      next: '打开小程序，做下一步',
    }),
};

/** Nothing ends by itself here: it stays as it is until somebody acts. */
const waitedFor = ({ days = 0, hasReceiver }: NoticeFacts): string =>
  hasReceiver === false ? `上级团组织办了 ${days} 天，看看结果` : `等了 ${days} 天，对方还没接收`;

export const stillWaiting: NoticeSpec = {
  title: waitedFor,
  text: (facts) =>
    facts.hasReceiver === false
      ? `学院批准已经 ${facts.days ?? 0} 天。登录${systemOf(facts)}看一眼，办好了就回来告诉我们；还没有结果，问一下学院老师。`
      : `学院批准已经 ${facts.days ?? 0} 天，对方不接收，关系就一直停在中间。请对方在系统里接收，话已经替你写好，复制就行；已经接收了，回来告诉我们。`,
  page: track,
  fields: (facts) =>
    progressFields(
      facts,
      waitedFor(facts),
      facts.hasReceiver === false ? '等上级办理' : '等对方接收',
      facts.hasReceiver === false ? `看${systemOf(facts)}，回来报结果` : '请对方在系统里接收',
    ),
};

/** The season’s last day; empty once it is over. */
const dayToCome = ({ seasonDeadlineAt, at }: NoticeFacts): string =>
  seasonDeadlineAt && seasonDeadlineAt > at ? dayOf(seasonDeadlineAt) : '';

export const nudged: NoticeSpec = {
  title: (facts) => fitAround(facts.byName ?? '团支书', (name) => `${name}请你接着办团关系转接`),
  text: (facts) =>
    dayToCome(facts)
      ? `学院请大家在 ${dayToCome(facts)}前办完，你还差几步。打开首页，先做现在这一步。`
      : '你还差几步没有办。打开首页，先做现在这一步。',
  page: () => pagePath('home'),
  fields: (facts) =>
    progressFields(
      facts,
      fitAround(facts.byName ?? '团支书', (name) => `${name}请你接着办转接`),
      '还没办完',
      dayToCome(facts) ? `${dayToCome(facts)}前办完，先做下一步` : '打开小程序，做下一步',
    ),
};

export const codeIssued: NoticeSpec = {
  title: () => '重置密码验证码拿到了',
  text: (facts) =>
    `${facts.byName ?? '团支书'}替你拿到了验证码${facts.expiresAt ? `，${momentOf(facts.expiresAt)} 失效，过期要再要一次` : ''}。先打开${systemOf(facts)}，再回来点开看。`,
  page: () => doorPath('loginHelp'),
  fields: (facts) =>
    codeFields(facts, '重置密码验证码拿到了', facts.byName ?? '团支书', '打开小程序看，只显示一次'),
};

/** Who ended it is the college, also while the secretary had not answered yet. */
export const codeClosed: NoticeSpec = {
  title: () => '这次没有拿到验证码',
  text: (facts) =>
    `学院老师在 ${momentOf(facts.at)} 结束了你的求助，没有给验证码。${because(facts)}还登录不了，可以再要一次，或者直接问学院团委。`,
  page: () => doorPath('loginHelp'),
  fields: (facts) => codeFields(facts, '这次没有拿到验证码', '学院老师', '看原因，可以再要一次'),
};
