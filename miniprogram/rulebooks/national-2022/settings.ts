/** Where practice differs: the default is the national text, each other answer says who does it so. */
import type { RouteRule, WayRule } from '../../domain/rules/rulebook';
import type { RulebookEdit, Setting } from '../../domain/rules/rulebook/settings';
import { FEE, OFFLINE, OFFLINE_STEPS } from './offline-steps';
import { TEN_DAYS } from './timeouts';

const STUDY = 'ways.further-study.routes.direct';

const furtherStudy: Setting = {
  id: 'further-study',
  question: '升学的同学什么时候转？',
  default: 'wait',
  options: [
    {
      id: 'wait',
      label: '开学后，等新团支部建好再转',
      whoDoes: '团中央 2022 年指引这样写，多数学校照办。',
      edits: [],
    },
    {
      id: 'at-once',
      label: '录取了就可以发起',
      whoDoes: '河北 2022 年的通知这样办。',
      edits: [
        { path: `${STUDY}.window.opens`, value: null },
        { path: `${STUDY}.label`, value: '转到新学校' },
        {
          path: `${STUDY}.guide.summary`,
          value: '录取以后就可以发起，团关系转到新学校。先问新学校该转进哪个团组织。',
        },
        { path: `${STUDY}.guide.steps.0`, value: '录取以后，问新学校的学院团委该转进哪个团组织' },
        { path: 'flows.way-picker.nodes.study.help', value: '录取以后就可以发起，先问新学校该转进哪里。' },
      ],
    },
    {
      id: 'temporary',
      label: '新学校有“新生临时团支部”就先转进去',
      whoDoes: '四川一所高校 2023 年、北京一所高校 2021 年这样办，8 月底以前发起。',
      edits: [
        { path: `${STUDY}.window.opens`, value: null },
        { path: `${STUDY}.window.deadline`, value: { month: 8, day: 31 } },
        { path: `${STUDY}.label`, value: '转到新学校的临时团支部' },
        { path: `${STUDY}.targetHint`, value: '新学校的“待转接团支部”或“新生临时团支部”，没有就等开学' },
        {
          path: `${STUDY}.guide.summary`,
          value: '新学校有“待转接团支部”或“新生临时团支部”，就先转进去，开学后由新学校分班。没有，就等开学。',
        },
        { path: `${STUDY}.guide.steps.0`, value: '录取以后，问新学校有没有“待转接团支部”或“新生临时团支部”' },
        { path: 'flows.way-picker.nodes.study.help', value: '新学校有临时团支部就先转进去，没有就等开学。' },
      ],
    },
    {
      id: 'parked',
      label: '先放进本学院的临时团支部，开学后再转',
      whoDoes: '华南理工大学 2025 年这样办，开学后三十天内转走。',
      edits: [
        { path: `${STUDY}.window.deadline`, value: { month: 9, day: 30 } },
        {
          path: `${STUDY}.guide.summary`,
          value: '学院先把你放进本学院的临时团支部。新学校开学、新团支部建好以后，三十天内转过去。',
        },
      ],
    },
  ],
};

const workplace: Setting = {
  id: 'workplace',
  question: '单位没有团组织的，可以转到哪里？',
  default: 'work-or-home',
  options: [
    {
      id: 'work-or-home',
      label: '工作地或经常居住地',
      whoDoes: '团中央 2022 年指引、河北 2022 年、南开大学 2024 年这样写。',
      edits: [],
    },
    {
      id: 'work-only',
      label: '只能是工作地',
      whoDoes: '广东 2025 年的指引、四川农业大学 2024 年这样办。',
      edits: [{ path: 'ways.workplace.routes.current-residence', value: null }],
    },
  ],
};

/** GD25 writes so about whoever has found work abroad by themselves. */
const abroadHome: Setting = {
  id: 'abroad-home',
  question: '自己在国（境）外找到工作的，转到哪里？',
  default: 'either',
  options: [
    {
      id: 'either',
      label: '居住地或户籍地',
      whoDoes: '上海理工大学 2020 年的流程这样写，广东 2025 年的指引多数情况也这样写。',
      edits: [],
    },
    {
      id: 'registered',
      label: '只能是户籍地',
      whoDoes: '广东 2025 年的指引：单位在国内没有机构的，转回户籍地。',
      edits: [{ path: 'ways.work-abroad.routes.current-residence', value: null }],
    },
  ],
};

/** Where 街道 or 乡镇 take people in, village and community branches do as well: which of them first is disputed. */
const village = (ways: readonly WayRule[]): Setting => ({
  id: 'village',
  question: '街道、乡镇和村、社区，先转到哪里？',
  default: 'either',
  options: [
    {
      id: 'either',
      label: '都可以，照当地说的',
      whoDoes: '团中央 2022 年指引只写到街道、乡镇。',
      edits: [],
    },
    {
      id: 'first',
      label: '有村、社区团支部的，先转到那里',
      whoDoes: '华南理工大学 2025 年、深圳罗湖区 2023 年这样写；还没落实去处的，广东 2025 年的指引也这样写。',
      edits: ways.flatMap((way) =>
        way.routes
          .filter(({ receiver }) => receiver?.kind === 'home')
          .map(({ id, targetHint }) => ({
            path: `ways.${way.id}.routes.${id}.targetHint`,
            value: targetHint.replace('，或者村、社区的团支部', '，有村、社区团支部的先选它'),
          })),
      ),
    },
  ],
});

const keeping: Setting = {
  id: 'keeping',
  question: '没落实去处或出国读书的，可以留在学校吗？',
  default: 'offered',
  options: [
    {
      id: 'offered',
      label: '可以，六个月，最多一年',
      whoDoes: '团中央 2022 年指引这样写。',
      edits: [],
    },
    {
      id: 'exceptionally',
      label: '只在特别困难时，要写申请，出国读书也一样',
      whoDoes: '南开大学生科院 2024 年这样办，留着的照样尽义务。',
      edits: [
        { path: 'ways.no-organisation.routes.keep.hint', value: '特别困难才可以，写申请，学院批准' },
        {
          path: 'ways.no-organisation.routes.keep.guide.steps.0',
          value: '先交一份书面申请，再在这里填好现在住在哪里，报给学院',
        },
        { path: 'ways.study-abroad.routes.keep.hint', value: '特别需要才可以，书面申请，学院批准' },
      ],
    },
    {
      id: 'not-offered',
      label: '没落实去处的不可以',
      whoDoes: '华南理工大学 2025 年、深圳罗湖区 2023 年不提供。',
      edits: [{ path: 'ways.no-organisation.routes.keep', value: null }],
    },
  ],
};

const timeouts: Setting = {
  id: 'timeouts',
  question: '接收方一直不处理，什么时候退回？',
  default: 'october',
  options: [
    {
      id: 'october',
      label: '十月起，十天没处理就退回',
      whoDoes: '团中央 2022 年指引：8 月底以前不强制，九月要处理，十月起退回。',
      edits: [],
    },
    {
      id: 'ten-days',
      label: '全年都是十天',
      whoDoes: '安徽一所高校 2024 年接到的通知，六月就这样办。',
      edits: [{ path: 'timeouts', value: TEN_DAYS }],
    },
  ],
};

const deadline: Setting = {
  id: 'deadline',
  question: '最晚哪天发起？',
  default: 'august',
  options: [
    { id: 'august', label: '8月31日', whoDoes: '团中央 2022 年指引的窗口到八月底。', edits: [] },
    {
      id: 'june',
      label: '6月30日',
      whoDoes: '广东 2025 年、安徽一所高校 2024 年要求六月底以前发起。',
      edits: [{ path: 'seasonDeadline', value: { month: 6, day: 30 } }],
    },
  ],
};

const letter: Setting = {
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

const card: Setting = {
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
const fee = (ways: readonly WayRule[]): Setting => ({
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

/** The same approvals for every route that anybody approves. */
const approvedBy = (ways: readonly WayRule[], approvals: RouteRule['approvals']): RulebookEdit[] =>
  ways.flatMap((way) =>
    way.routes
      .filter((route) => route.approvals.length > 0)
      .map((route) => ({ path: `ways.${way.id}.routes.${route.id}.approvals`, value: approvals })),
  );

const approvals = (ways: readonly WayRule[]): Setting => ({
  id: 'approvals',
  question: '转出由谁审批？',
  default: 'college',
  options: [
    { id: 'college', label: '学院团委', whoDoes: '多数学校的通知只写学院审批。', edits: [] },
    {
      id: 'secretary-first',
      label: '先团支书，再学院团委',
      whoDoes: '上海交通大学 2020 年、四川一所高校 2023 年这样办。',
      edits: approvedBy(ways, ['secretary', 'college']),
    },
    {
      id: 'secretary',
      label: '只要团支书',
      whoDoes: '一所高校 2023 年这样办。',
      edits: approvedBy(ways, ['secretary']),
    },
  ],
});

export const settingsFor = (ways: readonly WayRule[]): readonly Setting[] => [
  furtherStudy,
  workplace,
  village(ways),
  abroadHome,
  keeping,
  deadline,
  timeouts,
  approvals(ways),
  fee(ways),
  letter,
  card,
];
