/** Guards of the functions that a test can switch off. Imported before anything that loads them. */
import type * as StandingModule from '../../../cloudfunctions/_shared/calls/standing';
import type * as ErasureModule from '../../../cloudfunctions/_shared/people/begin-erasure';
import type * as TouchModule from '../../../cloudfunctions/_shared/store/touch-member';

const SHARED = '../../../cloudfunctions/_shared';

const working = {
  /** Each transaction asks again who its caller is. */
  recheck: true,
  /** Whoever makes something new about a person writes the person too. */
  touch: true,
  /** An erasure is on record before it begins, so that the timer goes on with one that broke off. */
  record: true,
};
export type Guard = keyof typeof working;

/** Does the work without a guard. */
export const without = async <T>(guard: Guard, work: () => Promise<T>): Promise<T> => {
  working[guard] = false;
  try {
    return await work();
  } finally {
    working[guard] = true;
  }
};

jest.doMock(`${SHARED}/calls/standing`, () => {
  const actual = jest.requireActual<typeof StandingModule>(`${SHARED}/calls/standing`);
  const standingOf: typeof actual.standingOf = (ports, caller) =>
    working.recheck
      ? actual.standingOf(ports, caller)
      : { ports, refusal: () => undefined, hasMoved: () => false };
  return { ...actual, standingOf };
});

jest.doMock(`${SHARED}/store/touch-member`, () => {
  const actual = jest.requireActual<typeof TouchModule>(`${SHARED}/store/touch-member`);
  const touchMember: typeof actual.touchMember = async (tx, memberId, change) => {
    if (working.touch) return actual.touchMember(tx, memberId, change);
    const [member] = await tx.getMany('members', [memberId]);
    if (!member || !change) return member;
    const changed = { ...member, ...change };
    tx.put('members', changed);
    return changed;
  };
  return { ...actual, touchMember };
});

jest.doMock(`${SHARED}/people/begin-erasure`, () => {
  const actual = jest.requireActual<typeof ErasureModule>(`${SHARED}/people/begin-erasure`);
  const beginErasure: typeof actual.beginErasure = (ports, tx, ...given) =>
    actual.beginErasure(
      ports,
      {
        ...tx,
        put: (collection, record) => {
          if (working.record || collection !== 'erasures') tx.put(collection, record);
        },
      },
      ...given,
    );
  return { ...actual, beginErasure };
});
