import type { TransferState } from '../../../../miniprogram/domain/model';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/model';
import {
  invitationText,
  toBranchView,
  type BranchBoard,
} from '../../../../miniprogram/packages/secretary/desk/branch-view';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 12, 2, 0);

type Member = BranchBoard['members'][number];
const member = (name: string, state: TransferState | null, rest: Partial<Member> = {}): Member => ({
  id: name,
  name,
  bound: true,
  state,
  deadlineAt: null,
  ...rest,
});
const view = (members: Member[]) =>
  toBranchView({ branch: { id: 'b', name: '通信2201团支部', inviteCode: 'QX7K2M' }, members, now: NOW }, NOW);

describe('the branch by step', () => {
  it('puts whoever was never here on top and whoever arrived at the end', () => {
    const { unbound, open, finished } = view([
      member('到了', 'accepted'),
      member('没来', null, { bound: false }),
      member('在填', 'draft'),
    ]);
    expect(unbound.map(({ name }) => name)).toEqual(['没来']);
    expect(open.map(({ name }) => name)).toEqual(['在填']);
    expect(finished.map(({ name }) => name)).toEqual(['到了']);
  });

  it('sorts by urgency and then by the nearest deadline', () => {
    const { open } = view([
      member('没开始', null),
      member('晚', 'approved', { deadlineAt: NOW + 9 * DAY }),
      member('早', 'submitted', { deadlineAt: NOW + 2 * DAY }),
      member('学院退回', 'returned'),
      member('对方退回', 'refused'),
    ]);
    expect(open.map(({ name }) => name)).toEqual(['对方退回', '学院退回', '早', '晚', '没开始']);
  });

  it.each([
    ['approved', 6, '还剩 6 天', ''],
    ['approved', 3, '还剩 3 天', 'soon'],
    ['submitted', 0, '今天截止', 'soon'],
    ['timedOut', -2, '2 天前到期', 'stop'],
    ['refused', 5, '', ''],
  ] as const)('a member who is %s with %s days left reads “%s”', (state, days, text, tone) => {
    const [row] = view([member('林晚', state, { deadlineAt: NOW + days * DAY })]).open;
    expect(row).toMatchObject({ days: text, tone });
  });

  it('has a line for every state and shows everybody once', () => {
    const all = TRANSFER_STATES.map((state) => member(state, state));
    const { open, finished, total, done, left } = view(all);
    expect([...open, ...finished].every(({ line }) => line.length > 0)).toBe(true);
    expect(open.length + finished.length).toBe(total);
    expect(done + left).toBe(total);
  });

  it('counts nobody as started before a way is chosen or after it was taken back', () => {
    expect(view([member('a', null), member('b', 'withdrawn'), member('c', 'draft')])).toMatchObject({
      idle: 2,
      doing: 1,
      done: 0,
    });
  });

  it('stands with an empty roster', () => {
    expect(view([]).bar).toEqual({ done: 0, doing: 0, idle: 0 });
  });

  it('names the invite code in the words for the group', () => {
    expect(invitationText('通信2201团支部', 'QX7K2M')).toContain('QX7K2M');
  });
});
