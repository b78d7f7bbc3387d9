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

/** Persons on the list of transfers out: how they stand here, what the list says of them, what is to be looked at. */
const PERSONS: readonly (readonly [string, TransferState | null, ListedOutcome, FindingKind | null])[] = [
  ['waits for the receiver here, and was taken in there', 'approved', 'arrived', 'arrived'],
  ['still waits for the college here, while 智慧团建 was faster', 'submitted', 'arrived', 'arrived'],
  ['has run out of days here, and was taken in there after all', 'timedOut', 'arrived', 'arrived'],
  ['never opened the mini-program, and has left', null, 'arrived', 'left-unsaid'],
  ['planned for September, and went already', 'planned', 'arrived', 'left-unsaid'],
  ['left a draft here, and went by the web page', 'draft', 'arrived', 'left-unsaid'],
  ['was sent back by the college, and went all the same', 'returned', 'arrived', 'left-unsaid'],
  ['was refused once, began again without saying so, and arrived', 'refused', 'arrived', 'left-unsaid'],
  ['fell back once, began again without saying so, and arrived', 'lapsed', 'arrived', 'left-unsaid'],
  ['took it back here, and not there', 'withdrawn', 'arrived', 'left-unsaid'],
  ['reported their own arrival, and the list agrees', 'accepted', 'arrived', null],
  ['is through with everything, and the list agrees', 'completed', 'arrived', null],
  ['is on the college’s own list', 'registered', 'arrived', null],
  ['was recorded by the college', 'recorded', 'arrived', null],
  ['waits for the receiver, who has refused', 'approved', 'refused', 'refused'],
  ['waits for the college, while the receiver has refused', 'submitted', 'refused', 'refused'],
  ['said they had arrived, and were refused', 'accepted', 'refused', 'still-here'],
  ['is through with everything, and was refused', 'completed', 'refused', 'still-here'],
  ['knows of the refusal', 'refused', 'refused', null],
  ['has run out of days, and was refused after all', 'timedOut', 'refused', 'refused'],
  ['has run out of days, and the system sent it back', 'timedOut', 'lapsed', 'lapsed'],
  ['waits for the college for so long that the system sent it back', 'submitted', 'lapsed', 'lapsed'],
  ['said they had arrived, and it was sent back', 'accepted', 'lapsed', 'still-here'],
  ['is through with everything, and it was sent back', 'completed', 'lapsed', 'still-here'],
  ['knows that it was sent back', 'lapsed', 'lapsed', null],
  ['has days left here, while the system counts otherwise and sent it back', 'approved', 'lapsed', 'lapsed'],
  ['waits here and waits there', 'approved', 'waiting', null],
  ['has run out of days, and still waits there', 'timedOut', 'waiting', null],
  ['said they had arrived, and still wait there', 'accepted', 'waiting', 'still-here'],
  ['is through with everything, and still waits there', 'completed', 'waiting', 'still-here'],
  ['never opened the mini-program, and waits there', null, 'waiting', 'not-handed-in'],
  ['planned for September, and began there already', 'planned', 'waiting', 'not-handed-in'],
  ['left a draft here, and began there', 'draft', 'waiting', 'not-handed-in'],
  ['was sent back by the college, and waits there', 'returned', 'waiting', 'not-handed-in'],
  ['has begun again there without saying so', 'refused', 'waiting', 'not-handed-in'],
  ['has begun again there, after the system sent it back', 'lapsed', 'waiting', 'not-handed-in'],
  ['took it back here, and not there', 'withdrawn', 'waiting', 'not-handed-in'],
  ['waits for the college here, and waits there', 'submitted', 'waiting', null],
];
it.each(PERSONS)('somebody who %s (%s, %s): %s', (_who, state, outcome, finding) => {
  for (const isCovered of [true, false])
    expect(findingOf({ ...base, kind: 'outgoing', state, listed: { outcome }, isCovered })).toBe(finding);
});

it('says of no state but those persons’ anything on any line of the list', () => {
  const told = new Set(PERSONS.map(([, state, outcome]) => `${state} ${outcome}`));
  const untold = STATES.flatMap((state) =>
    LISTED_OUTCOMES.filter((outcome) => !told.has(`${state} ${outcome}`)).map((outcome) => ({
      state,
      outcome,
    })),
  );
  const found = untold.map(({ state, outcome }) =>
    findingOf({ ...base, kind: 'outgoing', state, listed: { outcome } }),
  );
  expect(found.filter((finding) => finding !== null)).toEqual([]);
});

it('asks about nobody whom the college handles, whatever waits there', () => {
  expect(findings({ kind: 'outgoing', listed: { outcome: 'waiting' }, isCollegeHandled: true })).toEqual({});
});

it('concludes nothing from a line whose outcome nobody knows', () => {
  expect(findings({ kind: 'outgoing', listed: here })).toEqual({});
});
