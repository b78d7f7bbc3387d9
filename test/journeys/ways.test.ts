import path from 'node:path';
import type { RouteId, WayId } from '../../miniprogram/domain/model';
import type { PhonePage } from './support/phone-page';
import { Stage } from './support/phone-page';

const SCREENSHOT = path.resolve(__dirname, '../../tools/preview/seed/screenshot.png');
const HERE = ['上海市', '浦东新区', '张江镇'] as const;
const THERE = ['山东省', '青岛市', '崂山区', '中韩街道'] as const;
const STREET_BRANCH = '上海市浦东新区张江镇学社衔接临时团支部';

interface Journey {
  readonly way: WayId;
  readonly route: RouteId;
  /** What is tapped in the picker, question by question. */
  readonly answers: readonly string[];
  readonly organisation?: string;
  readonly region?: readonly string[];
  readonly keeps?: boolean;
  readonly month?: boolean;
  readonly screenshot?: boolean;
  /** Words that must not stand on the form: what this way never asks. */
  readonly never: readonly string[];
  /** What the progress page says afterwards. */
  readonly then: RegExp;
}

const asksForStreet = { organisation: STREET_BRANCH, region: HERE, screenshot: true, never: ['父亲或母亲'] };
const submitted = /等学院审批/;

const JOURNEYS: readonly Journey[] = [
  ...(['户籍地', '居住地'] as const).flatMap((place): Journey[] => {
    const route = place === '户籍地' ? 'registered-residence' : 'current-residence';
    const street = `${place}的街道、乡镇`;
    const rest = { route, ...asksForStreet, then: submitted } as const;
    return [
      { way: 'no-organisation', answers: ['毕业后工作', '没有', street], ...rest },
      { way: 'study-abroad', answers: ['去国外或港澳台', '读书', street], ...rest },
      { way: 'work-abroad', answers: ['去国外或港澳台', '工作，单位在国（境）外', street], ...rest },
    ];
  }),
  {
    way: 'further-study',
    route: 'direct',
    answers: ['继续读书', '换一所学校', '问到了'],
    organisation: '江东大学信息学院2026级硕士第一团支部',
    screenshot: true,
    never: ['父亲或母亲', '单位所在地'],
    then: submitted,
  },
  {
    way: 'confidential',
    route: 'direct',
    answers: ['毕业后工作', '工作单位属于保密机构'],
    never: ['申请转入组织', '单位所在地', '转出页面截图', '单位名称'],
    then: submitted,
  },
  {
    way: 'study-abroad',
    route: 'keep',
    answers: ['去国外或港澳台', '读书', '申请保留在学院'],
    keeps: true,
    never: ['申请转入组织', '转出页面截图'],
    then: /已报学院/,
  },
  {
    way: 'army',
    route: 'direct',
    answers: ['还没定，或者是别的情况', '参军入伍'],
    never: ['申请转入组织', '转出页面截图', '单位所在地'],
    then: /已报学院/,
  },
  {
    way: 'deferred',
    route: 'direct',
    answers: ['还没定，或者是别的情况', '延迟毕业'],
    month: true,
    never: ['申请转入组织', '转出页面截图', '单位所在地'],
    then: /已报学院/,
  },
];

const answers = async (phone: PhonePage, options: readonly string[]): Promise<void> => {
  await phone.taps('开始选');
  for (const option of options) {
    await phone.page.getByText(option, { exact: true }).click();
    await phone.taps('下一题');
  }
};

const fillsIn = async (phone: PhonePage, journey: Journey): Promise<void> => {
  if (journey.region) await phone.choosesRegion('选到街道、乡镇', journey.region);
  if (journey.organisation) await phone.fills('申请转入组织', journey.organisation);
  if (journey.keeps) {
    await phone.choosesRegion('选到街道、乡镇', THERE);
    await phone.choosesRegion('选到街道、乡镇', HERE);
    await phone.fills('父亲或母亲的姓名', '王建平');
    await phone.fills('父亲或母亲的电话', '13800000000');
  }
  if (journey.month) {
    await phone.taps('选年份和月份');
    await phone.tapsExactly('确定');
  }
  if (journey.screenshot) {
    await phone.attaches('选截图', SCREENSHOT);
    await phone.sees('第 1 张，已上传');
  }
};

describe('each way, from the first question to what happens next', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  }, 60_000);
  afterAll(() => stage.close());
  let done = false;
  afterEach(async () => {
    const errors = await stage.clear(done ? undefined : expect.getState().currentTestName);
    expect(errors).toEqual([]);
  });

  it.each(JOURNEYS)('$way by $route', async (journey) => {
    done = false;
    const phone = await stage.phone(await stage.world.arrived());
    await answers(phone, journey.answers);
    await phone.taps('就按这个办');
    await phone.sees('随时可以离开，填了的都留着。');
    const form = await phone.words();
    for (const words of journey.never) expect(form).not.toContain(words);
    await fillsIn(phone, journey);
    await phone.taps('下一步，检查一遍');
    await phone.taps(/^(确认提交|报给学院)$/);
    await phone.sees(journey.then);
    done = true;
  });
});
