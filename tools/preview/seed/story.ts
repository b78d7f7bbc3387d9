import type {
  Region,
  RouteId,
  SubmissionFields,
  TemplateKey,
  WayId,
} from '../../../miniprogram/domain/model';

/** One thing somebody does. */
export type Deed =
  | { readonly who: string; readonly does: 'signIn' | 'confirmLogin' }
  | { readonly who: string; readonly does: 'consent'; readonly templates: readonly TemplateKey[] }
  | { readonly who: string; readonly does: 'requestCode'; readonly note: string }
  | { readonly who: string; readonly does: 'issueCode'; readonly forWhom: string; readonly code: string }
  | { readonly who: string; readonly does: 'revealCode' }
  | {
      readonly who: string;
      readonly does: 'submit';
      readonly wayId: WayId;
      readonly routeId: RouteId;
      readonly fields: SubmissionFields;
      readonly screenshot: boolean;
    }
  | {
      readonly who: string;
      readonly does: 'report';
      readonly outcome: 'accepted' | 'refused';
      readonly reason?: string;
    }
  | {
      readonly who: string;
      readonly does: 'decide';
      readonly about: string;
      readonly decision: 'approve' | 'return' | 'record';
      readonly reason?: string;
    }
  | { readonly who: string; readonly does: 'stampCard'; readonly about: string };

/** A deed at a China time `MM-DD HH:mm` of the season's year. */
export type StoryStep = { readonly at: string } & Deed;

const YEAR = 2026;
/** China time as epoch ms. */
export const chinaTime = (at: string): number => Date.parse(`${YEAR}-${at.replace(' ', 'T')}:00+08:00`);

/** Where the story stops and the person at the desk takes over. */
export const STORY_STARTS = '05-26 09:00';
export const STORY_ENDS = '06-12 09:41';

const place = (code: string, ...names: string[]): Region => ({ code, names });
const ZHANGJIANG = place('310115125', '上海市', '市辖区', '浦东新区', '张江镇');
const LAOSHAN = place('370212001', '山东省', '青岛市', '崂山区', '中韩街道');
const YANGPU = place('310110001', '上海市', '市辖区', '杨浦区', '定海路街道');
const XUHUI = place('310104014', '上海市', '市辖区', '徐汇区', '徐家汇街道');

const employed = (
  who: string,
  at: string,
  organisation: string,
  region: Region,
  initiated: string,
): StoryStep => ({
  at,
  who,
  does: 'submit',
  wayId: 'employed',
  routeId: 'direct',
  fields: { organisation, region, initiatedAt: chinaTime(initiated) },
  screenshot: true,
});

const arrives = (who: string, at: string): StoryStep[] => [
  { at, who, does: 'signIn' },
  { at, who, does: 'confirmLogin' },
];

const signsIn = (who: string, at: string): StoryStep => ({ at, who, does: 'signIn' });
const approves = (about: string, at: string, who = '周岚'): StoryStep => ({
  at,
  who,
  does: 'decide',
  about,
  decision: 'approve',
});

const DAY_MS = 86_400_000;
/** The day `days` after `MM-DD`. */
const morning = (day: string, days: number): string =>
  new Date(Date.parse(`${YEAR}-${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(5, 10);

/** Staff allow a message at each tap of their work; here they do so one morning, a minute apart. */
const keepsAllowing = (who: string, times: number): StoryStep[] =>
  Array.from({ length: times }, (_, index) => ({
    at: `05-26 10:${String(index).padStart(2, '0')}`,
    who,
    does: 'consent',
    templates: ['task'],
  }));

/**
 * Somebody of the third branch who was early: approved a day later, arrived after two more. Few different instants,
 * because every one of them runs all timers.
 */
const early = (
  who: string,
  day: string,
  form: Pick<StoryStep & { does: 'submit' }, 'wayId' | 'routeId'> & { organisation: string; region: Region },
): StoryStep[] => {
  const { organisation, region, ...way } = form;
  const at = (days: number, time: string): string => `${morning(day, days)} ${time}`;
  const fields = { organisation, region, initiatedAt: chinaTime(at(0, '19:10')) };
  return [
    ...arrives(who, at(0, '19:20')),
    { at: at(0, '19:20'), who, does: 'submit', ...way, fields, screenshot: true },
    approves(who, at(1, '10:20'), '梁清和'),
    { at: at(3, '12:10'), who, does: 'report', outcome: 'accepted' },
  ];
};

const EMPLOYED = { wayId: 'employed', routeId: 'direct' } as const;
const STUDIES = { wayId: 'further-study', routeId: 'direct' } as const;

const THE_EARLY: readonly StoryStep[] = [
  ...early('王思齐', '05-29', {
    ...STUDIES,
    organisation: '江东大学信息学院2026级硕士第二团支部',
    region: XUHUI,
  }),
  ...early('李念真', '05-29', {
    ...EMPLOYED,
    organisation: '澄江智能装备（上海）有限公司团支部',
    region: ZHANGJIANG,
  }),
  ...early('张子衿', '06-03', { ...EMPLOYED, organisation: '云栖软件园第一联合团支部', region: XUHUI }),
  ...early('刘若溪', '06-03', {
    ...STUDIES,
    organisation: '海岳理工大学计算机学院2026级硕士第一团支部',
    region: YANGPU,
  }),
  ...early('陈嘉树', '06-03', {
    ...EMPLOYED,
    organisation: '北辰海洋仪器（青岛）有限公司团支部',
    region: LAOSHAN,
  }),
  { at: '06-05 14:00', who: '梁清和', does: 'stampCard', about: '王思齐' },
  { at: '06-05 14:00', who: '梁清和', does: 'stampCard', about: '李念真' },
];

export const STORY: readonly StoryStep[] = [
  ...THE_EARLY,
  signsIn('许嘉宁', '05-26 09:10'),
  ...keepsAllowing('许嘉宁', 12),
  ...keepsAllowing('周岚', 40),
  signsIn('顾书遥', '05-26 12:30'),
  signsIn('罗北辰', '05-26 18:05'),

  ...arrives('陈可', '05-27 19:00'),
  employed('陈可', '05-27 19:30', '北辰海洋仪器（青岛）有限公司', LAOSHAN, '05-27 19:20'),
  {
    at: '05-28 09:30',
    who: '周岚',
    does: 'decide',
    about: '陈可',
    decision: 'return',
    reason: '申请转入组织的名称少了“团支部”',
  },
  ...arrives('林晚', '05-28 20:00'),
  ...arrives('秦朗', '05-28 21:00'),
  employed(
    '秦朗',
    '05-29 09:40',
    '远山数据技术（杭州）有限公司团支部',
    place('330106004', '浙江省', '杭州市', '西湖区', '西溪街道'),
    '05-29 09:30',
  ),
  employed('陈可', '05-30 16:40', '北辰海洋仪器（青岛）有限公司团支部', LAOSHAN, '05-30 16:30'),
  ...arrives('吴桐', '05-31 08:30'),
  {
    at: '05-31 10:10',
    who: '吴桐',
    does: 'submit',
    wayId: 'further-study',
    routeId: 'direct',
    fields: {
      organisation: '江东大学信息学院2026级硕士第一团支部',
      region: XUHUI,
      initiatedAt: chinaTime('05-31 10:00'),
    },
    screenshot: true,
  },
  ...arrives('白露', '05-31 09:00'),
  {
    at: '05-31 11:10',
    who: '白露',
    does: 'submit',
    wayId: 'no-organisation',
    routeId: 'current-residence',
    fields: {
      organisation: '上海市杨浦区定海路街道学社衔接临时团支部',
      region: YANGPU,
      initiatedAt: chinaTime('05-31 11:00'),
    },
    screenshot: true,
  },
  employed('林晚', '06-03 10:26', '澄江智能装备（上海）有限公司团支部', ZHANGJIANG, '06-03 10:20'),
  { at: '06-03 10:27', who: '林晚', does: 'consent', templates: ['deadline', 'progress'] },
  { at: '06-03 10:28', who: '林晚', does: 'consent', templates: ['deadline'] },
  { at: '06-03 10:29', who: '林晚', does: 'consent', templates: ['deadline'] },
  { at: '06-03 10:30', who: '林晚', does: 'consent', templates: ['deadline'] },
  ...arrives('赵一鸣', '06-03 20:00'),
  employed('赵一鸣', '06-03 20:40', '云栖软件园综合团支部', XUHUI, '06-03 20:30'),
  approves('林晚', '06-04 15:12'),
  approves('赵一鸣', '06-04 15:14'),
  ...arrives('方元', '06-08 19:00'),
  employed(
    '方元',
    '06-09 09:10',
    '启明轨道交通设备（南京）有限公司团支部',
    place('320115001', '江苏省', '南京市', '江宁区', '东山街道'),
    '06-09 09:00',
  ),
  ...arrives('蒋宁', '06-10 08:00'),
  {
    at: '06-10 08:30',
    who: '蒋宁',
    does: 'submit',
    wayId: 'army',
    routeId: 'direct',
    fields: {},
    screenshot: false,
  },
  ...arrives('孟晓', '06-10 09:00'),
  {
    at: '06-10 09:30',
    who: '孟晓',
    does: 'submit',
    wayId: 'deferred',
    routeId: 'direct',
    fields: { expectedGraduation: '2027-06' },
    screenshot: false,
  },
  ...arrives('俞舟', '06-11 08:00'),
  {
    at: '06-11 08:40',
    who: '俞舟',
    does: 'submit',
    wayId: 'study-abroad',
    routeId: 'keep',
    fields: {
      registeredResidence: ZHANGJIANG,
      currentResidence: YANGPU,
      parentContact: { name: '俞建平', phone: '13800000000' },
    },
    screenshot: false,
  },
  signsIn('何牧', '06-11 11:35'),
  { at: '06-11 11:41', who: '何牧', does: 'requestCode', note: '改过一次密码，忘了改成什么。' },
  signsIn('周予安', '06-12 04:20'),
  { at: '06-12 04:41', who: '周予安', does: 'requestCode', note: '初始密码登不上。' },
  signsIn('宋以宁', '06-12 08:20'),
  { at: '06-12 08:30', who: '宋以宁', does: 'requestCode', note: '换手机以后忘了密码。' },
  {
    at: '06-12 08:50',
    who: '赵一鸣',
    does: 'report',
    outcome: 'refused',
    reason: '组织选错了，对方说不归他们管',
  },
  signsIn('沈知夏', '06-12 08:55'),
  { at: '06-12 09:01', who: '沈知夏', does: 'requestCode', note: '试了五次，被锁了。' },
  { at: '06-12 09:05', who: '许嘉宁', does: 'issueCode', forWhom: '宋以宁', code: '417605' },
  { at: '06-12 09:12', who: '宋以宁', does: 'revealCode' },
];
