/** Every action × everybody, those who lost a right included, × own branch, other branch, other college: exactly those who may, and nothing for the rest. */
import { contract, type FunctionName } from '../../miniprogram/contract';
import type { ErrorCode, Result } from '../../miniprogram/domain/errors';
import { FORMER } from './support/former';
import { ADMIN, GRADUATE, SECRETARY, TEACHER } from './support/people';
import { CALLERS, PERMITTED, RIGHTS, type Caller, type Right } from './support/permitted';
import { foundPlaces, PLACES, type Place, type Target } from './support/places';
import { createWorld, errorOf, type World } from './support/world';

const OPENIDS: Readonly<Record<Caller, string>> = {
  visitor: 'oStranger',
  graduate: GRADUATE,
  secretary: SECRETARY,
  teacher: TEACHER,
  committee: ADMIN,
  ...FORMER,
};

/** What refuses a call, as against what refuses its content. */
const REFUSALS: readonly string[] = [
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'NOT_FOUND',
  'COLLEGE_UNKNOWN',
  'BRANCH_UNKNOWN',
  'SCREENSHOT_FOREIGN',
  'FILE_FOREIGN',
] satisfies ErrorCode[];

interface AnyLine {
  readonly who: Right;
  readonly ask: (target: Target) => unknown;
  readonly may?: readonly string[];
  readonly reaches?: (data: unknown, target: Target) => boolean;
}
const FUNCTIONS: readonly FunctionName[] = ['account', 'graduate', 'secretary', 'teacher'];
const ACTIONS = FUNCTIONS.flatMap((name) =>
  Object.keys(contract[name]).map((action) => {
    const lines = PERMITTED[name] as unknown as Readonly<Record<string, AnyLine>>;
    return { name, action, line: lines[action] as AnyLine };
  }),
);
const CELLS = ACTIONS.flatMap((one) => CALLERS.map((caller) => ({ ...one, caller })));

let world: World;
let targets: Readonly<Record<Place, Target>>;
let goBack: () => void;
beforeAll(async () => {
  world = createWorld();
  targets = await foundPlaces(world);
  goBack = world.store.snapshot();
}, 60_000);
beforeEach(() => goBack());

/** Whether the call got through to what it asks about. */
const gotIn = (line: AnyLine, target: Target, reply: Result<unknown>): boolean => {
  if (reply.ok) return line.reaches?.(reply.data, target) ?? true;
  return line.may?.includes(reply.error.code) === true && !isRefusedAtTheDoor(reply);
};
const isRefusedAtTheDoor = (reply: Result<unknown>): boolean =>
  !reply.ok && ['NOT_SIGNED_IN', 'FORBIDDEN'].includes(reply.error.code);

describe.each(PLACES)('about somebody at: %s', (place) => {
  it.each(CELLS)('$name › $action by $caller', async ({ name, action, line, caller }) => {
    const target = targets[place];
    const before = world.store.text();
    const removed = world.removedFiles.length;
    const reply = await world.invoke(OPENIDS[caller], name, { action, payload: line.ask(target) });
    const isPermitted = RIGHTS[line.who](caller, place);
    const isAmbiguous =
      !reply.ok && REFUSALS.includes(reply.error.code) && line.may?.includes(reply.error.code);
    if (!isAmbiguous || isPermitted)
      expect({ error: errorOf(reply), gotIn: gotIn(line, target, reply) }).toMatchObject({
        gotIn: isPermitted,
      });
    if (isPermitted) return;
    if (!reply.ok) expect(REFUSALS).toContain(reply.error.code);
    // A call answered about the own branch may do there what it does; nothing of the target's changes.
    if (!reply.ok || name !== 'secretary') expect(world.store.text() === before).toBe(true);
    expect(world.removedFiles).toHaveLength(removed);
  });
});

it.each([
  ['openid', GRADUATE],
  ['OPENID', GRADUATE],
  ['accountId', GRADUATE],
  ['memberId', 'm-1'],
  ['role', 'committee'],
  ['collegeId', 'all'],
  ['userInfo', { openId: GRADUATE, appId: 'wx' }],
  ['tcbContext', { OPENID: GRADUATE }],
])('takes no identity from what is sent: %s', async (key, value) => {
  const beside = { action: 'home', payload: {}, [key]: value };
  expect(errorOf(await world.invoke('oStranger', 'graduate', beside))).toBe('NOT_SIGNED_IN');
  const inside = { action: 'home', payload: { [key]: value } };
  expect(errorOf(await world.invoke('oStranger', 'graduate', inside))).toBe('NOT_SIGNED_IN');
  // Somebody who may call hears that nobody asked for it.
  expect(errorOf(await world.invoke(GRADUATE, 'graduate', inside))).toBe('BAD_REQUEST');
});

it('answers nobody without a WeChat, and the timer’s event from nobody with one', async () => {
  const { reminderEntry } = await import('../../cloudfunctions/reminder/entry');
  for (const name of FUNCTIONS)
    expect(errorOf(await world.invoke(undefined, name, { action: 'home', payload: {} }))).toBe('FORBIDDEN');
  const before = world.store.text();
  for (const openid of [GRADUATE, ADMIN]) {
    const main = reminderEntry({ ports: () => world.ports, openid: () => openid });
    expect(errorOf(await main({ Type: 'Timer', TriggerName: 'sweep' }))).toBe('FORBIDDEN');
  }
  expect(world.store.text()).toBe(before);
});
