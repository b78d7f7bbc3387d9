import type { RouteId, WayId } from '../../miniprogram/domain/rules/ways';
import type { TransferState } from '../../miniprogram/domain/transfer/states';
import { SCREENSHOT } from '../../tools/preview/seed/play';
import { journeys } from './support/journeys';
import { untilSo } from './support/patience';
import type { PhonePage } from './support/phone-page';

const HERE = ['上海市', '浦东新区', '张江镇'] as const;
/** Its region picker ends at the district. */
const OLD_LIBRARY = '2.20.3';
const THERE = ['山东省', '青岛市', '崂山区', '中韩街道'] as const;
const STREET_BRANCH = '上海市浦东新区张江镇学社衔接临时团支部';

/** How the form calls what it asks for. */
const REASON = '接转原因';
const ORGANISATION = '申请转入组织';
const TIME = '什么时候在智慧团建点的提交？';
const SCREENSHOTS = '转出页面截图';

interface Journey {
  readonly way: WayId;
  readonly route: RouteId;
  /** What is tapped in the picker, question by question. */
  readonly answers: readonly string[];
  /** Everything the form asks for, in its order; it asks for nothing else. */
  readonly asks: readonly string[];
  readonly organisation?: string;
  readonly region?: readonly string[];
  /** On a phone whose picker ends at the district, this is typed behind it. */
  readonly street?: string;
  readonly then: Outcome;
}

/** What the progress page and the home page say afterwards. */
interface Outcome {
  readonly state: TransferState;
  readonly progress: string;
  readonly home: readonly string[];
}

const submitted: Outcome = {
  state: 'submitted',
  progress: '等学院审批',
  home: ['等学院审批，离截止还有', '第 5 步', '团关系会自动转入你申请的组织'],
};
const submittedWithoutClock: Outcome = {
  state: 'submitted',
  progress: '等学院审批',
  home: ['等学院审批', '等上级团组织办理'],
};
const registered: Outcome = {
  state: 'registered',
  progress: '已报学院',
  home: ['已经报给学院', '一共五步', '第 5 步'],
};

const toStreet = (place: '户籍地' | '居住地'): readonly Journey[] => {
  const rest = {
    route: place === '户籍地' ? 'registered-residence' : 'current-residence',
    organisation: STREET_BRANCH,
    region: HERE,
    asks: [
      REASON,
      place === '户籍地' ? '原户籍所在地' : '本人或父母的居住地',
      ORGANISATION,
      TIME,
      SCREENSHOTS,
    ],
    then: submitted,
  } as const;
  const street = `${place}的街道、乡镇`;
  return [
    { way: 'no-organisation', answers: ['毕业后工作', '没有', street], ...rest },
    { way: 'study-abroad', answers: ['去国外或港澳台', '读书', street], ...rest },
    {
      way: 'work-abroad',
      answers: ['去国外或港澳台', '工作，单位在国（境）外', street],
      ...rest,
      ...(place === '居住地' ? { region: HERE.slice(0, 2), street: HERE[2] } : {}),
    },
  ];
};

const JOURNEYS: readonly Journey[] = [
  ...toStreet('户籍地'),
  ...toStreet('居住地'),
  {
    way: 'employed',
    route: 'direct',
    answers: ['毕业后工作', '有，我能问到团支部的全称'],
    organisation: '澄江智能装备（上海）有限公司团支部',
    region: HERE,
    asks: [REASON, '单位所在地', ORGANISATION, TIME, SCREENSHOTS],
    then: submitted,
  },
  {
    way: 'further-study',
    route: 'direct',
    answers: ['继续读书', '换一所学校', '问到了，或说 9 月才建', '转到新学校的团支部'],
    organisation: '江东大学信息学院2026级硕士第一团支部',
    asks: [REASON, '学校所在地（选填）', ORGANISATION, TIME, SCREENSHOTS],
    then: submitted,
  },
  {
    way: 'confidential',
    route: 'direct',
    answers: ['毕业后工作', '工作单位属于保密机构'],
    asks: [REASON, TIME],
    then: submittedWithoutClock,
  },
  {
    way: 'study-abroad',
    route: 'keep',
    answers: ['去国外或港澳台', '读书', '申请保留在学院'],
    asks: ['户籍所在地', '居住地', '父亲或母亲的姓名', '电话'],
    then: registered,
  },
  {
    way: 'army',
    route: 'direct',
    answers: ['还没定，或者是别的情况', '参军入伍'],
    asks: [],
    then: registered,
  },
  {
    way: 'deferred',
    route: 'direct',
    answers: ['还没定，或者是别的情况', '延迟毕业'],
    asks: ['预计毕业时间'],
    then: registered,
  },
];

/** What the national rulebook of an earlier release asks and says otherwise: ten days, and a request that comes back. */
const inTenDays = { ...submitted, home: ['等学院审批，离截止还有', '第 5 步', '申请会自动退回'] };
const NATIONALLY: readonly Journey[] = [
  {
    way: 'workplace',
    route: 'work-place',
    answers: ['去工作', '没有', '工作地'],
    organisation: '上海市浦东新区张江镇流动团员团支部',
    region: HERE,
    asks: [REASON, '工作地', ORGANISATION, TIME, SCREENSHOTS],
    then: inTenDays,
  },
  {
    way: 'employed',
    route: 'direct',
    answers: ['去工作', '有', '省里、市里、区县的团委'],
    organisation: '澄江智能装备（上海）有限公司团支部',
    region: HERE,
    asks: [REASON, '单位所在地', ORGANISATION, TIME, SCREENSHOTS],
    then: inTenDays,
  },
];

const answers = async (phone: PhonePage, options: readonly string[]): Promise<void> => {
  await phone.taps('开始选');
  for (const option of options) {
    await phone.picks(option);
  }
};

/** The labels on the form, the card for the pictures among them. */
const asked = async (phone: PhonePage): Promise<string[]> => {
  const labels = phone.page.locator('.field-label, #field-screenshots .h2');
  return (await labels.allInnerTexts()).map((label) => label.trim());
};

const fillsIn = async (phone: PhonePage, journey: Journey): Promise<void> => {
  const { region, street, organisation, asks } = journey;
  if (region) await phone.choosesRegion('选到街道、乡镇', region);
  if (street) await phone.fills(/的街道或乡镇$/, street);
  if (organisation) await phone.fills('申请转入组织', organisation);
  if (asks.includes('户籍所在地')) await phone.choosesRegion('选到街道、乡镇', THERE);
  if (asks.includes('居住地')) await phone.choosesRegion('选到街道、乡镇', HERE);
  if (asks.includes('父亲或母亲的姓名')) {
    await phone.fills('父亲或母亲的姓名', '王建平');
    await phone.fills('父亲或母亲的电话', '13800000000');
  }
  if (asks.includes('预计毕业时间')) {
    await phone.taps('选年份和月份');
    await phone.tapsExactly('确定');
  }
  if (asks.includes(TIME)) await phone.taps('就是刚才');
  if (asks.includes(SCREENSHOTS)) {
    await phone.attaches('选截图', SCREENSHOT);
    await phone.sees('第 1 张，已上传');
  }
};

describe('each way, from the first question to what happens next', () => {
  const { stage, journey } = journeys();

  const walks = (one: Journey) => async (): Promise<void> => {
    const person = await stage.world.arrived();
    const phone = await stage.phone(person, one.street ? { library: OLD_LIBRARY } : {});
    await answers(phone, one.answers);
    await phone.taps('就按这个办');
    // Where nothing is asked there is no form, only what is sent to look at.
    if (one.asks.length > 0) {
      await phone.sees(/^第 3 步，去向：/);
      await untilSo(async () => expect(await asked(phone)).toEqual(one.asks));
      await fillsIn(phone, one);
      await phone.taps('下一步，检查一遍');
    }
    await phone.taps(/^(确认提交|报给学院)$/);
    await phone.sees(one.then.progress);
    await phone.taps('首页');
    await phone.sees(...one.then.home);
    const { transfer } = await stage.world.client.call(person.openid, 'graduate', 'home', {});
    expect(transfer).toMatchObject({
      wayId: one.way,
      routeId: one.route,
      state: one.then.state,
      attempt: 1,
    });
  };

  for (const one of JOURNEYS) journey(`${one.way} by ${one.route}`, walks(one));

  journey('the committee changes the rulebook', async () => {
    await stage.world.goesByTenDays();
  });
  for (const one of NATIONALLY) journey(`${one.way} by ${one.route} under the national rulebook`, walks(one));
});
