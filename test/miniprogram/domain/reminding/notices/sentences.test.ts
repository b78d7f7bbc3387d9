/** What each notice says of the facts it is told: what is known is said, and nothing of what is not. */
import type { EscalationCause } from '../../../../../miniprogram/domain/transfer/reset-states';
import { NOTICE_KINDS, type NoticeKind } from '../../../../../miniprogram/domain/reminding/kinds';
import { NOTICES, type NoticeFacts } from '../../../../../miniprogram/domain/reminding/notices/registry';
import { PAGES } from '../../../../../miniprogram/domain/reminding/pages';
import { rulebookOf, RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { at } from '../../deadline-table';

const rulebook = rulebookOf('national-2022') ?? RULEBOOKS[0]!;
const BARE: NoticeFacts = {
  audience: 'graduate',
  at: at('2027-06-11T09:00:00+08:00'),
  memberName: '林晚',
  branchName: '通信2201团支部',
  rulebook,
};
const DEADLINE = { deadlineAt: at('2027-06-18T10:20:00+08:00') };
const SEASON = { seasonDeadlineAt: at('2027-06-30T23:59:59+08:00') };

/** Title, text and every field of its message, as one. */
const said = (kind: NoticeKind, facts: Partial<NoticeFacts> = {}): string => {
  const { title, text, fields } = NOTICES[kind];
  const all = { ...BARE, ...facts };
  return [title(all), text(all), ...Object.values(fields(all))].join('\n');
};
const textOf = (kind: NoticeKind, facts: Partial<NoticeFacts> = {}): string =>
  NOTICES[kind].text({ ...BARE, ...facts });
const titleOf = (kind: NoticeKind, facts: Partial<NoticeFacts> = {}): string =>
  NOTICES[kind].title({ ...BARE, ...facts });
const pageOf = (kind: NoticeKind, facts: Partial<NoticeFacts> = {}): string =>
  NOTICES[kind].page({ ...BARE, ...facts });

const FACTS: readonly Partial<NoticeFacts>[] = [
  {},
  { audience: 'secretary', waits: 'with-secretary' },
  { audience: 'teacher', isOverdue: false, paperLeft: 'none' },
  { hasReceiver: false, isOwnDay: true, bySecretary: true, step: 'return' },
  { ...DEADLINE, ...SEASON, step: 'reopen', byName: '周岚', days: 3 },
  { step: 'report-returned', days: 0 },
];

test.each(NOTICE_KINDS)('%s says something in its title and in every field of its message', (kind) => {
  for (const facts of FACTS) {
    const all = { ...BARE, ...facts };
    for (const part of [NOTICES[kind].title(all), ...Object.values(NOTICES[kind].fields(all))])
      expect(part).toMatch(/^(?=.*[\p{Script=Han}\d]).{1,40}$/u);
    expect(titleOf(kind, facts).length).toBeGreaterThan(5);
  }
});

test.each(['returned', 'refused', 'case-closed', 'refusal-waiting', 'code-closed'] as const)(
  '%s says the reason where one was given',
  (kind) => {
    expect(textOf(kind, { reason: '名称不完整' })).toContain('原因：名称不完整。');
    expect(textOf(kind)).not.toContain('原因：');
  },
);

test('an escalated code says why it is the teacher’s, and blames no secretary who was not asked', () => {
  const because = (escalationCause: EscalationCause) => textOf('code-escalated', { escalationCause });
  expect(because('handed-on')).toContain('团支书没能拿到验证码');
  expect(because('unanswered')).toContain('团支书到时间还没填');
  expect(because('asked')).toContain('本人想请老师帮忙');
  expect(because('no-secretary')).toContain('支部现在没有团支书');
  expect(textOf('code-escalated')).not.toContain('团支书');
});

test('an escalated code brings what was said of it', () => {
  expect(textOf('code-escalated', { reason: '列表里找不到' })).toContain('说明：列表里找不到。');
  expect(textOf('code-escalated')).not.toContain('说明');
});

test.each(['refused', 'accepted', 'still-here', 'still-waiting', 'approved'] as const)(
  '%s speaks of the receiver only where there is one',
  (kind) => {
    expect(said(kind, { hasReceiver: false, days: 7 })).not.toContain('对方');
    expect(said(kind, { days: 7 })).toContain('对方');
    expect(said(kind, { hasReceiver: true, days: 7 })).toBe(said(kind, { days: 7 }));
  },
);

test('the 《团员证》 is spoken of where its step follows, and its page opens', () => {
  const cases: readonly Partial<NoticeFacts>[] = [{}, { paperLeft: 'desk' }];
  for (const facts of cases) {
    expect(said('accepted', facts)).toContain('《团员证》');
    expect(pageOf('accepted', facts)).toBe(PAGES.card);
  }
  expect(said('accepted', { paperLeft: 'none' })).not.toContain('《团员证》');
  expect(pageOf('accepted', { paperLeft: 'none' })).toBe(PAGES.track);
});

test.each(['deadline-near', 'approved', 'approval-waiting'] as const)(
  '%s names the hour of the deadline, where there is one',
  (kind) => {
    expect(textOf(kind, DEADLINE)).toContain('6月18日 10:20');
    expect(said(kind)).not.toContain('6月18日');
  },
);

test.each([
  [undefined, '快到期了'],
  [-1, '今天截止'],
  [0, '今天截止'],
  [1, '还剩 1 天'],
])('with %s days left a reminder begins with “%s”', (days, begins) => {
  for (const kind of ['deadline-near', 'season-near'] as const) {
    expect(titleOf(kind, { days })).toMatch(new RegExp(`^${begins}`));
    expect(NOTICES[kind].fields({ ...BARE, days }).about).toMatch(new RegExp(`^${begins}`));
    expect(NOTICES[kind].fields({ ...BARE, days }).count).toBe(String(Math.max(0, days ?? 0)));
  }
});

test('a season reminder says whose day it is', () => {
  expect(textOf('season-near', SEASON)).toContain('学院请大家在 6月30日前');
  expect(textOf('season-near', { ...SEASON, isOwnDay: true })).toContain('你选的去向要在 6月30日前');
  expect(textOf('season-near', { ...SEASON, isOwnDay: true })).not.toContain('学院');
  const consequence = (isOwnDay: boolean) =>
    NOTICES['season-near'].fields({ ...BARE, ...SEASON, isOwnDay }).consequence;
  expect(consequence(true)).not.toBe(consequence(false));
});

test('waiting says for how many days', () => {
  for (const hasReceiver of [true, false]) {
    expect(titleOf('still-waiting', { days: 14, hasReceiver })).toContain('14 天');
    expect(textOf('still-waiting', { days: 14, hasReceiver })).toContain('14 天');
  }
});

test('who of the school acted is named, else called by their office', () => {
  const by = (facts: Partial<NoticeFacts>) => titleOf('approved', facts);
  expect(by({})).toMatch(/^学院老师/);
  expect(by({ bySecretary: true })).toMatch(/^团支书批准/);
  expect(by({ byName: '周敏', bySecretary: true })).toMatch(/^团支书周敏/);
  expect(by({ byName: '周岚' })).toMatch(/^周岚老师/);
  expect(textOf('recorded')).toMatch(/^学院老师在 6月11日 09:00/);
  expect(textOf('case-closed', { bySecretary: true })).toMatch(/^团支书在 6月11日 09:00/);
  expect(textOf('recorded', { byName: '周岚' })).toMatch(/^周岚老师在/);
});

test.each([
  ['none', '后面由学院办', 'track'],
  ['desk', '还有线下手续', 'card'],
  ['other', '还有线下手续', 'card'],
] as const)('who was registered with %s left on paper is told so', (paperLeft, words, page) => {
  expect(textOf('recorded', { paperLeft })).toContain(words);
  expect(pageOf('recorded', { paperLeft })).toContain(page);
});

test('each return is called by what happened', () => {
  const [sentBack, reopened, seen] = (['return', 'reopen', 'report-returned'] as const).map((step) =>
    said('returned', { step, byName: '周岚' }),
  );
  expect(new Set([sentBack, reopened, seen]).size).toBe(3);
  expect(said('returned', { byName: '周岚' })).toBe(sentBack);
  expect(textOf('returned', { step: 'report-returned' })).toMatch(/^老师在/);
  expect(titleOf('returned', { step: 'reopen', bySecretary: true })).toBe(
    titleOf('returned', { step: 'reopen' }),
  );
});

test('a nudge says who asks, and by when where that is known', () => {
  expect(titleOf('nudged')).toMatch(/^团支书请你/);
  expect(said('nudged', { byName: '周敏' })).toMatch(/^周敏请你/);
  expect(said('nudged', SEASON)).toContain('6月30日前');
  expect(said('nudged')).not.toContain('前办完');
});

test('a code says until when it works, where that is known', () => {
  const expiresAt = at('2027-06-13T09:40:00+08:00');
  expect(textOf('code-issued', { expiresAt })).toContain('6月13日 09:40 失效');
  expect(textOf('code-issued')).not.toContain('失效');
  expect(NOTICES['code-issued'].fields({ ...BARE, expiresAt }).at).toBe('2027年6月13日 09:40');
  expect(textOf('code-issued', { byName: '周敏' })).toMatch(/^周敏替你/);
  expect(textOf('code-issued')).toMatch(/^团支书替你/);
});

test.each(['code-requested', 'code-waiting'] as const)('%s says when it goes to the teacher', (kind) => {
  const escalatesAt = at('2027-06-12T09:00:00+08:00');
  expect(textOf(kind, { escalatesAt })).toContain('6月12日 09:00 还没填，会转给学院老师');
  expect(textOf(kind)).toContain('会转给学院老师');
  expect(pageOf(kind)).toBe(`${PAGES.secretaryDesk}?tab=codes`);
});

test('staff read who it is about, and of which branch', () => {
  for (const kind of ['approval-waiting', 'registration-waiting', 'refusal-waiting', 'digest'] as const) {
    expect(textOf(kind, { audience: 'teacher' })).toContain('林晚，通信2201团支部');
    expect(textOf(kind, { audience: 'teacher', branchName: '' })).not.toContain('林晚，通信');
  }
});

test('a teacher’s notice opens the transfer it is about, or the desk', () => {
  for (const kind of ['registration-waiting', 'refusal-waiting', 'situation-changed'] as const) {
    expect(pageOf(kind, { transferId: 't1' })).toBe(`${PAGES.teacherDecision}?transferId=t1`);
    expect(pageOf(kind)).toBe(PAGES.teacherDesk);
  }
  expect(pageOf('code-escalated')).toBe(`${PAGES.teacherDesk}?kind=code`);
});

test('a changed situation says the new way, where there is one', () => {
  expect(textOf('situation-changed', { wayLabel: '参军入伍' })).toContain('改成“参军入伍”');
  expect(textOf('situation-changed')).not.toContain('改成');
});

describe('a digest', () => {
  test('says how many, whether they are late, and what the oldest waits for', () => {
    expect(titleOf('digest')).toBe('有 1 条等了很久');
    expect(titleOf('digest', { count: 4, isOverdue: false })).toBe('有 4 条在等你');
    expect(textOf('digest', { count: 4 })).toContain(`4 条已经等了 ${rulebook.escalateAfterHours} 小时`);
    expect(textOf('digest', { count: 4, isOverdue: false })).not.toContain('小时');
    expect(textOf('digest', { audience: 'secretary', waits: 'code' })).toContain('，等你填验证码。');
    expect(textOf('digest', { audience: 'secretary', waits: 'with-secretary' })).toContain('，等你审批。');
    expect(textOf('digest', { audience: 'teacher', waits: 'registered' })).toContain('，等你登记。');
    expect(textOf('digest')).not.toContain('等你审批');
  });

  test('opens the desk of its reader, for a secretary at what waits', () => {
    expect(pageOf('digest', { audience: 'teacher', waits: 'with-secretary' })).toBe(PAGES.teacherDesk);
    expect(pageOf('digest', { audience: 'secretary', waits: 'with-secretary' })).toBe(
      `${PAGES.secretaryDesk}?tab=branch`,
    );
    expect(pageOf('digest', { audience: 'secretary', waits: 'code' })).toBe(
      `${PAGES.secretaryDesk}?tab=codes`,
    );
  });
});

describe('a relation the school keeps', () => {
  const keptUntil = at('2028-05-10T10:00:00+08:00');

  test('says until when, where the rules name an end', () => {
    for (const kind of ['keeping-contact', 'keeping-near'] as const) {
      expect(textOf(kind, { keptUntil })).toContain('，最长到 2028年5月10日');
      expect(textOf(kind)).not.toContain('最长到');
      expect(pageOf(kind)).toBe(PAGES.home);
    }
    expect(NOTICES['keeping-near'].fields({ ...BARE, keptUntil }).at).toBe('2028年5月10日 10:00');
    expect(NOTICES['keeping-near'].fields(BARE).at).toBe('2027年6月11日 09:00');
  });

  test('counts the days that are left', () => {
    expect(titleOf('keeping-near', { days: 3 })).toMatch(/^还剩 3 天/);
    expect(titleOf('keeping-near')).toMatch(/^快到期了/);
  });
});
