import {
  findingOf,
  type FindingKind,
  type Seen,
} from '../../../../../miniprogram/domain/people/reconcile/findings';
import {
  LISTED_OUTCOMES,
  type ListedOutcome,
} from '../../../../../miniprogram/domain/people/reconcile/listed';
import { TRANSFER_STATES, type TransferState } from '../../../../../miniprogram/domain/transfer/states';

const STATES: (TransferState | null)[] = [null, ...TRANSFER_STATES];

const base: Omit<Seen, 'state'> = { kind: 'members', isCollegeHandled: false, listed: null, isCovered: true };
const here = { outcome: null };

/** By state: what each sight of a person gives. */
const findings = (seen: Partial<Seen>): Partial<Record<string, FindingKind>> =>
  Object.fromEntries(
    STATES.flatMap((state) => {
      const finding = findingOf({ ...base, ...seen, state });
      return finding ? [[state ?? 'none', finding]] : [];
    }),
  );

it('proposes arrival only for who was approved here and is gone from a branch covered in full', () => {
  const found = findings({});
  expect(Object.keys(found).filter((state) => found[state] === 'arrived')).toEqual(['approved', 'timedOut']);
  expect(findings({ isCovered: false })).toEqual({});
});

it('names who is gone there and not as far here, one by one', () => {
  const found = findings({});
  expect(Object.keys(found).filter((state) => found[state] === 'left-unsaid')).toEqual([
    'none',
    'planned',
    'draft',
    'submitted',
    'returned',
    'refused',
    'lapsed',
    'withdrawn',
  ]);
});

it('finds those said to have arrived who are still there, whether or not their branch is covered', () => {
  const still = { accepted: 'still-here', completed: 'still-here' };
  expect(findings({ listed: here })).toEqual(still);
  expect(findings({ listed: here, isCovered: false })).toEqual(still);
});

it('concludes nothing about those the college handles: they move to branches of the school', () => {
  expect(findings({ isCollegeHandled: true })).toEqual({});
  expect(findings({ isCollegeHandled: true, listed: here })).toEqual({});
});

it('names who started here and is not among the transfers out, where those are complete', () => {
  expect(findings({ kind: 'outgoing' })).toEqual({
    submitted: 'not-started',
    approved: 'not-started',
    timedOut: 'not-started',
  });
  expect(findings({ kind: 'outgoing', isCovered: false })).toEqual({});
});

/** By outcome on the transfers out: every state that asks for a look, and none besides. */
const LISTED: Readonly<Record<ListedOutcome, ReturnType<typeof findings>>> = {
  arrived: {
    none: 'left-unsaid',
    planned: 'left-unsaid',
    draft: 'left-unsaid',
    submitted: 'arrived',
    returned: 'left-unsaid',
    approved: 'arrived',
    refused: 'left-unsaid',
    timedOut: 'arrived',
    lapsed: 'left-unsaid',
    withdrawn: 'left-unsaid',
  },
  refused: { submitted: 'refused', approved: 'refused', accepted: 'still-here', completed: 'still-here' },
  lapsed: { submitted: 'lapsed', timedOut: 'lapsed', accepted: 'still-here', completed: 'still-here' },
  waiting: { accepted: 'still-here', completed: 'still-here' },
};
it.each(LISTED_OUTCOMES)('reads “%s” beside every state, whether or not the branch is covered', (outcome) => {
  for (const isCovered of [true, false])
    expect(findings({ kind: 'outgoing', listed: { outcome }, isCovered })).toEqual(LISTED[outcome]);
});

it('concludes nothing from a line whose outcome nobody knows', () => {
  expect(findings({ kind: 'outgoing', listed: here })).toEqual({});
});
