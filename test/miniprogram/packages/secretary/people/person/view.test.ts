import type { Reply } from '../../../../../../miniprogram/packages/secretary/people/person/view';
import { toPersonView } from '../../../../../../miniprogram/packages/secretary/people/person/view';
import { RULEBOOKS, rulebookOf } from '../../../../../../miniprogram/rulebooks';
import { PERSON } from '../../../../../../tools/shots/cases/person-notices';

const DAY = 86_400_000;
/** 10:00 in China on 12 June 2026. */
const NOW = Date.UTC(2026, 5, 12, 2, 0);
const rulebook = rulebookOf('usst-2020') ?? RULEBOOKS[0]!;

const transfer = { ...PERSON.transfer!, initiatedAt: NOW - 5 * DAY, deadlineAt: NOW + 10 * DAY };
const person: Reply['person'] = {
  ...PERSON,
  credits: { progress: 2, deadline: 1, code: 0, task: 0 },
  lastNudgedAt: null,
  transfer,
};

const WAITING: Reply['person']['resetRequests'][number] = {
  id: 'r-1-1',
  state: 'waiting',
  handler: { role: 'secretary', name: '周敏' },
  requestedAt: NOW - DAY,
  escalatedAt: null,
  issuedAt: null,
  expiresAt: null,
};

const view = (more: Partial<Reply> = {}, about: Partial<Reply['person']> = {}) =>
  toPersonView(
    {
      person: { ...person, ...about },
      self: false,
      nudge: 'nothing-to-do',
      inviteCode: null,
      rulebookId: 'usst-2020',
      now: NOW,
      ...more,
    },
    rulebook,
  );
const factOf = (label: string, about: Partial<Reply['person']>) =>
  view({}, about).facts.find((fact) => fact.label === label);

describe('what stands about a classmate', () => {
  it('says how much of the history cannot be shown, and whom to tell', () => {
    expect(view({}, { transfer: { ...transfer, timelineHidden: 1 } }).hidden).toBe(
      '还有 1 条经过暂时打不开，别的不受影响。请告诉负责小程序的同事。',
    );
    expect(view().hidden).toBe('');
  });

  it.each([
    ['接收期限', {}, '6月22日 10:00，还剩 10 天', ''],
    ['接收期限', { transfer: { ...transfer, deadlineAt: NOW } }, '6月12日 10:00，今天截止', 'soon'],
    ['接收期限', { transfer: { ...transfer, deadlineAt: NOW - DAY } }, '6月11日 10:00，1 天前到期', 'stop'],
    ['去向', { transfer: { ...transfer, wayId: null, routeId: null } }, '由学院办理', ''],
    ['上次原因', { transfer: { ...transfer, reason: '名称不全' } }, '名称不全', ''],
    // As the branch board says it: for the message they are told next by, not for all together.
    ['微信提醒', { transfer: { ...transfer, state: 'approved' } }, '还能发 1 次', ''],
    ['微信提醒', { transfer: { ...transfer, state: 'accepted' } }, '还能发 2 次', ''],
    ['微信提醒', { transfer: null, resetRequests: [WAITING] }, '次数用完了，只能在小程序里看到', 'soon'],
    [
      '微信提醒',
      { credits: { progress: 0, deadline: 0, code: 0, task: 0 } },
      '次数用完了，只能在小程序里看到',
      'soon',
    ],
    ['微信提醒', { bound: false }, '还没进过小程序，提醒不到', 'soon'],
    ['上次提醒', { lastNudgedAt: NOW - 3_600_000 }, '今天 09:00', ''],
    ['上次提醒', { lastNudgedAt: NOW - DAY }, '6月11日 10:00', ''],
  ] as [string, Partial<Reply['person']>, string, string][])('%s: %j', (label, about, value, tone) => {
    expect(factOf(label, about)).toEqual({ label, value, tone });
  });

  it.each(['接收期限', '去向', '上次原因', '上次提醒'])('has no %s before anything has begun', (label) => {
    expect(factOf(label, { transfer: null })).toBeUndefined();
  });
});

describe('what the secretary can do for them', () => {
  it.each([
    ['nudged', 'nudge'],
    ['no-credit', 'inbox'],
    ['today', 'spent'],
    ['nothing-to-do', ''],
    ['unbound', ''],
  ] as const)('a nudge that would come to %s is offered as %j', (nudge, offered) => {
    expect(view({ nudge: nudge as Reply['nudge'] }).nudge).toBe(offered);
  });

  it('is to say what 智慧团建 shows, but not about oneself or before anything runs', () => {
    expect(view().reports.map(({ outcome }) => outcome)).toContain('accepted');
    expect(view({ self: true }).reports).toEqual([]);
    expect(view({}, { transfer: null }).reports).toEqual([]);
  });

  it('is to invite who has never come, by name, with the code that works', () => {
    const { invitation } = view({ inviteCode: 'QX7K2M' }, { bound: false, transfer: null });
    expect(invitation?.text).toMatch(/^林晚，/);
    expect(invitation?.text).toContain('邀请码 QX7K2M');
    expect(invitation?.text).not.toMatch(/尽快|务必|否则|！/);
    expect(invitation?.card).toEqual({
      title: '通信2201团支部的同学，来办团关系转接',
      path: '/pages/sign-in/sign-in?invite=QX7K2M',
    });
    expect(view().invitation).toBeNull();
  });
});

describe('where the secretary approves first', () => {
  const waiting = { ...transfer, state: 'submitted', waitsFor: 'secretary', timeline: [] } as const;
  const approved = (ago: number) => ({
    ...waiting,
    waitsFor: 'college' as const,
    timeline: [
      {
        at: NOW - ago,
        step: 'approve' as const,
        by: { role: 'secretary' as const, name: '周敏' },
        attempt: 1,
      },
    ],
  });

  it('names her in the tag, and offers to decide', () => {
    expect(view({}, { transfer: { ...waiting, timeline: [] } })).toMatchObject({
      state: 'with-secretary',
      canApprove: true,
      canUndo: false,
    });
  });

  it.each([
    [10 * 60_000, true],
    [10 * 60_000 + 1, false],
  ])('lets her take back what she approved %i ms ago: %s', (ago, canUndo) => {
    expect(view({}, { transfer: approved(ago) })).toMatchObject({ canApprove: false, canUndo });
  });

  it('offers her neither about her own', () => {
    const about = { transfer: approved(0) };
    expect(view({ self: true }, about)).toMatchObject({ canApprove: false, canUndo: false });
  });
});

describe('somebody whom a nudge would not move', () => {
  const elsewhere = (waitsFor: (typeof transfer)['waitsFor'], more: Partial<Reply> = {}) =>
    view(
      { nudge: 'nothing-to-do', ...more },
      { transfer: { ...transfer, state: waitsFor === 'receiver' ? 'approved' : 'submitted', waitsFor } },
    ).elsewhere;

  it('waits for the college: the words go to the teacher', () => {
    const { line, label, text } = elsewhere('college') ?? {};
    expect([line, label]).toEqual(['现在不用催 TA：等学院审批', '复制给老师的话']);
    expect(text).toContain('已经报上来了，等学院审批');
  });

  it('waits for the receiver: the words ask the receiver', () => {
    expect(elsewhere('receiver')?.line).toBe('现在不用催 TA：等对方接收');
    expect(elsewhere('receiver')?.text).toContain('请对方在系统里点接收');
  });

  it('waits for the secretary herself: she approves', () => {
    expect(elsewhere('secretary')).toBeNull();
  });

  it('is not shown about herself, or where a nudge is of use', () => {
    expect(elsewhere('college', { self: true })).toBeNull();
    expect(elsewhere('college', { nudge: 'nudged' })).toBeNull();
  });
});
