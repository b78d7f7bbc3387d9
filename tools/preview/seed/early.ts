import type { Region } from '../../../miniprogram/domain/rules/fields/kinds';
import { chinaTime, YEAR, type StoryStep } from './deed';
import { approves, arrives, LAOSHAN, XUHUI, YANGPU, ZHANGJIANG } from './tell';

const DAY_MS = 86_400_000;
/** The day `days` after `MM-DD`. */
const morning = (day: string, days: number): string =>
  new Date(Date.parse(`${YEAR}-${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(5, 10);

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

/** Of the third branch: what a season looks like where it is nearly over. */
export const THE_EARLY: readonly StoryStep[] = [
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
