import type { HelpQuestion } from '../../domain/rules/questions';
import { TYPED } from '../questions/account';
import { AFTERWARDS } from '../questions/afterwards';
import { ASK_COLLEGE, ASK_SECRETARY_FIRST, LOGIN_HELP } from '../questions/links';
import { MEMBER } from '../questions/member';
import { STUDY } from '../questions/study';
import { WORK } from '../questions/work';
import { basisOf } from '../sources';

/** What only 北京共青团 asks of people. */
const OWN: readonly HelpQuestion[] = [
  {
    id: 'no-destination',
    question: '系统里没有毕业去向可以选，怎么办？',
    typed: ['没有去向', '选不了去向', '毕业年份', '毕业标注', '没标注', '点不了转移'],
    answer: [
      '团支部还没标毕业年份。请团支书在电脑上用团支部账号登录 bjyouth.net，把毕业年份改成今年。',
      '班里不是人人今年毕业的，在“我的团员”里一个一个标。',
    ],
    askWhom: ASK_SECRETARY_FIRST,
    copy: '我是{name}，北京共青团系统里选不了毕业去向，可能是团支部还没标毕业年份，麻烦你在 bjyouth.net 标一下，谢谢！',
    link: { label: '动手前查一查', page: 'preFlight' },
    basis: basisOf('CAU24'),
  },
  {
    id: 'post-in-beijing',
    question: '系统说我有职务，不让转，怎么办？',
    typed: [
      '解除职务',
      '解职',
      '团干部',
      '团支书转',
      '职务',
      '有职务转不了',
      '支委',
      '我是团支书怎么转',
      '我是团支书什么时候能转',
    ],
    answer: [
      '在北京的系统里，没解除职务就转不出去。登录系统解除自己的职务，再转。',
      '参军、涉密的同学要先由团支部账号转好，团支书再解除职务，最后转自己的。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}。我在北京共青团系统里还有团内职务，转不出去。请问我什么时候可以解除？谢谢！',
    link: { label: '动手前查一查', page: 'preFlight' },
    basis: basisOf('CAU24'),
  },
  {
    id: 'beijing-login',
    question: '北京共青团怎么登录，手机能办吗？',
    typed: [
      ...TYPED.forgotten,
      '验证码过期',
      '密码忘了团支书联系不上',
      '打不开网页',
      '系统崩了',
      '系统维护',
      'app在哪下载',
      '小程序叫什么',
      '初始密码',
      '手机办',
      '不会用电脑',
      '入口',
      '网址',
      '青春北京',
      '线上系统',
      '没有电脑',
    ],
    answer: [
      '手机打开 m.bjyouth.net 就能办，公众号“青春北京”的“线上系统”也进得去。',
      '密码忘了，先看登录页有没有找回。公开的通知没有写办法，做不下去就问团支书或学院。',
    ],
    askWhom: ASK_SECRETARY_FIRST,
    copy: null,
    link: LOGIN_HELP,
    basis: basisOf('CAU24'),
  },
  {
    id: 'out-of-beijing',
    question: '接收方在京外，怎么转？',
    typed: [
      '京外',
      '外省的系统不一样吗',
      '外省',
      '外地',
      '智慧团建',
      '转至外部系统',
      '外部系统',
      '出京',
      '广东',
      '福建',
      '没有智慧团建账号',
    ],
    answer: [
      '在“我的组织”里点“转至外部系统”，选省份，组织的全称逐字填。',
      '对方十天没处理，申请会失效，要重新发起，所以先打好招呼。',
      '没有智慧团建的账号不要紧，对方接收以后就有了：账号是身份证号码，初始密码是它的后 8 位。',
    ],
    askWhom: '问接收你的团组织',
    copy: '您好，我是今年的毕业生{name}，团组织关系从北京转来。我在系统里发起以后，麻烦您在十天内接收，谢谢！',
    link: { label: '去看进度', page: 'track' },
    basis: basisOf('CAU24', 'SH21', 'XH24'),
  },
];

/** No public notice was found that says how 北京 does it (looked for in November 2026): whom to ask is all that is true. */
const UNKNOWN = '没有见到北京公开的通知写过（2026年11月查）';

const ACCOUNT: readonly HelpQuestion[] = [
  {
    id: 'id-taken',
    question: '北京共青团提示身份证已经注册，怎么办？',
    typed: TYPED.idTaken,
    answer: [
      '先别再注册，问学院。你的信息可能放在另一个团支部，公开的通知没有写自己怎么改。',
      '以前的学校也在北京的，先用那时的账号登录看看。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}。北京共青团系统提示我的身份证已经注册，我的信息可能在别的团支部。麻烦您帮我查一下，谢谢！',
    link: LOGIN_HELP,
    basis: UNKNOWN,
  },
  {
    id: 'not-in-system',
    question: '北京共青团里没有我，怎么办？',
    typed: TYPED.notInSystem,
    answer: [
      '先对一遍姓名和身份证号码。没输错，就请学院团委老师查你在哪个团支部。',
      '公开的通知没有写自己怎么办，别重复注册。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}。北京共青团系统里找不到我，号码我核对过了。麻烦您帮我查一下我在哪个团支部，谢谢！',
    link: LOGIN_HELP,
    basis: UNKNOWN,
  },
  {
    id: 'wrong-data',
    question: '北京共青团里我的姓名或身份证号码是错的，怎么改？',
    typed: TYPED.wrongData,
    answer: [
      '问学院团委老师。公开的通知没有写怎么改，由学院问上级最快。',
      '改好以前先别发起转接。身份证号码当面给老师看，不要发在群里，也不用写在这里。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}。我在北京共青团系统里的个人信息有错，需要更正后才能转团组织关系。请问我什么时候可以当面找您核对？谢谢！',
    link: null,
    basis: UNKNOWN,
  },
  {
    id: 'secretary-password',
    question: '我是团支书，团支部账号的密码忘了，找谁？',
    typed: [...TYPED.secretaryPassword, '支部账号'],
    answer: [
      '问学院团委。公开的通知没有写团支部账号怎么找回，学院知道归谁管。',
      '这个账号要标毕业年份，还要给参军、涉密的同学转移，早点问。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是团支书{name}。团支部在北京共青团系统的账号登录不了，毕业年份还没标。请问怎么找回密码？谢谢！',
    link: LOGIN_HELP,
    basis: UNKNOWN,
  },
];

/** Answers of 智慧团建 that do not hold here, or that say it otherwise. */
const NOT_HERE: readonly string[] = ['own-systems', 'officer'];

export const QUESTIONS: readonly HelpQuestion[] = [
  ...OWN,
  ...ACCOUNT,
  ...STUDY,
  ...WORK,
  ...AFTERWARDS,
  ...MEMBER,
].filter(({ id }) => !NOT_HERE.includes(id));
