import {
  toCodesView,
  withIssued,
  withoutRequest,
  type ResetQueue,
} from '../../../../../../miniprogram/packages/secretary/resets/codes-panel/view';

const HOUR = 3_600_000;
/** 2026-06-12 10:00 in China. */
const NOW = Date.UTC(2026, 5, 12, 2, 0);

const waiting = (id: string, hoursAgo: number) => ({
  id,
  memberId: `m-${id}`,
  memberName: `${id}同学`,
  note: null,
  requestedAt: NOW - hoursAgo * HOUR,
  escalatesAt: NOW + (24 - hoursAgo) * HOUR,
});

const issued = (id: string, state: 'issued' | 'solved') => ({
  id,
  memberName: '林晚',
  issuedAt: NOW - HOUR / 3,
  expiresAt: NOW + 48 * HOUR,
  state,
});

const queueOf = (part: Partial<ResetQueue>): ResetQueue => ({
  branch: { id: 'b', name: '通信2201团支部' },
  rulebookId: 'usst-2020',
  waiting: [],
  issuedToday: [],
  subscription: {
    templateIds: { progress: '', deadline: '', code: '', task: '' },
    credits: { progress: 0, deadline: 0, code: 0, task: 0 },
  },
  now: NOW,
  ...part,
});

describe('the queue of reset codes', () => {
  const three = queueOf({ waiting: [waiting('b', 5), waiting('a', 22), waiting('c', 0.7)] });

  it('opens the card of whoever waits longest', () => {
    const view = toCodesView(three, null, NOW);
    expect(view.open).toMatchObject({ id: 'a', waited: '等了 22 小时', mark: 'a' });
    expect(view.others.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(view.count).toBe(3);
  });

  it('keeps the card open that the secretary chose', () => {
    const view = toCodesView(three, 'c', NOW);
    expect(view.open?.id).toBe('c');
    expect(view.others.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('falls back to the oldest when the chosen one is gone', () => {
    expect(toCodesView(three, 'gone', NOW).open?.id).toBe('a');
  });

  it.each([
    [5, ''],
    [18, '6 小时后转给老师'],
    [22, '2 小时后转给老师'],
    [23.5, '30 分钟后转给老师'],
    [24, '已经转给老师'],
  ])('after %s hours says about the teacher: “%s”', (hours, text) => {
    expect(toCodesView(queueOf({ waiting: [waiting('a', hours)] }), null, NOW).open?.escalation).toBe(text);
  });

  it('says when a code went out and when it ends, in China time', () => {
    const [row] = toCodesView(queueOf({ issuedToday: [issued('x', 'issued')] }), null, NOW).issued;
    expect(row).toMatchObject({ when: '09:40 发出，6月14日失效', tag: '还没看', theme: 'default' });
  });

  it('moves a request to the issued ones once, and takes an escalated one out', () => {
    const after = withIssued(withIssued(three, issued('a', 'issued')), issued('a', 'solved'));
    expect(after.waiting.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(after.issuedToday.map(({ state }) => state)).toEqual(['solved']);
    expect(withoutRequest(three, 'b').waiting.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('has no open card when nobody waits', () => {
    expect(toCodesView(queueOf({}), null, NOW)).toMatchObject({ open: null, others: [], count: 0 });
  });
});
