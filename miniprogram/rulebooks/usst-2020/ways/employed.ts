import type { WayRule } from '../../../domain/rules/rulebook';
import { BY_GRADUATE } from './handling';
import { ASK, NO_SCREENSHOT, OWN_SYSTEM, POST_FIRST, receiverDays } from '../terms';
import type { Terms } from '../terms';
import { employerNames } from './names';

export const employed = (terms: Terms): WayRule => ({
  id: 'employed',
  label: '已确定工作单位',
  shortLabel: '工作单位',
  routeQuestion: null,
  routes: [
    {
      id: 'direct',
      label: '转到工作单位的团支部',
      hint: '单位在智慧团建上有团组织',
      transferReason: '工作',
      targetHint: '工作单位团支部的准确全称',
      ...BY_GRADUATE,
      list: null,
      required: ['region', 'organisation', 'initiatedAt', 'screenshots'],
      optional: [],
      ...employerNames(terms),
      basis: terms.basis.employed,
      guide: {
        summary: '团关系从学校转到单位的团支部。',
        steps: [
          '问单位人事或团委：智慧团建上的团支部全称是什么，由谁接收',
          '登录智慧团建，点左下角“关系接转”',
          '接转原因选“工作”',
          '申请转入组织照着问来的全称找，一个字都不能差',
          '整页截图，再点提交，然后回到这里填一遍',
        ],
        prepare: ['能登录智慧团建', '单位团支部的准确全称', '知道对方由谁接收，留下电话', POST_FIRST],
        tellReceiver: `您好，我是今年入职的毕业生{name}，需要把团组织关系转到单位。请问咱们单位在智慧团建上的团支部全称是什么？我发起后，需要您在 ${receiverDays(terms)} 天内接收，谢谢！`,
        mistakes: [
          '写了公司简称。系统里有很多相近的名字，会转错地方。',
          OWN_SYSTEM,
          '没有告诉单位，对方一直不知道有人在等。',
          NO_SCREENSHOT,
        ],
        askWhom: ASK,
      },
    },
  ],
});
