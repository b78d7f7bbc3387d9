import type { Flow, FlowNode } from '../../../domain/rules/flow';
import { advice, option, question } from '../../flow-parts';

const LOGGED_IN = { label: '我登录成功了', do: 'confirm-login' } as const;
const OPEN = '手机搜小程序“团中央智慧团建云平台”，电脑打开 zhtj.youth.cn/zhtj';

const questions = (codeDays: number): readonly FlowNode[] => [
  question(
    'situation',
    '登录智慧团建，现在卡在哪里？',
    [
      option('first', '第一次登录', 'first'),
      option('know', '我记得密码', 'go-login'),
      option('forgot', '忘记密码了', 'forgot-who'),
      option('code-fails', '有验证码，但不管用', 'code'),
    ],
    '身份证号码和智慧团建密码，只在智慧团建上填。',
  ),
  question(
    'first',
    '用初始密码试过了吗？',
    [
      option('not-yet', '还没试', 'initial-password'),
      option('works', '进去了', 'set-password'),
      option('fails', '试过，进不去', 'initial-fails'),
    ],
    '初始密码是身份证号码的后 8 位。',
  ),
  question('initial-fails', '页面上怎么说？', [
    option('wrong', '账号或密码错误', 'request-code', '可能以前改过密码'),
    option('unknown', '没有这个账号', 'no-account'),
    option('taken', '身份证已注册', 'taken'),
    option('stuck', '页面打不开，或一直转圈', 'page-fails'),
  ]),
  question('forgot-who', '你是团支书吗？', [
    option('no', '不是', 'request-code', '请团支书给验证码'),
    option('yes', '是', 'secretary-code', '团支书的验证码由学院给'),
  ]),
  question(
    'code',
    '验证码怎么不管用？',
    [
      option('expired', '提示过期', 'code-again'),
      option('wrong', '提示错误', 'code-check'),
      option('tried', '又试了一次，还是错', 'code-teacher'),
      option('nowhere', '找不到填验证码的地方', 'code-where'),
    ],
    `验证码只能用 ${codeDays} 天，一人一码。`,
  ),
];

const loggingIn: readonly FlowNode[] = [
  advice('go-login', {
    title: '去智慧团建登录',
    text: '手机、电脑是同一个账号和密码。登录成功以后回来，接着选去向。',
    steps: [OPEN, '账号填身份证号码，再填你的密码', '手机上第一次用，会让你设一个手势密码'],
    action: LOGGED_IN,
  }),
  advice('initial-password', {
    title: '用初始密码登录',
    text: '第一次登录后，系统会让你换一个新密码。',
    steps: [OPEN, '账号填身份证号码，密码填它的后 8 位', '按提示换一个新密码，记牢它，后面还要登录'],
    action: LOGGED_IN,
  }),
  advice('set-password', {
    title: '换好新密码，记牢它',
    text: '发起转接、查看结果都要再登录。',
    steps: ['按提示设新密码', '看得到“组织关系转接”或“关系转接”，就可以选去向了'],
    action: LOGGED_IN,
  }),
];

const codes = (codeDays: number): readonly FlowNode[] => [
  advice('request-code', {
    title: '请团支书帮你拿验证码',
    text: `各地的通知只写了这一个办法，没有提短信找回、刷脸。团支书在团员列表里能看到你的重置密码验证码，${codeDays} 天内有效。`,
    steps: [
      '点下面的按钮，团支书会收到提醒',
      '拿到后，在智慧团建点忘记密码',
      '账号填身份证号码，再填验证码，设新密码',
    ],
    action: { label: '请团支书帮忙', do: 'request-code' },
  }),
  advice('secretary-code', {
    title: '你的验证码由学院给',
    text: '团支书看不到自己的验证码，学院团委老师看得到。',
    steps: ['点下面的按钮，学院老师会收到提醒', '拿到以后在智慧团建点忘记密码，设新密码'],
    action: { label: '请学院老师帮忙', do: 'escalate-code' },
  }),
  advice('code-again', {
    title: '再要一个验证码',
    text: `旧的已经过了 ${codeDays} 天，不能再用。重新要一个，拿到当天就用。`,
    action: { label: '再要一次', do: 'request-code' },
  }),
  advice('code-check', {
    title: '先核对这三样',
    text: '多数时候是填错了地方，或者多了空格。',
    steps: [
      '验证码是发给你本人的，一人一码',
      '从这里复制，前后不要多空格',
      '填在“忘记密码”那一页，不是登录页',
    ],
    action: { label: '再要一次', do: 'request-code' },
  }),
  advice('code-teacher', {
    title: '请学院老师帮忙',
    text: '团支书这边解决不了，就转给学院团委老师，老师能直接处理。',
    action: { label: '转给学院老师', do: 'escalate-code' },
  }),
  advice('code-where', {
    title: '在“忘记密码”那一页',
    text: '登录页上点忘记密码，账号填身份证号码，下面就有填验证码的地方。',
    steps: [OPEN, '点忘记密码', '账号填身份证号码，再填这串验证码', '设一个新密码，记牢它'],
    action: LOGGED_IN,
  }),
];

const stuck: readonly FlowNode[] = [
  advice('no-account', {
    title: '系统里可能没有你',
    text: '先对一遍身份证号码有没有输错。没输错，就是团支部还没有录入你，请学院老师查一下。',
    action: { label: '联系学院老师', do: 'ask-college' },
  }),
  advice('taken', {
    title: '你已经在系统里了',
    text: '你的团员信息放在另一个团支部，比如以前的学校。用身份证号码登录原来的账号，从那里转过来；找不到就请学院老师逐级查。',
    steps: [
      '用身份证号码直接登录，不要再注册',
      '密码忘了，请那个团支部的团支书给验证码',
      '不知道在哪个团支部，请学院老师查',
    ],
    action: { label: '联系学院老师', do: 'ask-college' },
  }),
  advice('page-fails', {
    title: '换一个地方打开',
    text: '网页打不开，就用手机小程序；手机不行，就换电脑。早晚人少的时候快一些。',
    steps: [OPEN, '换一个浏览器，或早晚再试', '还是不行，告诉学院老师'],
    action: { label: '联系学院老师', do: 'ask-college' },
  }),
];

/** 登录帮助. It never asks for an ID-card number or a password: both are typed on 智慧团建 only. */
export const loginHelp = (codeDays: number): Flow => ({
  id: 'login-help',
  title: '登录帮助',
  start: 'situation',
  nodes: [...questions(codeDays), ...loggingIn, ...codes(codeDays), ...stuck],
});
