/** A message as it is stored: its name, its way out, and when it may leave. */
import { toNotice } from '../../../../cloudfunctions/_shared/notices/notice-of';
import type { Recipient } from '../../../../cloudfunctions/_shared/notices/place';
import { rulebookNamed } from '../../../../cloudfunctions/_shared/season/season';
import { chinaDay, DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import type { DueNotice } from '../../../../miniprogram/domain/reminding/due-notice';

/** 10:00 and 23:30 in China on 10 May. */
const MORNING = Date.UTC(2027, 4, 10, 2);
const NIGHT = Date.UTC(2027, 4, 10, 15, 30);
const TEMPLATES = { progress: 'tmpl-p', deadline: 'tmpl-d', code: 'tmpl-c', task: '' };

const due = (more: Partial<DueNotice> = {}): DueNotice => ({
  id: 't-1:1:returned',
  kind: 'returned',
  audience: 'graduate',
  dueAt: MORNING,
  notAfter: MORNING + DAY_MS,
  ...more,
});
const made = (one: DueNotice, to: Recipient = { accountId: 'oOne', channel: 'subscribe' }) =>
  toNotice(one, {
    about: { memberId: 'm-1', collegeId: 'c-1' },
    to,
    facts: {
      at: MORNING,
      memberName: '林小雨',
      branchName: '光电2302团支部',
      rulebook: rulebookNamed('usst-2020'),
    },
    quietHours: { from: 23, to: 8 },
    templateIds: TEMPLATES,
  });

it('keeps its name for a graduate, and is told apart by reader for all others', () => {
  expect(made(due())._id).toBe('t-1:1:returned');
  const code = due({ id: 'r-1:1:code-requested', kind: 'code-requested', audience: 'secretary' });
  const ids = ['oOne', 'oOther'].map((accountId) => made(code, { accountId, channel: 'subscribe' })._id);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^r-1:1:code-requested:[0-9a-f]{8}$/);
  expect(ids.join()).not.toContain('oOne');
});

it('is one a day for one person where staff would hear of every attempt', () => {
  const asked = due({ id: 't-1:2:approval-waiting', kind: 'approval-waiting', audience: 'teacher' });
  const [first, again, tomorrow] = [
    asked,
    { ...asked, id: 't-1:3:approval-waiting' },
    { ...asked, dueAt: MORNING + DAY_MS },
  ];
  expect(made(first)._id).toContain(`m-1:${chinaDay(MORNING)}:approval-waiting`);
  expect(made(again)._id).toBe(made(first)._id);
  expect(made(again).planId).toBe('t-1:3:approval-waiting');
  expect(made(tomorrow)._id).not.toBe(made(first)._id);
});

it('goes to the inbox alone where WeChat has granted no template for it, and a group hears it all the same', () => {
  const task = due({ kind: 'approval-waiting', audience: 'teacher' });
  expect(made(due()).channel).toBe('subscribe');
  expect(made(task).channel).toBe('inbox');
  expect(made(task, { accountId: 'c-1', channel: 'wecom' }).channel).toBe('wecom');
});

it('may leave when the night is over, and is in the inbox before', () => {
  expect(made(due())).toMatchObject({ dueAt: MORNING, nextAt: MORNING, status: 'planned', mayRepeat: false });
  expect(made(due({ dueAt: NIGHT }))).toMatchObject({ dueAt: NIGHT, nextAt: Date.UTC(2027, 4, 11) });
});

it('says how many days are left where it is about a day', () => {
  const near = due({ kind: 'deadline-near', days: 3 });
  expect([made(near).days, made(due()).days]).toEqual([3, null]);
  expect(made(near).title).toContain('3');
});
