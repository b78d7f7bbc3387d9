/** What the subscribe messages tell. Which key of a granted template carries which fact is configuration. */
import type { TemplateKey } from '../kinds';

type MessageFact = 'about' | 'state' | 'who' | 'at' | 'consequence' | 'next' | 'count';

/** What a fact is made of; a kind of field carries some of them. */
export type FactShape = 'sentence' | 'state' | 'person' | 'moment' | 'count';

export interface FactSpec {
  readonly fact: MessageFact;
  readonly label: string;
  readonly shape: FactShape;
  /** The key that carries it when the configuration gives an id alone; none for what is told on request only. */
  readonly key: string | null;
}

export interface TemplateSpec {
  readonly title: string;
  /** The most important first: a template with fewer fields leaves out the last. */
  readonly facts: readonly FactSpec[];
}

export const TEMPLATES: Record<TemplateKey, TemplateSpec> = {
  progress: {
    title: '团关系转接进度',
    facts: [
      { fact: 'about', label: '办理事项', shape: 'sentence', key: 'thing1' },
      { fact: 'next', label: '下一步', shape: 'sentence', key: 'thing4' },
      { fact: 'at', label: '时间', shape: 'moment', key: 'time3' },
      { fact: 'state', label: '当前状态', shape: 'state', key: 'phrase2' },
    ],
  },
  deadline: {
    title: '团关系转接截止提醒',
    facts: [
      { fact: 'about', label: '提醒内容', shape: 'sentence', key: 'thing1' },
      { fact: 'at', label: '截止时间', shape: 'moment', key: 'time2' },
      { fact: 'next', label: '现在要做', shape: 'sentence', key: 'thing4' },
      { fact: 'consequence', label: '到期后果', shape: 'sentence', key: 'thing3' },
      { fact: 'count', label: '还剩几天', shape: 'count', key: null },
    ],
  },
  code: {
    title: '重置密码验证码通知',
    facts: [
      { fact: 'about', label: '通知内容', shape: 'sentence', key: 'thing1' },
      { fact: 'at', label: '失效时间', shape: 'moment', key: 'time3' },
      { fact: 'next', label: '下一步', shape: 'sentence', key: 'thing4' },
      { fact: 'who', label: '发送人', shape: 'person', key: 'thing2' },
    ],
  },
  task: {
    title: '待办提醒',
    facts: [
      { fact: 'about', label: '待办事项', shape: 'sentence', key: 'thing1' },
      { fact: 'who', label: '提交人', shape: 'person', key: 'thing2' },
      { fact: 'next', label: '说明', shape: 'sentence', key: 'thing4' },
      { fact: 'at', label: '提交时间', shape: 'moment', key: 'time3' },
      { fact: 'count', label: '几条', shape: 'count', key: null },
    ],
  },
};
