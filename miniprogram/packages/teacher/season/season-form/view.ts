import { atChinaTime, dayNumberOf, formatChina, momentOf } from '../../../../domain/calendar/china-time';
import { cleanText } from '../../../../domain/text/clean-text';
import type { Request, Response } from '../../../../contract';
import { shippedIdOf, type Choice } from '../../../../domain/rules/rulebook/chosen';
import type { FormSource, Hours } from './source';
import { isSameChoice, practiceRows } from './practice';

export type SeasonPreview = Response<'teacher', 'previewSeason'>;
export type Changes = Request<'teacher', 'saveSeason'>['changes'];

/** What stands in the form. */
export interface SeasonForm {
  readonly rulebookId: string;
  /** Answers that differ from the rulebook's own. */
  readonly choices: readonly Choice[];
  /** `YYYY-MM-DD`, China; empty follows the rulebook, or the university. */
  readonly deadline: string;
  readonly from: number;
  readonly to: number;
  /** Whether the hours are own ones. */
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

/** A picked day as a person says it. */
export const dayText = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return date && `${year}年${month}月${day}日`;
};

/** The last moment of a picked day, as the rulebook's own deadline is. */
const deadlineAt = (date: string): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return atChinaTime(dayNumberOf(year, month, day) + 1, 0, 0) - 1;
};

export const formOf = (source: FormSource): SeasonForm => ({
  rulebookId: source.rulebookId,
  choices: source.choices,
  deadline: source.deadlineOverridden ? formatChina(source.deadlineAt, 'YYYY-MM-DD') : '',
  from: source.quietHours.from,
  to: source.quietHours.to,
  ownHours: source.quietHoursOverridden,
  announcement: source.announcement,
});

/** Only what differs from what is saved; null goes back to the rulebook, or to the university. */
export const changesOf = (form: SeasonForm, source: FormSource): Changes => {
  const saved = formOf(source);
  const announcement = cleanText(form.announcement);
  const hoursDiffer = form.from !== saved.from || form.to !== saved.to;
  return {
    ...(form.rulebookId === saved.rulebookId ? {} : { rulebookId: form.rulebookId }),
    ...(isSameChoice(form, saved) ? {} : { choices: [...form.choices] }),
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

/** The form over newer settings: what was typed stays, what was left alone becomes what others saved meanwhile. */
export const rebase = (form: SeasonForm, before: FormSource, after: FormSource): SeasonForm => {
  const [old, fresh] = [formOf(before), formOf(after)];
  const keepsHours = form.ownHours !== old.ownHours || form.from !== old.from || form.to !== old.to;
  const { ownHours, from, to } = keepsHours ? form : fresh;
  const { rulebookId, choices } = isSameChoice(form, old) ? fresh : form;
  return {
    rulebookId,
    choices,
    deadline: form.deadline === old.deadline ? fresh.deadline : form.deadline,
    announcement: form.announcement === old.announcement ? fresh.announcement : form.announcement,
    ownHours,
    from,
    to,
  };
};

/** What happens to reminders that are planned already; a line only for what does happen. */
const reminderRows = ({ complete, people, ...preview }: SeasonPreview): Row[] => {
  const { remindersAdded, remindersGone, transfersMoved, transfersKept } = preview;
  const about = complete ? '' : '至少 ';
  const line = (label: string, count: number, value: string): Row[] => (count > 0 ? [{ label, value }] : []);
  const isMoving = remindersAdded > 0 || remindersGone > 0;
  return [
    ...(isMoving ? line('还没开始的', people, `${about}${people} 人，提醒跟着改`) : []),
    ...line('提醒', remindersAdded, `${about}${remindersAdded} 条新增或改时间`),
    ...line('不再发', remindersGone, `${about}${remindersGone} 条提醒`),
    ...line('等接收的', transfersMoved, `${transfersMoved} 人的提醒挪开免打扰`),
    ...line('不受影响', transfersKept, `${transfersKept} 人按开始时的规则走完`),
    ...(isMoving ? [] : [{ label: '提醒', value: '都不用改' }]),
  ];
};

/** What saving means, one fact per line. */
export const previewRows = (
  preview: SeasonPreview,
  { announcement }: Changes,
  { collegeId, names }: { collegeId: string; names: Readonly<Record<string, string>> },
): Row[] => {
  const { before, after } = preview;
  const change = (label: string, old: string, fresh: string): Row[] =>
    old === fresh ? [] : [{ label, value: `${old} → ${fresh}`, tone: 'soon' }];
  const nameOf = (id: string): string => names[shippedIdOf(id)] ?? shippedIdOf(id);
  const readers = collegeId ? '本院同学' : '所有人';
  return [
    ...change('规则', nameOf(before.rulebookId), nameOf(after.rulebookId)),
    ...practiceRows(before.rulebookId, after.rulebookId),
    ...change(collegeId ? '本院截止' : '本季截止', momentOf(before.deadlineAt), momentOf(after.deadlineAt)),
    ...change('免打扰', hoursText(before.quietHours), hoursText(after.quietHours)),
    ...(announcement === undefined
      ? []
      : [{ label: '公告', value: announcement === null ? '从首页拿掉' : `马上出现在${readers}的首页` }]),
    ...reminderRows(preview),
  ];
};
