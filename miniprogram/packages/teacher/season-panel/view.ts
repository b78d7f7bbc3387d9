import { atChinaTime, dayNumberOf, formatChina } from '../../../domain/china-time';
import type { Request, Response } from '../../../domain/contract';
import type { Rulebook } from '../../../domain/rulebook';

export type SeasonReply = Response<'teacher', 'season'>;
export type SeasonPreview = Response<'teacher', 'previewSeason'>;
export type Changes = Request<'teacher', 'saveSeason'>['changes'];
type Settings = SeasonReply['season'];
type Hours = Settings['quietHours'];

/** What stands in the form. */
export interface SeasonForm {
  readonly rulebookId: string;
  /** `YYYY-MM-DD`, China; empty follows the rulebook. */
  readonly deadline: string;
  readonly from: number;
  readonly to: number;
  /** Whether the hours are the season's own. */
  readonly ownHours: boolean;
  readonly announcement: string;
}

export interface Row {
  readonly label: string;
  readonly value: string;
  readonly tone?: 'soon' | 'done';
}

export const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
export const hoursText = ({ from, to }: Hours): string =>
  from === to ? '不设' : `${hourText(from)} 到${from > to ? '第二天 ' : ' '}${hourText(to)}`;

/** The last moment of a picked day, as the rulebook's own deadline is. */
const deadlineAt = (date: string): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return atChinaTime(dayNumberOf(year, month, day) + 1, 0, 0) - 1;
};

export const formOf = (season: Settings): SeasonForm => ({
  rulebookId: season.rulebookId,
  deadline: season.deadlineOverridden ? formatChina(season.deadlineAt, 'YYYY-MM-DD') : '',
  from: season.quietHours.from,
  to: season.quietHours.to,
  ownHours: season.quietHoursOverridden,
  announcement: season.announcement?.text ?? '',
});

/** Only what differs from what is saved; null goes back to the rulebook. */
export const changesOf = (form: SeasonForm, season: Settings): Changes => {
  const saved = formOf(season);
  const announcement = form.announcement.trim();
  const hoursDiffer = form.from !== saved.from || form.to !== saved.to;
  return {
    ...(form.rulebookId === saved.rulebookId ? {} : { rulebookId: form.rulebookId }),
    ...(form.deadline === saved.deadline
      ? {}
      : { deadlineAt: form.deadline ? deadlineAt(form.deadline) : null }),
    ...(form.ownHours === saved.ownHours && !(form.ownHours && hoursDiffer)
      ? {}
      : { quietHours: form.ownHours ? { from: form.from, to: form.to } : null }),
    ...(announcement === saved.announcement ? {} : { announcement: announcement || null }),
  };
};

export const hasChanges = (changes: Changes): boolean => Object.keys(changes).length > 0;

/** What happens to reminders that are planned already; a line only for what does happen. */
const reminderRows = ({ complete, people, ...preview }: SeasonPreview): Row[] => {
  const { remindersPlanned, remindersCancelled, transfersMoved, transfersKept } = preview;
  const about = complete ? '' : '至少 ';
  const line = (label: string, count: number, value: string): Row[] => (count > 0 ? [{ label, value }] : []);
  const isMoving = remindersPlanned > 0 || remindersCancelled > 0;
  return [
    ...(isMoving ? line('还没开始的', people, `${about}${people} 人，提醒跟着改`) : []),
    ...line('提醒', remindersPlanned, `${about}${remindersPlanned} 条新排或改时间`),
    ...line('不再发', remindersCancelled, `${about}${remindersCancelled} 条提醒`),
    ...line('等接收的', transfersMoved, `${transfersMoved} 人的提醒挪开免打扰`),
    ...line('不受影响', transfersKept, `${transfersKept} 人按开始时的规则走完`),
    ...(isMoving ? [] : [{ label: '提醒', value: '都不用改' }]),
  ];
};

/** What saving means, one fact per line. */
export const previewRows = (
  preview: SeasonPreview,
  { announcement }: Changes,
  names: Readonly<Record<string, string>>,
): Row[] => {
  const { before, after } = preview;
  const day = (at: number): string => formatChina(at, 'M月D日 HH:mm');
  const change = (label: string, old: string, fresh: string): Row[] =>
    old === fresh ? [] : [{ label, value: `${old} → ${fresh}`, tone: 'soon' }];
  return [
    ...change(
      '规则',
      names[before.rulebookId] ?? before.rulebookId,
      names[after.rulebookId] ?? after.rulebookId,
    ),
    ...change('本季截止', day(before.deadlineAt), day(after.deadlineAt)),
    ...change('免打扰', hoursText(before.quietHours), hoursText(after.quietHours)),
    ...(announcement === undefined
      ? []
      : [{ label: '公告', value: announcement === null ? '从首页拿掉' : '马上出现在所有人的首页' }]),
    ...reminderRows(preview),
  ];
};

/** The rulebook's numbers, as a college reads them. */
export const ruleRows = (rulebook: Rulebook, { quietHours }: Pick<Settings, 'quietHours'>): Row[] => [
  { label: '接收期限', value: `${rulebook.receiverDays} 天，到期${rulebook.timeoutShort}` },
  {
    label: '提前提醒',
    value: `${rulebook.reminderDays.map((days) => `${days} 天`).join('、')}，${hourText(rulebook.reminderHour)} 发`,
  },
  { label: '免打扰', value: hoursText(quietHours) },
  { label: '年龄上限', value: `${rulebook.ageLimit} 岁` },
  {
    label: '验证码',
    value: `${rulebook.resetCodeHours} 小时内有效，${rulebook.escalateAfterHours} 小时没人填就转给老师`,
  },
  { label: '依据', value: `${rulebook.source}，${formatDay(rulebook.checkedOn)}核对` },
];

const formatDay = (date: string): string => date.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日');

/** Which of WeChat's message templates are set up. */
export const templateRows = (templates: SeasonReply['templates']): Row[] =>
  templates.map(({ title, missing }) => ({
    label: title,
    value: missing ? '没有配置，这类消息只到站内' : '已配置',
    tone: missing ? 'soon' : 'done',
  }));
