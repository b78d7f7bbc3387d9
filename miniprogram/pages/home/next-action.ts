import { isOverdue } from '../../domain/rules/deadline';
import { followUpWords, keepingWords } from '../../domain/words/keeping';
import { keepingOf } from '../../domain/transfer/keeping';
import type { StateOrNone } from '../../domain/transfer/lifecycle';
import { reasonWords } from '../../domain/words/reason';
import { shownState } from '../../domain/transfer/shown-state';
import { asksNothing, tellReceiverText } from '../../domain/rules/rulebook/index';
import { hurryOf } from '../journey/hurry';
import { receiverWords } from '../journey/receiver-words';
import { onlyTellsAge, opensWords, type Facts } from '../journey/facts';
import type { ActionWords, NextAction } from './action';
import { beforeLogin, overAge } from './first-action';

const reasonOf = ({ transfer }: Facts, fallback: string): string =>
  transfer?.reason ? reasonWords(transfer.reason) : fallback;

const waiting = (facts: Facts): ActionWords => {
  const wanted = (facts.response.subscription.credits.progress ?? 0) === 0;
  const hurry = hurryOf(facts);
  if (hurry && !hurry.rests) {
    return {
      title: `${facts.transfer?.waitsFor === 'secretary' ? '团支书' : facts.teacher}还没批，可以提醒一下`,
      why: '等得够久了。点一下就发一条提醒，一天一次。',
      primary: { id: 'hurry', text: hurry.title },
      choices: [{ id: 'track', text: '看看进度' }],
    };
  }
  return {
    heading: '现在等一等',
    title: `${facts.transfer?.waitsFor === 'secretary' ? '团支书' : facts.teacher}会看你的申请`,
    why: '有结果马上告诉你，不用一直回来看。',
    primary: wanted
      ? { id: 'remind', text: '有结果时提醒我', icon: 'notification' }
      : { id: 'track', text: '看看进度' },
    choices: wanted ? [{ id: 'track', text: '看看进度' }] : [],
  };
};

const reports = ({ route }: Facts): NextAction['choices'] => {
  const { accepted, refused } = receiverWords(route);
  return [
    { id: 'report-accepted', text: accepted },
    { id: 'report-refused', text: refused },
  ];
};

/** The receiver's days are over: nobody is pressed any more, and only 智慧团建 knows. */
const lookAtResult = ({ outcome, system, rulebook }: Facts): ActionWords => ({
  title: `登录${system}，看一眼结果`,
  why:
    outcome === rulebook.outcomes.ask
      ? `没处理的怎么算，规定没有写，以${system}显示的为准。`
      : `按规定，${outcome.past}。以${system}显示的为准。`,
  primary: { id: 'track', text: '告诉我们结果' },
});

const approved = (facts: Facts): ActionWords => {
  const { route, response, transfer, now } = facts;
  // The timer writes it down a little later, in the morning after a night.
  if (transfer?.deadlineAt && isOverdue(transfer.deadlineAt, now))
    return { ...lookAtResult(facts), choices: reports(facts) };
  const words = route && tellReceiverText(route, response.member.name);
  if (!words) {
    return {
      heading: '现在等一等',
      title: '等上级团组织办理',
      why: `隔几天登录${facts.system}看一眼，有了结果告诉我们。`,
      primary: { id: 'track', text: '看看进度' },
      choices: reports(facts),
    };
  }
  return {
    title: `请${route.receiver?.label ?? '对方团组织'}在${facts.receiverSystem}接收你`,
    why: '对方常常不知道有人在等。\n话已经替你写好，发过去就行。',
    primary: { id: 'copy-receiver', text: '复制给对方的话', icon: 'copy' },
    choices: reports(facts),
  };
};

const notBegun = (facts: Facts): ActionWords => {
  if (onlyTellsAge(facts)) return overAge(facts);
  if (facts.response.loginConfirmedAt === null) return beforeLogin(facts);
  return {
    title: '选好你的去向',
    why: '回答几个问题，我们告诉你选哪一种、每一格填什么。',
    primary: { id: 'way-picker', text: '开始选' },
  };
};

const atDesk = ({ teacher, desk }: Facts): ActionWords => ({
  title: `去办${desk?.label ?? '《团员证》转出'}`,
  why: desk ? `${desk.hint}。有问题找${teacher}。` : `有问题找${teacher}。`,
  primary: { id: 'card', text: '出示二维码', icon: 'qrcode' },
  choices: [
    { id: 'lost-card', text: '《团员证》丢了' },
    { id: 'track', text: '看看经过' },
  ],
});

/** What is left on paper: the step at the desk, then what the graduate does, then what somebody else does. */
const onPaper = (facts: Facts): ActionWords | null => {
  const { transfer, left } = facts;
  if (!transfer?.offline) return left.desk ? atDesk(facts) : null;
  const open = transfer.offline.filter(({ status }) => status === 'open' || status === 'away');
  if (open.some((step) => step.atDesk)) return atDesk(facts);
  const own = open.find(({ who, status }) => who === 'graduate' || status === 'away');
  if (own) {
    const title = own.status === 'away' ? `${own.label}的回执，交回学院` : own.label;
    return { title, why: own.hint, primary: { id: 'card', text: '看看线下要办的' } };
  }
  const [other] = open;
  return other
    ? {
        heading: '现在等一等',
        title: `${other.who === 'secretary' ? '团支书' : '学校'}在办${other.label}`,
        why: other.hint,
        primary: { id: 'card', text: '看看线下要办的' },
      }
    : null;
};

const accepted = (facts: Facts): ActionWords =>
  onPaper(facts) ?? {
    heading: '现在不用做什么',
    title: '线上的都办好了',
    why: `${receiverWords(facts.route).hasAccepted}，没有要办的了。`,
    primary: { id: 'track', text: '看看经过' },
  };

/** What comes back while the school keeps the relation, with its days; what the college has entered needs nothing else. */
const recorded = (facts: Facts): ActionWords => {
  const { transfer, route, rulebook, teacher } = facts;
  const keeping = transfer && route ? keepingOf(rulebook, route, transfer) : null;
  const steps = route?.guide.steps ?? [];
  if (!keeping) {
    return {
      heading: '现在不用做什么',
      title: '学院已经登记',
      why: steps.length > 2 ? `以后：${steps[steps.length - 1] ?? ''}。` : '有变化时告诉学院。',
      primary: { id: 'track', text: '看看经过' },
    };
  }
  const next = followUpWords(keeping, facts.now);
  const until = keepingWords(keeping);
  return {
    heading: '留在学校的这段时间',
    title: next ? `${next}前后，${teacher}会联系你` : '有了去处，马上转走',
    why: `${until ? `关系留${until}。` : ''}电话换了告诉学院，有了去处就来这里转。`,
    primary: { id: 'changed', text: '有去处了，去转' },
    choices: [{ id: 'track', text: '看看经过' }],
  };
};

const finished = ({ system }: Facts): ActionWords => ({
  heading: '都好了',
  title: '你这边没有要办的了',
  why: `记住${system}的密码和现在的组织，以后要用。`,
  primary: { id: 'track', text: '看看经过' },
});

const ACTIONS: Readonly<Record<StateOrNone, (facts: Facts) => ActionWords>> = {
  none: notBegun,
  withdrawn: ({ transfer }) => ({
    title: '重新选一次去向',
    why: `${shownState(transfer) === 'closed' ? '结束的那一次' : '撤回的申请'}留在“进度”里，不影响再交。`,
    primary: { id: 'way-picker', text: '重新选' },
  }),
  planned: (facts) => ({
    heading: '现在不用做什么',
    title: `${facts.wayLabel}，${opensWords(facts)}`,
    why: '关系先留在学校。到时候提醒你，想早点办也可以。',
    primary: { id: 'way-result', text: '看看怎么办' },
  }),
  lapsed: (facts) => ({
    title: '重新发起一次',
    why: reasonOf(
      facts,
      shownState(facts.transfer) === 'lapsed-at-school'
        ? '发起以后告诉老师一声，请学校在期限内批好。'
        : `先和对方约好，再在${facts.system}重新发起。`,
    ),
    primary: { id: 'form', text: '重新发起' },
    choices: [{ id: 'track', text: '看看经过' }],
  }),
  draft: ({ route, wayLabel, system }) => ({
    title: route?.handledBy === 'college' ? '把情况报给学院' : `在${system}填好、截图，再来这里提交`,
    why:
      route && asksNothing(route)
        ? `你选的是“${wayLabel}”，看一遍就能报。`
        : `你选的是“${wayLabel}”。填到一半会自动保存。`,
    primary: { id: 'form', text: route && asksNothing(route) ? '去报给学院' : '继续填写' },
    choices: [{ id: 'way-result', text: '看看怎么填' }],
  }),
  submitted: waiting,
  registered: waiting,
  returned: (facts) => ({
    title: `按${shownState(facts.transfer) === 'returned-by-secretary' ? '团支书' : '学院'}的意见改好，再交一次`,
    why: reasonOf(facts, '之前填的内容和截图都在。'),
    primary: { id: 'form', text: '去修改' },
  }),
  approved,
  refused: (facts) => ({
    title: '改好以后，再交一次',
    why: reasonOf(
      facts,
      facts.route?.receiver ? '先问清对方为什么退回，多半是名称不对。' : '先问清为什么退回，再交一次。',
    ),
    primary: { id: 'form', text: '修改后再交' },
    choices: [{ id: 'track', text: '看看经过' }],
  }),
  timedOut: lookAtResult,
  accepted,
  recorded: (facts) => onPaper(facts) ?? recorded(facts),
  completed: finished,
};

/** The one thing to do now; everything else on the page is smaller. */
export const nextActionOf = (facts: Facts): NextAction => ({
  heading: '现在要做的',
  choices: [],
  ...ACTIONS[facts.state](facts),
});
