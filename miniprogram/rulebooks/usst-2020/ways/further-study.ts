import type { WayRule } from '../../../domain/rules/rulebook';
import { BY_GRADUATE } from './handling';
import { ASK, NO_SCREENSHOT, OWN_SYSTEM, POST_FIRST, receiverDays } from '../terms';
import type { Terms } from '../terms';
import { schoolNames } from './names';

export const furtherStudy = (terms: Terms): WayRule => ({
  id: 'further-study',
  label: '研究生升学',
  shortLabel: '升学',
  routeQuestion: null,
  routes: [
    {
      id: 'direct',
      label: '转到新学校的团支部',
      hint: '读研、读博，本校升学也算',
      transferReason: '升学',
      targetHint: '新学校学院团支部的准确全称',
      ...BY_GRADUATE,
      list: null,
      required: ['organisation', 'initiatedAt', 'screenshots'],
      optional: ['region'],
      ...schoolNames(terms),
      basis: terms.basis['further-study'],
      guide: {
        summary: '团关系从现在的团支部转到新学校学院的团支部。留在本校读研也要转。',
        steps: [
          '问新学校的学院团委：新生的团支部建好了没有，全称是什么',
          '登录智慧团建，点左下角“关系接转”',
          '接转原因选“升学”',
          '申请转入组织照着问来的全称找，学院和年级都要对上',
          '整页截图，再点提交，然后回到这里填一遍',
        ],
        prepare: ['能登录智慧团建', '新学校学院团支部的准确全称', '新学院团委的联系方式', POST_FIRST],
        tellReceiver: `老师您好，我是今年录取的新生{name}，需要把团组织关系转到咱们学院。请问新生团支部在智慧团建上的全称是什么？我发起后，麻烦您在 ${receiverDays(terms)} 天内接收，谢谢！`,
        mistakes: [
          '只写了学校名，没有写到学院的团支部。',
          '新团支部还没建好就随便选了一个，之后还要再转。',
          OWN_SYSTEM,
          NO_SCREENSHOT,
        ],
        askWhom: ASK,
      },
    },
  ],
});
