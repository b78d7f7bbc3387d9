import type { HelpQuestion } from '../../domain/rules/questions';
import { basisOf } from '../sources';
import { ASK_COLLEGE, PICK_WAY } from './links';

/** What somebody is besides a graduate. */
export const MEMBER: readonly HelpQuestion[] = [
  {
    id: 'party-member',
    question: '我是党员，团关系还转吗？转到哪里？',
    typed: [
      '党员',
      '预备党员',
      '正式党员',
      '入党积极分子',
      '入党',
      '党组织关系',
      '党团',
      '保留团籍',
      '入党了还是团员吗',
    ],
    answer: [
      '还没到离团的年龄，就照样转，预备党员也一样。一般跟着党组织关系的去处走。',
      '党组织关系另外办，找党支部。两件事互不代替。',
    ],
    askWhom: '团关系问学院团委老师，党关系问党支部',
    copy: null,
    link: PICK_WAY,
    basis: basisOf('QA22', 'HGNU25'),
  },
  {
    id: 'officer',
    question: '我还担任团支书、团干部，能转吗？',
    typed: [
      '团支书转',
      '团干部',
      '职务',
      '卸任',
      '支委',
      '组织委员',
      '有职务转不了',
      '团支书最后',
      '班长',
      '班委',
      '学生会干部',
      '团支书什么时候转',
    ],
    answer: [
      '先请学院在系统里去掉职务，再转，最稳妥。',
      '团支书最后一个转：同学们要靠你给验证码。都办完了，自己的由学院来批。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}，在智慧团建上还挂着团内职务，准备转出团组织关系。麻烦您方便时去掉我的职务，谢谢！',
    link: PICK_WAY,
    basis: basisOf('CAU24'),
  },
  {
    id: 'not-member',
    question: '我不是团员，要办吗？',
    typed: [
      '不是团员',
      '没入团',
      '没有入团',
      '群众',
      '非团员',
      '没入过团',
      '从来不是团员',
      '退过团',
      '退团了',
    ],
    answer: ['不用，转的是团员的组织关系。', '名单上却有你，告诉学院团委老师，请老师核对。'],
    askWhom: ASK_COLLEGE,
    copy: null,
    link: null,
    basis: basisOf('G22'),
  },
  {
    id: 'over-age',
    question: '我超过团员的年龄了，还要转吗？',
    typed: ['超龄', '年龄', '28', '二十八', '离团', '年满', '几岁', '还算不算团员', '超龄还是团员吗'],
    answer: [
      '看毕业那个月。那时到了离团年龄、又没有团内职务，就不用转，告诉学院就行。',
      '还没到，照样要转。',
    ],
    askWhom: ASK_COLLEGE,
    copy: null,
    link: PICK_WAY,
    basis: basisOf('USST20'),
  },
];
