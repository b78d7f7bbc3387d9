import type { TransferState } from '../../domain/transfer/states';

export type ShownState = TransferState | 'none';

export interface StateWord {
  readonly text: string;
  /** Theme of t-tag. */
  readonly theme: 'default' | 'primary' | 'warning' | 'danger' | 'success';
}

/** The actor stands in the word, so that 学院退回 and 对方退回 are not confused. */
export const STATE_WORDS: Record<ShownState, StateWord> = {
  none: { text: '还没开始', theme: 'default' },
  draft: { text: '填写中', theme: 'default' },
  submitted: { text: '等学院审批', theme: 'primary' },
  returned: { text: '学院退回', theme: 'warning' },
  approved: { text: '学院已批准', theme: 'primary' },
  refused: { text: '对方退回', theme: 'danger' },
  timedOut: { text: '已到期', theme: 'danger' },
  accepted: { text: '对方已接收', theme: 'success' },
  registered: { text: '已报学院', theme: 'primary' },
  recorded: { text: '学院已登记', theme: 'success' },
  withdrawn: { text: '已撤回', theme: 'default' },
  completed: { text: '全部办完', theme: 'success' },
};
