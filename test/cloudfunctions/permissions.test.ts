import { contract, type ActionName, type FunctionName } from '../../miniprogram/domain/contract';
import type { Result } from '../../miniprogram/domain/errors';
import { ADMIN, foundUniversity, GRADUATE, SECRETARY, signInAll, TEACHER } from './support/people';
import { createWorld, errorOf, type World } from './support/world';

const CALLERS = {
  stranger: 'oStranger',
  graduate: GRADUATE,
  secretary: SECRETARY,
  teacher: TEACHER,
  committee: ADMIN,
  /** Held a teacher's account once; the roles were taken away. */
  removed: 'oRemoved',
} as const;
type Caller = keyof typeof CALLERS;

const MEMBERS: readonly Caller[] = ['graduate', 'secretary'];
const COLLEGE: readonly Caller[] = ['teacher', 'committee'];
const COMMITTEE: readonly Caller[] = ['committee'];

type Guarded = Exclude<FunctionName, 'account'>;

/** Actions that only the committee may call; a new one of the teacher's function is the college's otherwise. */
const COMMITTEE_ONLY: readonly string[] = [
  'createCollege',
  'inviteTeacher',
  'openSeason',
  'season',
  'previewSeason',
  'saveSeason',
  'colleges',
  'accounts',
  'removeTeacher',
  'audits',
  'seasons',
  'purgeSeason',
] satisfies ActionName<'teacher'>[];

const allowed = (name: Guarded, action: string): readonly Caller[] => {
  if (name === 'graduate') return MEMBERS;
  if (name === 'secretary') return ['secretary'];
  return COMMITTEE_ONLY.includes(action) ? COMMITTEE : COLLEGE;
};

const GUARDED: readonly Guarded[] = ['graduate', 'secretary', 'teacher'];
const cells = GUARDED.flatMap((name) =>
  Object.keys(contract[name]).flatMap((action) =>
    (Object.keys(CALLERS) as Caller[]).map((caller) => ({ name, action, caller })),
  ),
);

let world: World;
beforeAll(async () => {
  world = createWorld();
  await signInAll(world, await foundUniversity(world));
  const teacher = await world.store.get('accounts', TEACHER);
  if (!teacher) throw new Error('the university has a teacher');
  await world.store.transact(async (tx) => {
    tx.put('accounts', { ...teacher, _id: CALLERS.removed, roles: [], memberId: null });
    return { ok: true, data: undefined };
  });
});

/** Who may not come in is told so before the payload is looked at; everybody else hears that it is malformed. */
it.each(cells)('$name › $action called by: $caller', async ({ name, action, caller }) => {
  const before = JSON.stringify(world.store.all('transfers'));
  const reply: Result<unknown> = await world.invoke(CALLERS[caller], name, {
    action,
    payload: { '?': 'not of any contract' },
  });
  const expected = allowed(name, action).includes(caller)
    ? 'BAD_REQUEST'
    : caller === 'stranger'
      ? 'NOT_SIGNED_IN'
      : 'FORBIDDEN';
  expect(errorOf(reply)).toBe(expected);
  expect(JSON.stringify(world.store.all('transfers'))).toBe(before);
});

it.each(['openid', 'OPENID', 'userInfo', 'accountId', 'memberId', 'role'])(
  'takes no identity from the payload: %s',
  async (key) => {
    const spoofed = await world.invoke('oStranger', 'graduate', {
      action: 'home',
      payload: {},
      [key]: key === 'userInfo' ? { openId: GRADUATE } : GRADUATE,
    });
    expect(errorOf(spoofed)).toBe('NOT_SIGNED_IN');
  },
);
