import { isDecided } from '../../../../miniprogram/domain/transfer/decided';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';

type Decidable = Parameters<typeof isDecided>[0];
const transfer = (state: TransferState, more: Partial<Decidable> = {}): Decidable => ({
  state,
  approvals: { needed: ['college'], given: [{ by: 'college' }] },
  steps: [],
  attempt: 1,
  ...more,
});
const unapproved = { approvals: { needed: ['college' as const], given: [] } };
const recorded = { ...unapproved, steps: [{ step: 'record', attempt: 1 }] };

it('counts what the college approved, whatever the receiver did then', () => {
  const states = TRANSFER_STATES.filter((state) => isDecided(transfer(state)));
  expect(states).toEqual(['approved', 'refused', 'timedOut', 'lapsed', 'accepted', 'recorded', 'completed']);
});

it.each(['refused', 'lapsed', 'accepted', 'timedOut'] as const)(
  'does not count %s where the receiver was faster than the college',
  (state) => {
    expect(isDecided(transfer(state, unapproved))).toBe(false);
  },
);

it('counts what it recorded, but not what it recorded for an earlier attempt', () => {
  expect(isDecided(transfer('recorded', recorded))).toBe(true);
  expect(isDecided(transfer('completed', { ...recorded, attempt: 2 }))).toBe(false);
});

it('does not count what was only handed in', () => {
  const steps = [{ step: 'submit', attempt: 1 }];
  expect(isDecided(transfer('refused', { ...unapproved, steps }))).toBe(false);
});

it('counts the college’s approval where no secretary could give theirs', () => {
  for (const needed of [['secretary'], ['secretary', 'college']] as const)
    expect(isDecided(transfer('approved', { approvals: { needed, given: [{ by: 'college' }] } }))).toBe(true);
});

it('counts no approval of the secretary that was never given', () => {
  expect(isDecided(transfer('refused', { approvals: { needed: ['secretary'], given: [] } }))).toBe(false);
  expect(isDecided(transfer('accepted', { approvals: { needed: [], given: [] } }))).toBe(false);
});

it('takes the secretary’s approval for the school’s only where the rules ask nobody else', () => {
  const given = [{ by: 'secretary' as const }];
  expect(isDecided(transfer('approved', { approvals: { needed: ['secretary'], given } }))).toBe(true);
  expect(isDecided(transfer('accepted', { approvals: { needed: ['secretary', 'college'], given } }))).toBe(
    false,
  );
});
