/** Whose runs there are, and until when. */
import { runWithin } from '../../../../cloudfunctions/teacher/roster/run-view';
import { errorOf, START } from '../../support/world';

type Run = NonNullable<Parameters<typeof runWithin>[2]>;
type Caller = Parameters<typeof runWithin>[1];

const found = (run: Partial<Run> | undefined, scopeId = 'c-1') => {
  const ports = { clock: { now: () => START } } as Parameters<typeof runWithin>[0];
  const caller = { role: 'teacher', scopeId } as Caller;
  return errorOf(runWithin(ports, caller, run && ({ collegeId: 'c-1', ...run } as Run)));
};

it.each([
  ['checked', START + 1, 'none'],
  ['checked', START, 'NOT_FOUND'],
  ['applied', START + 1, 'none'],
  ['applied', START, 'NOT_FOUND'],
  ['stopped', START, 'NOT_FOUND'],
  // However long it takes.
  ['applying', START, 'none'],
  ['applying', 0, 'none'],
] as const)('one that is %s and expires at %i: %s', (state, expiresAt, error) =>
  expect(found({ state, expiresAt })).toBe(error),
);

it('are not those of another college, and none is not one', () => {
  expect(found({ state: 'applying', expiresAt: START + 1 }, 'c-2')).toBe('NOT_FOUND');
  expect(found(undefined)).toBe('NOT_FOUND');
});
