import { dayOf, momentOf } from '../../domain/calendar/china-time';
import type { StateOrNone } from '../../domain/transfer/lifecycle';
import type { TransferStep } from '../../domain/transfer/steps';
import { countdownOf } from './countdown';
import { startsAtOnce } from '../../domain/rules/rulebook/timeouts';
import { shownState } from '../../domain/transfer/shown-state';
import { approvalsTitle } from '../../domain/words/waiting';
import { receiverWords } from './receiver-words';
import { opensWords, turnWords, type Facts } from './facts';

type StepId = 'login' | 'choose' | 'fill' | 'submit' | 'approve' | 'receive' | 'card' | 'register' | 'record';

export interface PathStep {
  readonly mark: 'done' | 'current' | 'bad' | 'later';
  readonly title: string;
  readonly side: string;
  readonly hint: string;
}

export interface Path {
  readonly title: string;
  readonly position: string;
  readonly steps: readonly PathStep[];
  /** “第 6 步，等对方接收” for other pages; empty when everything is done. */
  readonly current: string;
}

const BY_GRADUATE: readonly StepId[] = ['login', 'choose', 'fill', 'submit', 'approve', 'receive', 'card'];
/** Where the 《团员证》 stands, for its own page. */
export const CARD_POSITION = `第 ${BY_GRADUATE.length} 步，最后一步`;
const BY_COLLEGE: readonly StepId[] = ['login', 'choose', 'fill', 'register', 'record'];
const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The step of the path a state stands on; `end` is past the last one. */
const CURRENT: Record<StateOrNone, StepId | 'end'> = {
  none: 'choose',
  planned: 'fill',
  draft: 'fill',
  submitted: 'approve',
  returned: 'fill',
  approved: 'receive',
  refused: 'receive',
  timedOut: 'receive',
  lapsed: 'receive',
  accepted: 'card',
  registered: 'record',
  recorded: 'end',
  withdrawn: 'choose',
  completed: 'end',
};

const TITLES: Record<Exclude<StepId, 'login'>, string> = {
  choose: '选好去向',
  fill: '填写并截图',
  submit: '提交',
  approve: '学院审批',
  receive: '等对方接收',
  card: '《团员证》转出',
  register: '报给学院',
  record: '学院登记',
};

/** The entry of the timeline that finished a step. */
const FINISHED_BY: Record<Exclude<StepId, 'login'>, readonly (TransferStep | 'initiated')[]> = {
  choose: ['choose-way'],
  fill: ['submit', 'register'],
  submit: ['submit'],
  approve: ['approve'],
  receive: ['report-accepted'],
  card: ['complete'],
  register: ['register'],
  record: ['record'],
};

const stepsOf = ({ route, desk }: Facts): readonly StepId[] => {
  if (route?.handledBy === 'college') return BY_COLLEGE;
  return desk ? BY_GRADUATE : BY_GRADUATE.filter((id) => id !== 'card');
};

const loginTitle = (system: string): string => `登录${system}`;

const titleOf = (id: StepId, { route, system }: Facts): string => {
  if (id === 'login') return loginTitle(system);
  if (id === 'approve' && route) return approvalsTitle(route.approvals);
  if (id === 'receive' && route && !route.receiverClock) return '等上级团组织办理';
  if (id === 'fill' && route?.handledBy === 'college') return '填写情况';
  return TITLES[id];
};

const finishedAt = (id: StepId, { response, transfer }: Facts): number | null => {
  if (id === 'login') return response.loginConfirmedAt;
  const ending = FINISHED_BY[id];
  const entries = (transfer?.timeline ?? []).filter(({ step }) => ending.some((each) => each === step));
  return entries.length > 0 ? Math.max(...entries.map(({ at }) => at)) : null;
};

const currentHint = (id: StepId, facts: Facts): string => {
  const { state, transfer, route, now, rulebook, teacher, wayLabel, desk } = facts;
  if (state === 'returned') return '按退回的意见改好，再交一次';
  if (state === 'refused') return `${receiverWords(route).hasRefused}，改好再交一次`;
  if (state === 'lapsed') {
    const why = shownState(transfer) === 'lapsed' ? '对方没处理' : '学校还没批完';
    return `${why}，系统退回来了，重新发起一次`;
  }
  if (state === 'planned') return opensWords(facts);
  if (id === 'receive' && transfer?.deadlineAt) {
    const until = momentOf(transfer.deadlineAt);
    if (state === 'timedOut') return `${until} 到期，看一眼${facts.system}`;
    return `${countdownOf(transfer.deadlineAt, now, rulebook.soonDays).words}，${until} 截止`;
  }
  if (id === 'login') return rulebook.system.accountRule;
  if (id === 'fill') return wayLabel;
  if (id === 'approve') return transfer?.waitsFor === 'secretary' ? turnWords(facts) : `等${teacher}审批`;
  if (id === 'card') return desk?.hint ?? '';
  return id === 'choose' ? '回答几个问题，我们告诉你选哪一种' : '';
};

const laterHint = (id: StepId, { clock, response, now, desk }: Facts): string => {
  if (id === 'choose' && response.loginConfirmedAt === null) return '回答几个问题，我们告诉你选哪一种';
  if (id === 'receive' && clock && startsAtOnce(clock, now)) return `${clock.days} 天内`;
  if (id !== 'card' || !desk) return '';
  return desk.opens === 'accepted' ? `接收以后，${desk.hint}` : desk.hint;
};

/** Past the last step: what the school keeps comes back, so not everything is over. */
const endOf = ({ state }: Facts): string => (state === 'completed' ? '全部办完' : '这几步办好了');

const indexNow = (ids: readonly StepId[], { state, response, left }: Facts): number => {
  if (state === 'none' && response.loginConfirmedAt === null) return 0;
  // The card may be stamped before anybody has accepted.
  if (state === 'accepted' && !left.desk) return ids.length;
  const at = ids.findIndex((id) => id === CURRENT[state]);
  return at < 0 ? ids.length : at;
};

const stepOf = (id: StepId, index: number, now: number, facts: Facts): PathStep => {
  const title = titleOf(id, facts);
  if (index < now) {
    const at = finishedAt(id, facts);
    return { mark: 'done', title, side: at === null ? '' : dayOf(at), hint: '' };
  }
  if (index > now) return { mark: 'later', title, side: '', hint: laterHint(id, facts) };
  const bad = facts.state === 'refused' || facts.state === 'timedOut' || facts.state === 'lapsed';
  return { mark: bad ? 'bad' : 'current', title, side: '', hint: currentHint(id, facts) };
};

/** The whole way as the steps this route has, seven for most. */
export const pathOf = (facts: Facts): Path => {
  const ids = stepsOf(facts);
  const now = indexNow(ids, facts);
  const id = ids[now];
  return {
    title: `一共${NUMERALS[ids.length] ?? ids.length}步`,
    position: now === 0 ? '从第 1 步开始' : id ? `第 ${now + 1} 步` : endOf(facts),
    steps: ids.map((step, index) => stepOf(step, index, now, facts)),
    current: id ? `第 ${now + 1} 步，${titleOf(id, facts)}` : '',
  };
};

/** Whatever the graduate does with their own hands comes before the school's part. */
const OWN_STEPS: readonly StepId[] = ['login', 'choose', 'fill', 'submit'];

/** The way as most people go it, for who has not signed in. */
export const visitorPath = (system: string): Path => ({
  title: `一共${NUMERALS[BY_GRADUATE.length] ?? BY_GRADUATE.length}步`,
  position: `前${NUMERALS[OWN_STEPS.length] ?? OWN_STEPS.length}步自己办`,
  steps: BY_GRADUATE.map((id) => ({
    mark: 'later',
    title: id === 'login' ? loginTitle(system) : TITLES[id],
    side: '',
    hint: '',
  })),
  current: '',
});
