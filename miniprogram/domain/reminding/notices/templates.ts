/** The subscribe-message templates to set up in the WeChat console: field keys carry WeChat's types. */
import type { TemplateKey } from '../kinds';

export interface TemplateSpec {
  readonly title: string;
  readonly fields: readonly { readonly key: string; readonly label: string }[];
}

export const TEMPLATES: Record<TemplateKey, TemplateSpec> = {
  progress: {
    title: '团关系转接进度',
    fields: [
      { key: 'thing1', label: '办理事项' },
      { key: 'phrase2', label: '当前状态' },
      { key: 'time3', label: '时间' },
      { key: 'thing4', label: '下一步' },
    ],
  },
  deadline: {
    title: '团关系转接截止提醒',
    fields: [
      { key: 'thing1', label: '提醒内容' },
      { key: 'time2', label: '截止时间' },
      { key: 'thing3', label: '到期后果' },
      { key: 'thing4', label: '现在要做' },
    ],
  },
  code: {
    title: '重置密码验证码通知',
    fields: [
      { key: 'thing1', label: '通知内容' },
      { key: 'thing2', label: '发送人' },
      { key: 'time3', label: '失效时间' },
      { key: 'thing4', label: '下一步' },
    ],
  },
  task: {
    title: '待办提醒',
    fields: [
      { key: 'thing1', label: '待办事项' },
      { key: 'thing2', label: '提交人' },
      { key: 'time3', label: '提交时间' },
      { key: 'thing4', label: '说明' },
    ],
  },
};
