import { AUDIT_KINDS, type AuditKind } from '../../../domain/people/audit';
import { DAY_MS, momentOf } from '../../../domain/calendar/china-time';
import type { Response } from '../../../contract';
import { shippedIdOf } from '../../../domain/rules/rulebook/chosen';
import type { StandingList } from '../../../domain/rules/standing-lists';
import { OFFERED_RULEBOOKS, rulebookOf } from '../../../rulebooks/index';
import { AUDIT_KIND_WORDS, auditWords } from '../../../domain/words/audit';

type Entry = Response<'teacher', 'audits'>['entries'][number];

export type KindId = AuditKind | 'all';
export const KIND_CHIPS: readonly { readonly id: KindId; readonly label: string }[] = [
  { id: 'all', label: '全部' },
  ...AUDIT_KINDS.map((id) => ({ id, label: AUDIT_KIND_WORDS[id] })),
];

/** Days back; none means from the beginning. */
const SPANS = { all: null, today: 1, week: 7, month: 30 } as const;
export type SpanId = keyof typeof SPANS;
export const SPAN_CHIPS: readonly { readonly id: SpanId; readonly label: string }[] = [
  { id: 'all', label: '不限时间' },
  { id: 'today', label: '一天内' },
  { id: 'week', label: '七天内' },
  { id: 'month', label: '三十天内' },
];

/** Epoch ms, or undefined when time does not matter. */
export const startOf = (span: SpanId, now: number): number | undefined => {
  const days = SPANS[span];
  return days === null ? undefined : now - days * DAY_MS;
};

export interface AuditRow {
  readonly id: string;
  readonly what: string;
  /** Whom it is about; empty when about nobody, or somebody gone. */
  readonly about: string;
  readonly memberId: string;
  readonly line: string;
  readonly at: string;
}

const ROLES: Readonly<Record<Entry['role'], string>> = {
  graduate: '毕业生',
  secretary: '团支书',
  teacher: '老师',
  committee: '校团委',
  system: '系统',
  visitor: '还没登录的人',
};

/** Somebody who has deleted their data is still somebody. */
const actorOf = ({ role, actorName, actorId }: Entry): string => {
  if (role === 'system' || role === 'visitor') return ROLES[role];
  return `${ROLES[role]} ${actorName ?? (actorId === null ? '' : '（已离开）')}`.trim();
};

const STANDING_WORDS: Readonly<Record<StandingList | 'workbook' | 'differences', string>> = {
  workbook: '周五的工作簿',
  differences: '对账里对不上的',
  submissions: '全部转接记录',
  unfinished: '还没转到的',
  overAge: '超龄的',
};
const isStanding = (kind: string): kind is keyof typeof STANDING_WORDS => kind in STANDING_WORDS;

/** Which list was taken out; one of a rulebook by its title. */
const listWords = (kind: string): string => {
  if (isStanding(kind)) return `“${STANDING_WORDS[kind]}”`;
  const own = OFFERED_RULEBOOKS.flatMap(({ lists }) => lists).find(({ id }) => id === kind);
  return `“${own?.title ?? kind}”`;
};

/** What a change of the season or the rules came to, which list was taken out, or that a roster did it. */
const detailOf = ({ action, facts }: Entry): string => {
  const { rulebookId, changes, kind, byRoster } = facts;
  if (byRoster === true) return '按导入的名单';
  if (action === 'export' && typeof kind === 'string') return listWords(kind);
  if (typeof rulebookId === 'string')
    return `按“${rulebookOf(shippedIdOf(rulebookId))?.name ?? '没有见过的规则'}”`;
  return typeof changes === 'number' ? `改了 ${changes} 处` : '';
};

export const toAuditRow = (entry: Entry): AuditRow => {
  const { id, action, memberId, memberName, branchName, at } = entry;
  return {
    id,
    what: auditWords(action),
    about: memberName ?? '',
    memberId: memberId ?? '',
    line: [actorOf(entry), branchName, detailOf(entry)].filter(Boolean).join('，'),
    at: momentOf(at),
  };
};
