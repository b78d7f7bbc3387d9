import type { Flow } from '../../../domain/rules/flow';
import { advice, option, question } from '../../flow-parts';

const LOGGED_IN = { label: '我登录成功了', do: 'confirm-login' } as const;
const ASK = { label: '联系学院老师', do: 'ask-college' } as const;
const OPEN = '打开 m.bjyouth.net，点右下角“我的”';

/** 登录帮助 for 北京共青团. */
export const LOGIN_HELP: Flow = {
  id: 'login-help',
  title: '登录帮助',
  start: 'situation',
  nodes: [
    question(
      'situation',
      '登录“北京共青团”，现在卡在哪里？',
      [
        option('know', '我记得密码', 'go-login'),
        option('forgot', '忘记密码了', 'forgot'),
        option('where', '找不到入口', 'where'),
        option('nobody', '登录了，但看不到自己的团支部', 'no-branch'),
      ],
      '身份证号码和密码，只在“北京共青团”上填。',
    ),
    question('forgot', '登录页上的找回试过了吗？', [
      option('not-yet', '还没试', 'reset'),
      option('tried', '试过，不行', 'request-code', '请团支书或学院帮忙'),
    ]),
    advice('go-login', {
      title: '去“北京共青团”登录',
      text: '登录成功以后回来，接着选去向。',
      steps: [OPEN, '填账号和密码', '看得到“我的组织”，就成功了'],
      action: LOGGED_IN,
    }),
    advice('where', {
      title: '两个入口，都能进',
      text: '同学用手机网页；团支书的团支部账号在电脑上用。',
      steps: [OPEN, '或者关注公众号“青春北京”，点“线上系统”', '团支书：电脑打开 bjyouth.net，用团支部账号'],
      action: LOGGED_IN,
    }),
    advice('reset', {
      title: '看登录页有没有找回',
      text: '公开的通知没有写怎么找回。登录页上有提示，就照着做；没有，就请团支书或学院帮忙。',
      steps: [OPEN, '登录页上有找回密码，就照着做', '没有，或做不下去：回到上一题选“试过，不行”'],
      action: LOGGED_IN,
    }),
    advice('request-code', {
      title: '请团支书帮忙',
      text: '团支书解决不了，会转给学院团委老师。',
      action: { label: '请团支书帮忙', do: 'request-code' },
    }),
    advice('no-branch', {
      title: '系统里可能没有你',
      text: '先看是不是用别人的账号登录了。没有错，就请学院老师查你在哪个团支部。',
      action: ASK,
    }),
  ],
};
