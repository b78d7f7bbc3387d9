/** What happened to a transfer, in one place: the graduate's progress, the staff's histories and the audit say the same. */
import type { TransferStep } from '../transfer/steps';

/** Steps, and what else stands in a history. */
export type HistoryStep = TransferStep | 'initiated' | 'reminded';

/** Whoever did it stands before or beside it. */
export const STEP_WORDS: Readonly<Record<HistoryStep, string>> = {
  'choose-way': '选好去向',
  begin: '可以办了',
  initiated: '在系统里发起',
  submit: '提交了申请',
  register: '报给了学院',
  hurry: '请审批的人先批',
  approve: '批准转出',
  'undo-approve': '撤回了批准',
  return: '退回了申请',
  'report-accepted': '报告：对方已接收',
  'report-refused': '报告：被对方退回',
  'report-returned': '报告：到期退回来了',
  'confirm-arrived': '按名单核对：已经转到',
  'confirm-here': '按名单核对：还在学校',
  'undo-evidence': '撤回了名单核对',
  withdraw: '撤回了申请',
  'change-situation': '情况变了，换了去向',
  'time-out': '到期，还没有结果',
  record: '登记好了',
  'contact-due': '到了学院联系的日子',
  'end-keeping': '保留期到了，要转出',
  tick: '办好了',
  untick: '撤回了“办好”',
  complete: '全部办完',
  reopen: '重新打开了申请',
  close: '结束了这次办理',
  reminded: '提醒已送到微信',
};
