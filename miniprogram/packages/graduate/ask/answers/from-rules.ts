/** What every graduate asks of the system and the way out, said by the season's own rules. */
import type { AnswerLink, HelpQuestion } from '../../../../domain/rules/questions';
import { PICTURE_MEGABYTES } from '../../../../domain/rules/file-sizes';
import type { RouteRule, Rulebook } from '../../../../domain/rules/rulebook/index';

const TRACK: AnswerLink = { label: '去看进度', page: 'track' };
const CARD: AnswerLink = { label: '看《团员证》怎么办', page: 'card' };
const PICK_WAY: AnswerLink = { label: '去选去向', page: 'wayPicker' };
const COLLEGE = '问学院团委老师';
const APPROVER = { secretary: '团支书', college: '学院' } as const;

interface OfferedRoute {
  readonly way: string;
  readonly route: RouteRule;
}

const routesOf = ({ ways }: Rulebook): OfferedRoute[] =>
  ways.flatMap(({ label: way, routes }) =>
    routes.filter(({ closed }) => !closed).map((route) => ({ way, route })),
  );

/**
 * One sentence for all ways of which the same is to be said, in the order of the ways. A way that stands in several
 * sentences is named with the routes each of them is about.
 */
const byWhatIsSaid = (
  routes: readonly OfferedRoute[],
  said: (route: RouteRule) => string | null | undefined,
): string[] => {
  const sentences = new Map<string, Map<string, string[]>>();
  for (const { way, route } of routes) {
    const words = said(route);
    if (!words) continue;
    const ways = sentences.get(words) ?? new Map<string, string[]>();
    sentences.set(words, ways.set(way, [...(ways.get(way) ?? []), route.label]));
  }
  const differs = (way: string): boolean =>
    [...sentences.values()].filter((ways) => ways.has(way)).length > 1;
  const named = ([way, labels]: readonly [string, readonly string[]]): string =>
    differs(way) ? `“${way}”（${labels.join('、')}）` : `“${way}”`;
  return [...sentences].map(([words, ways]) => `${[...ways].map(named).join('、')}：${words}。`);
};

const account = ({ system }: Rulebook): HelpQuestion => ({
  id: 'account',
  question: `${system.name}的网址是什么，用什么账号登录？`,
  typed: [
    '账号是什么',
    '用户名填什么',
    '账号是学号还是手机号',
    '用什么号登录',
    '网址',
    '官网',
    '网站地址',
    '公众号',
  ],
  answer: [
    `${system.accountRule}。网页是 ${system.address}。`,
    ...(system.phoneApp ? [`手机上搜小程序“${system.phoneApp.name}”。`] : []),
  ],
  askWhom: '先问团支书，再问学院团委老师',
  copy: null,
  link: { label: '打开登录帮助', page: 'loginHelp' },
  basis: system.source,
});

const reason = (rulebook: Rulebook): HelpQuestion => ({
  id: 'reason',
  question: `“${rulebook.system.reasonLabel}”选哪个？`,
  typed: ['接转原因', '转接原因', '转出原因', '理由填什么', '原因选哪一个', '接转类型', '选什么类型'],
  answer: [
    '按你的去向选，系统里就是这几个字：',
    ...byWhatIsSaid(routesOf(rulebook), ({ transferReason }) => transferReason),
  ],
  askWhom: COLLEGE,
  copy: null,
  link: PICK_WAY,
  basis: rulebook.source,
});

const organisation = (rulebook: Rulebook): HelpQuestion => ({
  id: 'organisation',
  question: '转入组织搜不到，名字怎么写？',
  typed: [
    '转入组织',
    '组织搜不到',
    '搜不到单位',
    '全称还是简称',
    '简称',
    '名称要写全吗',
    '写到支部还是委员会',
    '是团委不是团支部可以吗',
    '哪个街道',
    '团委全称是什么',
    '乡镇团委叫什么',
    '地址选不到我们街道',
    '没有我们县',
    '没有我们镇',
    '街道电话',
    '重名选哪个',
  ],
  answer: [
    '要和系统里一个字不差：用全称，不用简称。全称只有对方知道，先问清楚再填。',
    ...byWhatIsSaid(routesOf(rulebook), ({ receiver }) => receiver?.nameHint),
  ],
  askWhom: COLLEGE,
  copy: null,
  link: PICK_WAY,
  basis: rulebook.source,
});

/** Who lets go, one after the other, as on most ways. */
const approvedBy = (rulebook: Rulebook): string => {
  const [first] = routesOf(rulebook)
    .filter(({ route }) => route.receiver !== null && route.approvals.length > 0)
    .map(({ route }) => route.approvals.map((who) => APPROVER[who]));
  const [one = APPROVER.college, ...next] = first ?? [];
  return next.length === 0
    ? `由${one}审批`
    : `先由${one}审批，${next.map((who) => `再由${who}审批`).join('，')}`;
};

const approval = (rulebook: Rulebook): HelpQuestion => ({
  id: 'approval',
  question: '交了以后谁审批？一直没批怎么办？',
  typed: [
    '谁审批',
    '没人审批',
    '学院没审批',
    '老师没审批',
    '团支书没审批',
    '团支书不点同意',
    '一直审批中',
    '卡在审批',
    '催老师审批',
  ],
  answer: [
    `${approvedBy(rulebook)}，批了才轮到接收方。`,
    '一直没批，在“进度”里点“请老师先批”。学校没批算学校慢了，不算你的。',
  ],
  askWhom: COLLEGE,
  copy: null,
  link: TRACK,
  basis: rulebook.source,
});

const screenshot = ({ source }: Rulebook): HelpQuestion => ({
  id: 'screenshot',
  question: '截图截哪一页，传不上去怎么办？',
  typed: ['截图', '截屏', '上传什么图', '传什么照片', '照片传不上去', '图片太大', '忘了截图'],
  answer: [
    '填好以后、点提交以前，把填写的那一页截下来。忘了截也能交，先告诉学院老师。',
    `一张不超过 ${PICTURE_MEGABYTES} MB。传不上去，换个网络再试，写好的内容都还在。`,
  ],
  askWhom: COLLEGE,
  copy: null,
  link: { label: '去填表', page: 'form' },
  basis: source,
});

const card = ({ offlineSteps, source }: Rulebook): HelpQuestion[] => {
  const step = offlineSteps.find(({ atDesk }) => atDesk);
  const lost: HelpQuestion = {
    id: 'card-lost',
    question: '团员证丢了，怎么补办？',
    typed: [
      '团员证丢了',
      '团员证补办',
      '补办团员证',
      '团员证找不到了',
      '没有团员证',
      '没领过团员证',
      '没发过团员证',
      '团员证不在身边',
      '纸质团员证没了',
    ],
    answer: ['到学院补办：填一张补办的表。要写什么、带什么，下面那一页有。'],
    askWhom: COLLEGE,
    copy: null,
    link: { label: '看怎么补办', page: 'lostCard' },
    basis: source,
  };
  if (!step) return [lost];
  const usual: HelpQuestion = {
    id: 'card',
    question: '《团员证》要办什么，去哪里盖章？',
    typed: ['团员证', '盖章', '没盖章', '团员证盖章', '团员证写什么', '团员证转出', '团员证什么时候办'],
    answer: [`${step.hint}。`, '地点和时间，看“《团员证》”那一页。'],
    askWhom: COLLEGE,
    copy: null,
    link: CARD,
    basis: step.source,
  };
  return [lost, usual];
};

const YOU_START = '你自己就能发起';
const STARTER = { graduate: '你自己', secretary: '团支书', college: '学院', receiver: '接收方' } as const;

const whoStarts = ({ initiators }: RouteRule): string | null => {
  if (initiators.includes('graduate')) return YOU_START;
  return initiators.length > 0 ? `由${initiators.map((who) => STARTER[who]).join('、')}发起` : null;
};

/** Nobody's relation moves by itself: who has to start it where graduates may not, as on each way. */
const starting = (rulebook: Rulebook): HelpQuestion => ({
  id: 'starting',
  question: '会自动转吗？谁来发起？',
  typed: [
    '会自动转吗',
    '毕业自动转吗',
    '学校会帮我转吗',
    '学校统一帮转吗',
    '老师会帮我转吗',
    '谁来发起',
    '我自己发起还是学校发起',
    '是我发起还是对方发起',
    '转入申请是我发还是对方发',
    '对方已经发起转入了',
    '单位说他们已经发起了',
    '提示正在转接中',
    '有未完成的转接',
    '该用户正在转接',
    '已经有人帮我发起了',
    '重复发起',
  ],
  answer: [
    '不会自己转走，要有人在系统里发起。谁都没发起，关系就一直在学校。',
    ...byWhatIsSaid(routesOf(rulebook), whoStarts).filter((sentence) => !sentence.endsWith(`${YOU_START}。`)),
    `别的去向${YOU_START}。`,
    '系统说已经在转接，就是有人发起过了，别再发起一次：先在系统里看转到哪里。不对，由发起的人撤回。',
  ],
  askWhom: '先问团支书，再问学院团委老师',
  copy: null,
  link: TRACK,
  basis: rulebook.source,
});

const notLinked = ({ system, source }: Rulebook): HelpQuestion => ({
  id: 'not-linked',
  question: `这里和${system.name}不一样，以哪个为准？`,
  typed: [
    '小程序显示的和系统不一样',
    '系统通过了小程序没更新',
    '系统已经通过这里没变',
    '这里的状态没变',
    '小程序没更新',
    '两边不一样',
    '在这里填了还要去系统填吗',
    '这里办完是不是就不用去系统了',
    '这里提交了系统里还要交吗',
    '小程序和系统什么区别',
    '老师说通过了但我这显示没变',
  ],
  answer: [
    `以${system.name}为准。这里和它不相通：真正的转接在那边办，这里记着办到哪一步、提醒你。`,
    '那边有了结果，在“进度”里报一声，这里就跟着变。',
  ],
  askWhom: COLLEGE,
  copy: null,
  link: TRACK,
  basis: source,
});

const remote = ({ system, source }: Rulebook): HelpQuestion => ({
  id: 'remote',
  question: '已经离校、人在外地，还能办吗？',
  typed: [
    '离校了还能办吗',
    '已经离校了',
    '人不在学校',
    '不在学校怎么办',
    '不在学校怎么盖章',
    '要回学校吗',
    '要回学校一趟吗',
    '必须到现场吗',
    '能邮寄吗',
    '可以寄过来吗',
    '线上能办吗',
    '人在国外登不上去',
    '在外地实习',
  ],
  answer: [
    `能。转接在网上办，${system.phoneApp ? '手机、电脑都行' : `网页是 ${system.address}`}，人不用回来。`,
    '纸上的事，比如《团员证》，能不能寄、能不能请人代办，先问学院，别白跑一趟。',
  ],
  askWhom: COLLEGE,
  copy: '老师您好，我是{name}，已经离校了。请问《团员证》这些纸上的手续，可以邮寄或者请同学代办吗？谢谢！',
  link: CARD,
  basis: source,
});

/** None where the system has no code that a branch secretary could read. */
const codesForClassmates = ({ system }: Rulebook): HelpQuestion[] => {
  const [place, ...steps] = system.codeSteps;
  if (place === undefined) return [];
  const question: HelpQuestion = {
    id: 'secretary-codes',
    question: '我是团支书，怎么给同学验证码？',
    typed: [
      '给同学重置密码',
      '给同学验证码',
      '同学的验证码在哪看',
      '同学问我要验证码',
      '同学忘记密码',
      '班里同学密码忘了',
    ],
    answer: [
      '同学的求助在你的工作台里。点开把验证码填进去，只有本人能看，不用发在群里。',
      `验证码在哪里看：${place}。${steps.join('')}`,
    ],
    askWhom: COLLEGE,
    copy: null,
    link: null,
    basis: system.source,
  };
  return [question];
};

/** By what they are most asked for. */
export const answersOfRules = (rulebook: Rulebook): HelpQuestion[] => [
  account(rulebook),
  reason(rulebook),
  organisation(rulebook),
  approval(rulebook),
  screenshot(rulebook),
  ...card(rulebook),
  starting(rulebook),
  notLinked(rulebook),
  remote(rulebook),
  ...codesForClassmates(rulebook),
];
