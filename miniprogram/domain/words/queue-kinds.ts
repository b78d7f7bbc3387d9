import type { QueueKind } from '../people/queue-kinds';

/** What the college has to do with each kind of thing that waits. */
export const QUEUE_KIND_WORDS: Readonly<Record<QueueKind, string>> = {
  approval: '审批',
  registration: '登记',
  refusal: '对方退回',
  timeout: '已到期',
  code: '验证码',
  paper: '手续',
  overAge: '超龄',
};
