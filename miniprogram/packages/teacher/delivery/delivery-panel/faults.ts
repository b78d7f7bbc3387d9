/** What WeChat or 企业微信 did not like, and what the person who looks after the mini-program does about it. */
import { momentOf } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import { isDenied, type DeniedCode } from '../../../../domain/reminding/denied-codes';
import { TEMPLATES } from '../../../../domain/reminding/notices/templates';

export type Health = Response<'teacher', 'health'>;
type Alarm = Health['alarms'][number];

export interface Remark {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

const fieldLabel = ({ template, field }: Pick<Alarm, 'template' | 'field'>): string | undefined =>
  field === null
    ? undefined
    : TEMPLATES[template].facts.find(({ fact, key }) => fact === field || key === field)?.label;

/** What WeChat or 企业微信 did not like, for the person who sets up the mini-program. */
export const FAULTS: Readonly<Record<number, string>> = {
  40003: '收信人的微信账号不对',
  40037: '模板编号不对',
  41030: '打开的页面还没有发布',
  45168: '微信说内容有风险',
};

/** WeChat takes nothing of ours: what it is, and what the person who looks after the mini-program does about it. */
const DENIED: Readonly<Record<DeniedCode, string>> = {
  [-604101]:
    '云函数 reminder 没有发订阅消息的权限。请用开发者工具对它点“云函数增量上传：更新文件”，选 config.json',
  [-604100]:
    '云函数 reminder 没有发订阅消息的权限。请用开发者工具对它点“云函数增量上传：更新文件”，选 config.json',
  [-502003]: '云函数没有读写云开发的权限。请在云开发控制台核对环境和权限，再部署一次',
  48001: '小程序还没有订阅消息的接口权限。请在公众平台核对认证和订阅消息功能',
  40001: '微信不认现在的凭证。请在云开发控制台重新授权小程序，再部署一次',
  43107: '订阅消息功能被微信停用了。请看公众平台的站内通知，按要求改好再申请恢复',
};

export const faultOf = ({ template, field, code }: Pick<Alarm, 'template' | 'field' | 'code'>): string => {
  const label = fieldLabel({ template, field });
  if (label) return `微信不收“${label}”这一项`;
  return FAULTS[code] ?? '微信不收其中一项';
};

export const alarmRemark = ({ channel, template, code, field, count, lastAt }: Alarm): Remark => {
  const key = `${channel}-${template}-${code}-${field ?? ''}`;
  const last = `最近一次是 ${momentOf(lastAt)}`;
  if (channel === 'wecom')
    return {
      key,
      title: '企业微信不认群机器人的地址了',
      text: `${count} 条没发到群里，${last}（代码 ${code}）。请在群里重新添加机器人，把新地址填在下面。`,
    };
  if (isDenied(code))
    return {
      key,
      title: '微信现在不收任何提醒',
      text: `${DENIED[code]}（代码 ${code}，${last}）。没发的都留着，改好以后会自己补发；大家在“消息”里仍然看得到。`,
    };
  const where = field ? `，字段 ${field}` : '';
  return {
    key,
    title: faultOf({ template, field, code }),
    text: `“${TEMPLATES[template].title}”有 ${count} 条没发出去，${last}。请负责小程序的同事核对这个模板（代码 ${code}${where}）。大家在“消息”里仍然看得到。`,
  };
};
