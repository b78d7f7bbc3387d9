/** What is done on paper, by whom and when. */
import type { WayRule } from '../../../domain/rules/rulebook';
import type { RulebookEdit, Setting } from '../../../domain/rules/rulebook/settings';
import { FEE, OFFLINE, OFFLINE_STEPS } from '../offline-steps';

export const LETTER: Setting = {
  id: 'letter',
  question: '介绍信什么时候开？',
  default: 'after',
  options: [
    {
      id: 'after',
      label: '对方接收以后，人人都开',
      whoDoes: '中青发〔2016〕3号要求开介绍信，有编号。',
      edits: [],
    },
    {
      id: 'receipt',
      label: '人人都开，回执要寄回来',
      whoDoes: '北京 2022 年这样办。',
      edits: [{ path: 'offlineSteps.letter.needs', value: ['number', 'receipt'] }],
    },
    {
      id: 'before',
      label: '发起以后就开',
      whoDoes: '有的街道先看介绍信和团员档案再接收，比如黑龙江海林 2022 年。',
      edits: [
        { path: 'offlineSteps.letter.opens', value: 'submitted' },
        { path: 'offlineSteps.letter.hint', value: '学院团委开，有编号；发起以后就可以来取' },
      ],
    },
    {
      id: 'on-request',
      label: '对方要才开',
      whoDoes: '安徽一所高校 2024 年这样办，对方接收以后凭需要开。',
      edits: [{ path: `offlineSteps.${OFFLINE.letter.id}`, value: null }],
    },
  ],
};

export const CARD: Setting = {
  id: 'card',
  question: '《团员证》怎么办转出？',
  default: 'desk',
  options: [
    { id: 'desk', label: '本人带到学院，当场办', whoDoes: '上海理工大学 2020 年的流程这样办。', edits: [] },
    {
      id: 'by-branch',
      label: '团支部收齐，学院统一办，放进档案',
      whoDoes: '四川农业大学 2024 年这样办。',
      edits: [
        { path: 'offlineSteps.card.who', value: 'secretary' },
        { path: 'offlineSteps.card.atDesk', value: false },
        { path: 'offlineSteps.card.needs', value: [] },
        {
          path: 'offlineSteps.card.hint',
          value: '黑笔填好，原因写“毕业离校”，交给团支书，学院办好放进档案；团费交到毕业那个月',
        },
      ],
    },
    {
      id: 'none',
      label: '不办',
      whoDoes: '有的学校只在系统里转，没有这一步。',
      edits: [{ path: `offlineSteps.${OFFLINE.card.id}`, value: null }],
    },
  ],
};

/** A step of its own before all others, on every route that has the card. */
const withFee = (ways: readonly WayRule[]): RulebookEdit[] => [
  { path: 'offlineSteps', value: [FEE, ...OFFLINE_STEPS].map((step) => ({ ...step })) },
  { path: 'offlineSteps.card.hint', value: '带《团员证》和截图去学院' },
  ...ways.flatMap((way) =>
    way.routes
      .filter(({ offlineSteps }) => offlineSteps.includes(OFFLINE.card.id))
      .map(({ id, offlineSteps }) => ({
        path: `ways.${way.id}.routes.${id}.offlineSteps`,
        value: [FEE.id, ...offlineSteps],
      })),
  ),
];

/** Before the card and the letter, which change the steps it makes. */
export const fee = (ways: readonly WayRule[]): Setting => ({
  id: 'fee',
  question: '团费单独勾一项吗？',
  default: 'with-card',
  options: [
    { id: 'with-card', label: '不单独勾，办《团员证》时一起看', whoDoes: '多数学校这样办。', edits: [] },
    {
      id: 'own-step',
      label: '单独勾一项，交到毕业那个月',
      whoDoes: '四川农业大学 2024 年要求团费交到六月。',
      edits: withFee(ways),
    },
  ],
});
