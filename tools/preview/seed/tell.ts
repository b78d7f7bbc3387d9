/** Deeds that many do, in short. */
import type { Region } from '../../../miniprogram/domain/rules/fields/kinds';
import { chinaTime, type StoryStep } from './deed';

export const place = (code: string, ...names: string[]): Region => ({ code, names });
export const ZHANGJIANG = place('310115125', '上海市', '市辖区', '浦东新区', '张江镇');
export const LAOSHAN = place('370212001', '山东省', '青岛市', '崂山区', '中韩街道');
export const YANGPU = place('310110001', '上海市', '市辖区', '杨浦区', '定海路街道');
export const XUHUI = place('310104014', '上海市', '市辖区', '徐汇区', '徐家汇街道');

export const employed = (
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

export const arrives = (who: string, at: string): StoryStep[] => [
  { at, who, does: 'signIn' },
  { at, who, does: 'confirmLogin' },
];

export const signsIn = (who: string, at: string): StoryStep => ({ at, who, does: 'signIn' });
export const approves = (about: string, at: string, who = '周岚'): StoryStep => ({
  at,
  who,
  does: 'decide',
  about,
  decision: 'approve',
});

/** Staff allow a message at each tap of their work; here they do so one morning, a minute apart. */
export const keepsAllowing = (who: string, times: number): StoryStep[] =>
  Array.from({ length: times }, (_, index) => ({
    at: `05-26 10:${String(index).padStart(2, '0')}`,
    who,
    does: 'consent',
    templates: ['task'],
  }));
