import type { ShownState } from '../transfer/shown-state';

/** The actor stands in the word, so that 学院退回 and 对方退回 are not confused. */
export const STATE_WORDS: Readonly<Record<ShownState, string>> = {
  none: '还没开始',
  planned: '到时候再办',
  draft: '填写中',
  submitted: '等学院审批',
  returned: '学院退回',
  approved: '学院已批准',
  refused: '对方退回',
  timedOut: '已到期',
  lapsed: '系统退回',
  accepted: '对方已接收',
  registered: '已报学院',
  recorded: '学院已登记',
  withdrawn: '已撤回',
  completed: '全部办完',
  'with-secretary': '等团支书审批',
  'approved-by-secretary': '团支书已批准',
  'returned-by-secretary': '团支书退回',
  'lapsed-at-school': '系统退回',
  closed: '学院已结束',
};
