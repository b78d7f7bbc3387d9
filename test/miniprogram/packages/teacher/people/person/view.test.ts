import {
  newCodeText,
  toPersonView,
  type Person,
} from '../../../../../../miniprogram/packages/teacher/people/person/view';
import { RULEBOOKS, rulebookOf } from '../../../../../../miniprogram/rulebooks';
import { STEPS } from '../../../../../../tools/shots/cases/offline-replies';
import { PERSON } from '../../../../../../tools/shots/cases/person-notices';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 12, 2, 0);
const rulebook = rulebookOf('usst-2020') ?? RULEBOOKS[0]!;

it('tells a branch its new code, and who need not mind', () => {
  expect(newCodeText('通信2201团支部', 'K7M2QX')).toBe(
    '通信2201团支部的邀请码换成了 K7M2QX，旧的不能用了。已经登录的同学不用管，还没登录的用新的。',
  );
});

describe('the page of a person', () => {
  const transfer: NonNullable<Person['transfer']> = {
    ...PERSON.transfer!,
    state: 'submitted',
    waitsFor: 'college',
    initiatedAt: NOW - 13 * DAY,
    deadlineAt: NOW + 2 * DAY,
  };
  const credits = { progress: 0, deadline: 2, code: 0, task: 0 };
  const view = (more: Partial<Person> = {}) =>
    toPersonView(
      { ...PERSON, transfer, credits, lastNudgedAt: null, ...more },
      { rulebook, organisation: null, now: NOW },
    );

  it.each([
    ['submitted', 'decision', '去审批'],
    ['registered', 'decision', '去登记'],
    ['approved', 'decision', '报告转到了没有'],
    ['timedOut', 'decision', '核对转到了没有'],
    ['accepted', 'cards', '登记团员证'],
  ] as const)('leads on from %s', (state, to, label) => {
    const offline = [...STEPS];
    expect(view({ transfer: { ...transfer, state, offline } }).main).toEqual({ to, label });
  });

  it('says of a way that is not told who handles it, speaks of no receiver, and leads to no decision', () => {
    const told = { ...transfer, state: 'approved' as const, waitsFor: 'receiver' as const, deadlineAt: null };
    const shown = view({ transfer: { ...told, wayId: null, routeId: null } });
    expect(shown.facts).toContainEqual({ label: '去向', value: '由学院办理', tone: '' });
    expect(shown.groupAnswer).not.toContain('对方');
    expect(shown.main).toBeNull();
    expect(view({ transfer: told }).groupAnswer).toContain('对方');
  });

  it('leads to no desk where the rules have none, and ticks what there is here', () => {
    const offline = STEPS.filter(({ atDesk }) => !atDesk);
    const shown = view({ transfer: { ...transfer, state: 'accepted', waitsFor: 'secretary', offline } });
    expect(shown.main).toBeNull();
    expect(shown.offline.map(({ label, action }) => [label, action])).toEqual([
      ['组织关系介绍信', '回执收到了'],
      ['编入团支部', '办好了'],
    ]);
  });

  it.each(['draft', 'returned', 'withdrawn'] as const)(
    'leads nowhere while it is their turn: %s',
    (state) => {
      expect(view({ transfer: { ...transfer, state } }).main).toBeNull();
    },
  );

  it('counts the consents for what they are told next by, and no others', () => {
    const many = view({ credits: { ...credits, progress: 5, task: 7 } });
    expect(many.facts.map(({ value }) => value)).toContain('还能发 2 次');
  });

  it('leads nowhere while the branch secretary approves first', () => {
    expect(view({ transfer: { ...transfer, waitsFor: 'secretary' } }).main).toBeNull();
  });

  it('blames nobody but the school for a clock that ran out before it approved', () => {
    const late = { ...transfer, deadlineAt: NOW - 2 * DAY };
    expect(view({ transfer: late }).facts[0]?.value).toBe(
      '6月10日 10:00，2 天前到期。学院还没批，不是本人的问题',
    );
    expect(view({ transfer: { ...late, waitsFor: 'secretary' } }).step).toBe('等团支书审批');
  });

  it('says how much of the history cannot be shown, and whom to tell', () => {
    expect(view({ transfer: { ...transfer, timelineHidden: 1 } }).hidden).toBe(
      '还有 1 条经过暂时打不开，别的不受影响。请告诉负责小程序的同事。',
    );
    expect(view().hidden).toBe('');
  });

  it('says once whose turn it is: under the name', () => {
    expect(view().step).toBe('等你审批');
    expect(view().facts.map(({ label }) => label)).not.toContain('现在');
    expect(view({ transfer: null, step: 'choose' }).step).toBe('还没选去向');
  });

  it('says first what runs out, and whether a message would arrive', () => {
    expect(view().facts.map(({ label, value, tone }) => [label, value, tone])).toEqual([
      ['接收期限', '6月14日 10:00，还剩 2 天', 'soon'],
      ['去向', '已确定工作单位', ''],
      ['微信提醒', '还能发 2 次', ''],
    ]);
    const silent = view({ credits: { progress: 0, deadline: 0, code: 0, task: 0 } });
    expect(silent.facts.at(-1)).toMatchObject({ value: '次数用完了，只能在小程序里看到', tone: 'soon' });
    expect(view({ bound: false, transfer: null }).facts).toEqual([
      { label: '微信提醒', value: '还没进过小程序，提醒不到', tone: 'soon' },
    ]);
  });

  it('tells what became of each message', () => {
    const notice = (delivery: Person['notices'][number]['delivery']) =>
      ({
        id: delivery,
        kind: 'returned',
        title: '学院退回',
        template: 'progress',
        at: NOW,
        delivery,
      }) as const;
    const all = (['planned', 'sent', 'read', 'no-credit', 'failed'] as const).map(notice);
    expect(view({ notices: all }).notices.map(({ delivery, tone }) => [delivery, tone])).toEqual([
      ['还没到时候', ''],
      ['微信已发', ''],
      ['本人看过', 'done'],
      ['只在站内，微信没发', 'soon'],
      ['没发成', 'soon'],
    ]);
  });
});
