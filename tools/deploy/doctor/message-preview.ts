/** Each message as people will see it, with an invented person: title of the template, then its lines. */
import { NOTICE_KINDS, type NoticeKind } from '../../../miniprogram/domain/reminding/kinds';
import { fillFields } from '../../../miniprogram/domain/reminding/notices/fill';
import type { GrantedTemplates } from '../../../miniprogram/domain/reminding/notices/granted';
import { NOTICES, type NoticeFacts } from '../../../miniprogram/domain/reminding/notices/registry';
import { TEMPLATE_OF } from '../../../miniprogram/domain/reminding/notices/template-of';
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import { DEFAULT_RULEBOOK_ID, rulebookOf } from '../../../miniprogram/rulebooks';
import type { TemplatesAnswer } from './self-check';

/** `办理事项:{{thing1.DATA}}`, one a line, in the order in which WeChat shows them. */
const FIELD = /([^\n{}]*?)[:：]?\s*\{\{(\w+)\.DATA\}\}/g;

export const fieldsIn = (content: string): { label: string; key: string }[] =>
  [...content.matchAll(FIELD)].map(([, label = '', key = '']) => ({ label: label.trim(), key }));

const DAYS_LEFT = 3;

const inventedFacts = (now: number, rulebook: NoticeFacts['rulebook']): NoticeFacts => ({
  audience: 'graduate',
  at: now,
  memberName: '林晚',
  branchName: '通信2201团支部',
  byName: '周岚',
  deadlineAt: now + DAYS_LEFT * DAY_MS,
  seasonDeadlineAt: now + DAYS_LEFT * DAY_MS,
  expiresAt: now + DAY_MS,
  escalatesAt: now + DAY_MS,
  days: DAYS_LEFT,
  count: 2,
  rulebook,
});

const preview = (
  kind: NoticeKind,
  { granted }: TemplatesAnswer,
  configured: GrantedTemplates,
  facts: NoticeFacts,
): string[] => {
  const template = TEMPLATE_OF[kind];
  const { id, fields } = configured[template];
  const found = granted.find(({ priTmplId }) => priTmplId === id);
  if (!found) return [];
  const values = fillFields(template, fields, NOTICES[kind].fields(facts));
  const lines = fieldsIn(found.content).map(({ label, key }) => `${label}：${values[key] ?? '（空）'}`);
  return [[`【${found.title}】`, ...lines].join('\n  ')];
};

/** One text a kind of message, of those whose template is granted; `now` in epoch milliseconds. */
export const previewMessages = (
  answer: TemplatesAnswer,
  configured: GrantedTemplates,
  now: number,
): string[] => {
  const rulebook = rulebookOf(DEFAULT_RULEBOOK_ID);
  if (!rulebook) return [];
  const facts = inventedFacts(now, rulebook);
  return NOTICE_KINDS.flatMap((kind) => preview(kind, answer, configured, facts));
};
