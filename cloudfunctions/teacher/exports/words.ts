import type { TransferState } from '../../../miniprogram/domain/transfer/states';

/** As the mini-program says them. */
export const STATE_WORDS: Readonly<Record<TransferState, string>> = {
  draft: '填写中',
  submitted: '等学院审批',
  returned: '学院退回',
  approved: '学院已批准',
  refused: '对方退回',
  timedOut: '已到期',
  accepted: '对方已接收',
  registered: '已报学院',
  recorded: '学院已登记',
  withdrawn: '已撤回',
  completed: '全部办完',
};
