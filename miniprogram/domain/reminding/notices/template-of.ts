/** Which consent a notice of each kind spends. Apart from the words, which the phone need not carry. */
import type { NoticeKind, TemplateKey } from '../kinds';

export const TEMPLATE_OF: Readonly<Record<NoticeKind, TemplateKey>> = {
  'code-requested': 'task',
  'code-waiting': 'task',
  'code-escalated': 'task',
  'code-issued': 'code',
  'code-closed': 'code',
  'approval-waiting': 'task',
  'approval-asked': 'task',
  'registration-waiting': 'task',
  approved: 'progress',
  returned: 'progress',
  recorded: 'progress',
  refused: 'progress',
  'refusal-waiting': 'task',
  'situation-changed': 'task',
  'case-closed': 'progress',
  accepted: 'progress',
  'deadline-near': 'deadline',
  'timed-out': 'deadline',
  'season-near': 'deadline',
  'still-waiting': 'progress',
  'keeping-contact': 'progress',
  'keeping-near': 'deadline',
  nudged: 'progress',
  digest: 'task',
};
