/** What a secretary or a teacher is told: who waits, since when, and what happens if nobody answers. */
import { reasonWords } from '../../words/reason';
import { pagePath } from '../pages';
import { escalationToTeacher } from '../../words/escalations';
import { waitingWords } from '../../words/waiting';
import type { NoticeFacts, NoticeSpec, WaitedFor } from './facts';
import { momentOf } from '../../calendar/china-time';
import { taskFields } from './fields';
import { fitAround } from './fit';

const about = (sentence: (name: string) => string) => (facts: NoticeFacts) =>
  fitAround(facts.memberName, sentence);

/** What the school works in, by its name. */
const systemOf = ({ rulebook }: NoticeFacts): string => rulebook.system.name;

/** Name first: the branch is cut before the person is. */
const whoOf = ({ memberName, branchName }: NoticeFacts): string =>
  branchName
    ? fitAround(branchName, (branch) => `${fitAround(memberName, (name) => name, 10)}，${branch}`)
    : memberName;

/** Of the one table of whose turn it is: what the reader is waited for. */
const turnOf = (waits: WaitedFor, { audience }: NoticeFacts): string => {
  if (waits === 'code') return '等你填验证码';
  if (waits === 'over-age') return '等你处理超龄';
  // What is left on paper is told to the staff where it waits for the college.
  const turn = { shown: waits, waitsFor: 'college' } as const;
  return waitingWords(audience === 'secretary' ? 'secretary' : 'teacher', turn);
};
const approval = (facts: NoticeFacts): string =>
  turnOf(facts.audience === 'secretary' ? 'with-secretary' : 'submitted', facts);

const secretaryCodes = () => pagePath('secretaryDesk', { tab: 'codes' });
const secretaryBranch = () => pagePath('secretaryDesk', { tab: 'branch' });
const teacherQueue = (kind: string) => () => pagePath('teacherDesk', { kind });
const decision = (facts: NoticeFacts): string =>
  facts.transferId ? pagePath('teacherDecision', { transferId: facts.transferId }) : pagePath('teacherDesk');

const escalation = (facts: NoticeFacts): string =>
  facts.escalatesAt
    ? `${momentOf(facts.escalatesAt)} 还没填，会转给学院老师。`
    : '一直没填，会转给学院老师。';

export const codeRequested: NoticeSpec = {
  title: about((name) => `${name}在等重置密码验证码`),
  text: (facts) =>
    `${facts.memberName}忘了${systemOf(facts)}的密码，等你帮忙。${escalation(facts)}怎么拿，工作台里写着，拿到填进来就行。`,
  page: secretaryCodes,
  fields: (facts) => taskFields(facts, '有同学在等验证码', whoOf(facts), '拿到验证码，填进来'),
};

export const codeWaiting: NoticeSpec = {
  title: about((name) => `${name}的验证码还没填`),
  text: (facts) =>
    `${facts.memberName}还登录不了${systemOf(facts)}。${escalation(facts)}拿不到也没关系，点“转给老师”就行。`,
  page: secretaryCodes,
  fields: (facts) => taskFields(facts, '验证码还没填，快转老师了', whoOf(facts), '填验证码，或转给老师'),
};

export const codeEscalated: NoticeSpec = {
  title: about((name) => `${name}在等你填验证码`),
  text: (facts) =>
    `${facts.memberName}登录不了${systemOf(facts)}，${escalationToTeacher(facts.escalationCause)}。${facts.reason ? `说明：${facts.reason}。` : ''}登录不了，下一步就办不成。请在待办里填上。`,
  page: teacherQueue('code'),
  fields: (facts) => taskFields(facts, '有同学在等你填验证码', whoOf(facts), '填验证码，同学才能登录'),
};

/** 去向, as far as whoever reads it may know. */
const wayOfIt = ({ audience, isCollegeAffair, wayLabel }: NoticeFacts): string => {
  if (audience === 'secretary' && isCollegeAffair) return '，去向由学院办理';
  return wayLabel ? `，去向是“${wayLabel}”` : '';
};

/** Where no receiver is named there is neither a picture nor a name to look at. */
const toCheck = ({ hasReceiver }: NoticeFacts): string =>
  hasReceiver === false ? '请看一眼再批' : '请核对截图和名称';
const shortCheck = ({ hasReceiver }: NoticeFacts): string =>
  hasReceiver === false ? '看一眼，再批准' : '核对截图和名称，再批准';

/** Why it is urgent, with the receiver's clock as it stands. */
const urgency = ({ deadlineAt, at }: NoticeFacts): string => {
  if (!deadlineAt) return '批准以后才会往下办。';
  return deadlineAt > at
    ? `接收期限 ${momentOf(deadlineAt)}，批得越晚，留给对方的时间越少。`
    : `接收期限 ${momentOf(deadlineAt)} 已经过了，学校还没有批。`;
};

export const approvalWaiting: NoticeSpec = {
  title: (facts) => fitAround(facts.memberName, (name) => `${name}的转出${approval(facts)}`),
  text: (facts) => `${whoOf(facts)}${wayOfIt(facts)}。${urgency(facts)}${toCheck(facts)}。`,
  page: (facts) => (facts.audience === 'secretary' ? secretaryBranch() : decision(facts)),
  fields: (facts) => taskFields(facts, `有转出申请${approval(facts)}`, whoOf(facts), shortCheck(facts)),
};

/** By the graduate, after the usual time has passed. */
export const approvalAsked: NoticeSpec = {
  ...approvalWaiting,
  title: about((name) => `${name}请你先批`),
  fields: (facts) => taskFields(facts, '同学等了很久，请先批', whoOf(facts), shortCheck(facts)),
};

export const registrationWaiting: NoticeSpec = {
  title: (facts) => fitAround(facts.memberName, (name) => `${name}的去向${turnOf('registered', facts)}`),
  text: (facts) => `${whoOf(facts)}${wayOfIt(facts)}。这种去向要由学院登记，没登记就不会往下办。`,
  page: decision,
  fields: (facts) =>
    taskFields(
      facts,
      `有去向${turnOf('registered', facts)}`,
      whoOf(facts),
      `在${systemOf(facts)}登记后点已登记`,
    ),
};

const sentBack = ({ hasReceiver }: NoticeFacts): string => (hasReceiver === false ? '被退回' : '被对方退回');

/** 待办, as the queue has it: the graduate corrects the request, the college knows the right name. */
export const refusalWaiting: NoticeSpec = {
  title: (facts) => fitAround(facts.memberName, (name) => `${name}的转接${sentBack(facts)}`),
  text: (facts) =>
    `${whoOf(facts)}，${momentOf(facts.at)} 看到的。${facts.reason ? `${reasonWords(facts.reason)}。` : ''}关系还在学校，改好重交之前不会转走。请看看要不要帮忙${facts.hasReceiver === false ? '' : '核对名称'}。`,
  page: decision,
  fields: (facts) =>
    taskFields(
      facts,
      `有转接${sentBack(facts)}`,
      whoOf(facts),
      facts.hasReceiver === false ? '看原因，帮同学问一问' : '看原因，帮同学核对名称',
    ),
};

/** What was under way is closed; on the system the old request may still lie with its receiver, or in a list. */
export const situationChanged: NoticeSpec = {
  title: about((name) => `${name}的情况变了`),
  text: (facts) =>
    `${whoOf(facts)}${facts.wayLabel ? `，改成“${facts.wayLabel}”` : ''}。原来那一次按撤回处理，改好会再交上来。请看一眼：系统里原来的申请撤回了没有，登记过的名单要不要改。`,
  page: decision,
  fields: (facts) => taskFields(facts, '有同学的情况变了', whoOf(facts), '看原来的申请撤回没有'),
};

/** No transfer moves by it: whoever has reached the age limit is put down on a list by hand. */
export const overAgeReported: NoticeSpec = {
  title: about((name) => `${name}说自己超龄了`),
  text: (facts) =>
    `${whoOf(facts)}，${momentOf(facts.at)} 报的。毕业时到了年龄上限的不用转接，由学院上报。请核对出生年月，记进名单，再从待办拿掉；弄错了的，也告诉 TA 一声。`,
  page: teacherQueue('overAge'),
  fields: (facts) => taskFields(facts, '有同学说自己超龄了', whoOf(facts), '核对出生年月，记进名单'),
};

/** A digest of what is overdue, or of all that waits for somebody who could not be told at once. */
const digestTitle = ({ count = 1, isOverdue = true }: NoticeFacts): string =>
  isOverdue ? `有 ${count} 条等了很久` : `有 ${count} 条在等你`;

const digestWaiting = ({ count = 1, isOverdue = true, rulebook }: NoticeFacts): string =>
  isOverdue
    ? `${count} 条已经等了 ${rulebook.escalateAfterHours} 小时以上，同学这边停在原地。`
    : `${count} 条在等你，没能马上告诉你。同学要等你办完才能往下走。`;

const oldestWaits = (facts: NoticeFacts): string => (facts.waits ? `，${turnOf(facts.waits, facts)}` : '');

export const digest: NoticeSpec = {
  title: digestTitle,
  text: (facts) =>
    `${digestWaiting(facts)}最早的是${whoOf(facts)}${oldestWaits(facts)}。打开待办，从最上面一条开始。`,
  page: (facts) => {
    if (facts.audience === 'teacher') return pagePath('teacherDesk');
    return facts.waits === 'with-secretary' ? secretaryBranch() : secretaryCodes();
  },
  fields: (facts) => taskFields(facts, digestTitle(facts), whoOf(facts), '打开待办，从最上面开始'),
};
