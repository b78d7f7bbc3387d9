import type { RouteRule, WayRule } from '../../../domain/rules/rulebook';
import type { RulebookEdit, Setting } from '../../../domain/rules/rulebook/settings';

/**
 * The same approvals for every route to a receiver. Army and confidential employers stay with the college: a secretary is
 * not told where these people go, and nobody approves what they are not told.
 */
const approvedBy = (ways: readonly WayRule[], approvals: RouteRule['approvals']): RulebookEdit[] =>
  ways.flatMap((way) =>
    way.routes
      .filter((route) => route.approvals.length > 0 && route.receiver !== null)
      .map((route) => ({ path: `ways.${way.id}.routes.${route.id}.approvals`, value: approvals })),
  );

export const approvals = (ways: readonly WayRule[]): Setting => ({
  id: 'approvals',
  question: '转出由谁审批？',
  default: 'college',
  options: [
    { id: 'college', label: '学院团委', whoDoes: '多数学校的通知只写学院审批。', edits: [] },
    {
      id: 'secretary-first',
      label: '先团支书，再学院团委',
      whoDoes: '上海交通大学 2020 年、四川一所高校 2023 年这样办。',
      edits: approvedBy(ways, ['secretary', 'college']),
    },
    {
      id: 'secretary',
      label: '只要团支书',
      whoDoes: '一所高校 2023 年这样办。',
      edits: approvedBy(ways, ['secretary']),
    },
  ],
});
