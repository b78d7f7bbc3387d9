/** What people ask of this mini-program, and of a transfer that does not go straight. */
import type { AnswerLink, HelpQuestion } from '../../../../domain/rules/questions';

const TRACK: AnswerLink = { label: '去看进度', page: 'track' };
const COLLEGE = '问学院团委老师';
const BASIS = '这个小程序自己怎样做';

interface Words {
  readonly question: string;
  readonly typed: readonly string[];
  readonly answer: readonly string[];
  readonly askWhom?: string;
  readonly link: AnswerLink | null;
}

const ANSWERS: Readonly<Record<string, Words>> = {
  returned: {
    question: '学院或团支书退回了，怎么办？',
    typed: [
      '老师退回',
      '学院退回',
      '团支书退回',
      '申请被退回',
      '材料退回',
      '退回说材料不对',
      '审批没通过',
      '退回原因空白',
      '退回没写原因',
    ],
    answer: ['先看“进度”里写的原因，照着改，改好再交一次。以前填的都还在，不用从头填。'],
    link: TRACK,
  },
  refused: {
    question: '接收方拒绝了，怎么改？',
    typed: [
      '接收方退回',
      '对方退回',
      '被对方退回',
      '对方说不是他们的人',
      '退回理由组织不对',
      '对方把我拒了',
      '被退回说组织不对',
    ],
    answer: [
      '在“进度”里点“被对方退回”，选对方说的原因，会告诉你怎么改、怎么再交。',
      '换一个接收的地方也可以，以前的记录留着，不影响你。',
    ],
    link: TRACK,
  },
  status: {
    question: '怎么看办到哪一步，成功以后还要做什么？',
    typed: [
      '到哪一步了',
      '转成功没有',
      '怎么看进度',
      '进度在哪看',
      '怎么查进度',
      '查询状态',
      '办完了吗',
      '成功以后做什么',
      '审批通过以后做什么',
      '转完要告诉谁',
      '下一步做什么',
    ],
    answer: [
      '看“进度”：做过什么、现在等谁、哪天以前，都在上面。',
      '对方接收了，在“进度”里报一声。还有纸上的事没办完，也列在那里；列着的都勾了，就办完了。',
    ],
    link: TRACK,
  },
  changed: {
    question: '工作、学校或打算变了，团关系怎么办？',
    typed: [
      '换工作了',
      '情况变',
      '不去了',
      '改去工作',
      '工作黄了',
      '改主意',
      '又找到工作',
      '换了工作单位',
      '换工作要重新转吗',
      '工作地变了',
      '已经转过去了工作黄了',
    ],
    answer: [
      '还没被接收，点“我的情况变了”，重新选去向。已经发起的，先在系统里撤回。',
      '已经被接收的，请新的组织把你从那里转走，学校转不了了。',
    ],
    link: { label: '我的情况变了', page: 'changed' },
  },
  privacy: {
    question: '我的信息安全吗，谁看得到，怎么删？',
    typed: [
      '隐私',
      '泄露信息',
      '信息安全',
      '谁能看到',
      '删掉我的信息',
      '删除数据',
      '注销账号',
      '会不会收集身份证',
      '导出资料',
    ],
    answer: [
      '不问身份证号码，也不问密码。填的内容只给你自己、学院和校团委的老师看。',
      '团支书看得到去向和办到哪一步，由学院办理的去向除外。',
      '在“我的”里的“我的数据”可以导出，也可以全部删掉。',
    ],
    link: { label: '打开我的数据', page: 'myData' },
  },
  reminders: {
    question: '收不到提醒，或者不想收，怎么办？',
    typed: [
      '收不到提醒',
      '没有提醒',
      '怎么提醒我',
      '不想收消息',
      '关掉提醒',
      '订阅消息',
      '微信通知',
      '消息太多',
    ],
    answer: [
      '微信里同意一次，才能发一次。在“消息”里可以多同意几次；没同意也不要紧，每条都在“消息”里。',
      '不想收，就别再点同意，或者在微信的小程序设置里关掉“订阅消息”。',
    ],
    link: { label: '去看消息', page: 'messages' },
  },
  invite: {
    question: '支部的邀请码在哪里要？',
    typed: [
      '邀请码',
      '支部邀请码',
      '邀请码没收到',
      '邀请码不对',
      '邀请码在哪里',
      '二维码扫不出来',
      '扫码进不去支部',
      '怎么加入支部',
    ],
    answer: ['邀请码是你们团支部的，登录这个小程序用。问团支书要，扫他的二维码会自动填好。'],
    askWhom: '先问团支书，再问学院团委老师',
    link: { label: '去登录', page: 'signIn' },
  },
  'new-wechat': {
    question: '换了微信或手机，怎么登录这个小程序？',
    typed: ['换了微信', '换微信号', '微信号被封', '换了手机登录小程序', '学号已经在另一个微信登录', '解绑'],
    answer: ['同一个微信，换手机没有影响。换了微信，请学院老师解绑原来的，再用新的登录，记录都还在。'],
    link: { label: '去登录', page: 'signIn' },
  },
};

export const ANSWERS_OF_APP: readonly HelpQuestion[] = Object.entries(ANSWERS).map(([id, words]) => ({
  id,
  askWhom: COLLEGE,
  copy: null,
  basis: BASIS,
  ...words,
}));
