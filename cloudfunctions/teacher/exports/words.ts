import type { ExportKind } from '../../../miniprogram/domain/rules/export-kinds';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';

export const KIND_WORDS: Readonly<Record<ExportKind, string>> = {
  submissions: '转接登记表',
  army: '参军入伍名单',
  deferred: '延迟毕业名单',
  kept: '保留团组织关系名单',
  overAge: '超龄名单',
  unfinished: '未完成名单',
};

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
