/** The sheets that ask why before something is sent back or opened again. */
import { CLOSE_REASONS, REOPEN_REASONS } from './reasons';
import type { Decision, DecisionView } from './view';

export interface ReasonSheet {
  readonly decision: Extract<Decision, 'return' | 'reopen' | 'close'>;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly presets: readonly string[];
}

export const returnSheet = ({ name, reasons }: Pick<DecisionView, 'name' | 'reasons'>): ReasonSheet => ({
  decision: 'return',
  title: `退回${name}的申请`,
  text: '原因会原样发给本人，改好再交就是新的一次。',
  confirm: '退回',
  presets: reasons,
});

export const closeSheet = ({ name }: Pick<DecisionView, 'name'>): ReasonSheet => ({
  decision: 'close',
  title: `结束${name}的这次办理`,
  text: '待办和催办里都不再有 TA。原因记在经过里，本人看得到，还可以重新选去向。',
  confirm: '结束',
  presets: CLOSE_REASONS,
});

export const reopenSheet = ({ name }: Pick<DecisionView, 'name'>): ReasonSheet => ({
  decision: 'reopen',
  title: `重新打开${name}的转接`,
  text: '会请本人再报一次，原因原样发给本人。以前的记录都还在。',
  confirm: '重新打开',
  presets: REOPEN_REASONS,
});
