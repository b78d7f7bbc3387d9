/** What WeChat or 企业微信 did not like: what the teacher reads of it, and what she hands on to whoever looks after the mini-program. */
import { momentOf } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import { isDenied, type DeniedCode } from '../../../../domain/reminding/denied-codes';
import { TEMPLATES } from '../../../../domain/reminding/notices/templates';

export type Health = Response<'teacher', 'health'>;
type Alarm = Health['alarms'][number];

export interface Remark {
  readonly key: string;
  readonly title: string;
  /** What it means for people, and what the teacher does. */
  readonly text: string;
  /** To send on to whoever mends it, with codes and names of settings; empty where the teacher mends it herself. */
  readonly handOn: string;
}

/** How a text begins that reaches somebody without the page around it. */
export const handedOn = (title: string, text: string): string => `小程序“团关系转接助手”：${title}。${text}`;

/** Whom a teacher turns to for what only settings or a deployment mend. */
export const ASK_OPERATOR = '要负责小程序的同事来改：复制下面的话发给 TA，里面写着怎么改。';

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
      text: `${count} 条没发到群里，${last}。请在群里重新添加机器人，把新地址填在下面。`,
      handOn: '',
    };
  if (isDenied(code)) {
    const title = '微信现在不收任何提醒';
    return {
      key,
      title,
      text: `${last}。没发的都留着，改好以后会自己补发；大家在“消息”里仍然看得到。${ASK_OPERATOR}`,
      handOn: handedOn(title, `${DENIED[code]}（代码 ${code}，${last}）。`),
    };
  }
  const title = faultOf({ template, field, code });
  const where = field ? `，字段 ${field}` : '';
  const unsent = `“${TEMPLATES[template].title}”有 ${count} 条没发出去，${last}。`;
  return {
    key,
    title,
    text: `${unsent}大家在“消息”里仍然看得到。${ASK_OPERATOR}`,
    handOn: handedOn(title, `${unsent}请在公众平台核对这个模板（代码 ${code}${where}）。`),
  };
};
