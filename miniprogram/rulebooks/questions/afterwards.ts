import type { HelpQuestion } from '../../domain/rules/questions';
import { basisOf } from '../sources';
import { ASK_COLLEGE, CARD, TRACK } from './links';

/** After the request has been sent, and what people are afraid of. */
export const AFTERWARDS: readonly HelpQuestion[] = [
  {
    id: 'receiver-silent',
    question: '交了很久，对方一直没处理，怎么办？',
    typed: ['没人审批', '一直审批中', '还没通过', '对方不审核', '多久', '几天', '等多久', '没反应', '卡住'],
    answer: [
      '先看卡在哪一步。学校还没批，催团支书或学院；学校批了，打电话请对方接收。',
      '到了期限会怎样，各年的规定不一样，你的那一种写在“进度”里。不管怎样，团关系不会丢。',
    ],
    askWhom: '学校没批问团支书和学院，学校批了问接收方',
    copy: '您好，我是今年的毕业生{name}，已经发起了团组织关系转接，现在等您这边接收。麻烦您看一下，谢谢！',
    link: TRACK,
    basis: basisOf('G22', 'N23'),
  },
  {
    id: 'wrong-target',
    question: '交了才发现选错了，能撤回吗？',
    typed: ['选错了', '填错', '撤回', '撤销', '取消', '重新填', '转错', '换去向', '情况变了'],
    answer: [
      '对方还没处理，就能撤回：谁发起的谁撤。在系统里撤回以后，这里也撤回一次，再重新选。',
      '对方已经接收，就撤不回了。请新的团组织把你转到对的地方。',
    ],
    askWhom: ASK_COLLEGE,
    copy: null,
    link: TRACK,
    basis: basisOf('N23'),
  },
  {
    id: 'no-branch-yet',
    question: '对方接收了，可是看不到团支部？',
    typed: ['没有支部', '未分配支部', '只有团委', '待分配', '接收了没有团支部', '挂在团委'],
    answer: [
      '接收你的是团委、团工委或团总支，还差一步：请他们把你分到下面的一个团支部。',
      '打电话说一声就行，你自己不用再操作。',
    ],
    askWhom: '问接收你的团组织',
    copy: '您好，我是今年的毕业生{name}，团组织关系已经转到您这里。系统里我还没有分到团支部，麻烦您分配一下，谢谢！',
    link: TRACK,
    basis: basisOf('OP23'),
  },
  {
    id: 'late',
    question: '办晚了，团籍会没有吗？毕业证会扣吗？',
    typed: [
      '晚了',
      '过期',
      '没来得及',
      '脱团',
      '自动退团',
      '团籍',
      '毕业证',
      '学位证',
      '扣证',
      '不转会怎样',
      '后果',
    ],
    answer: [
      '都不会自己没有。退团要团支部开会决定，不会因为晚了几天就没有团籍。',
      '转团关系和发毕业证、学位证是两件事，不能绑在一起。',
      '不过关系留在学校越久越难办，今天就接着办完。',
    ],
    askWhom: ASK_COLLEGE,
    copy: null,
    link: TRACK,
    basis: basisOf('QA22'),
  },
  {
    id: 'letter',
    question: '对方要介绍信、团员档案，去哪里开？',
    typed: ['介绍信', '团员档案', '入团志愿书', '回执', '纸质材料', '线下', '盖章', '团员证丢了', '补办'],
    answer: [
      '介绍信由学院团委开，有编号，下面带回执。先问学院：现在开，还是对方在系统里接收以后再开。',
      '线上和线下要一致，谁也不代替谁。对方要看的，带上就行。',
      '《团员证》丢了可以补办，填一张表。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}，接收方要我带团员组织关系介绍信。请问学院什么时候可以开，需要我带什么？谢谢！',
    link: CARD,
    basis: basisOf('ZFF16', 'AHYZ24', 'HL22'),
  },
];
