import fc from 'fast-check';
import { contract, type FunctionName } from '../../miniprogram/contract';
import type { ActionSpec } from '../../miniprogram/contract/define';
import { ERROR_CODES } from '../../miniprogram/domain/errors';
import { TRANSITIONS } from '../../miniprogram/domain/transfer/lifecycle';
import { COLLECTIONS } from '../../cloudfunctions/_shared/store/collections';
import { requestLike } from './support/arbitrary';
import {
  ADMIN,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  SECRETARY,
  TEACHER,
} from './support/people';
import { errorOf, type World } from './support/world';

/** Events in one run of the suite; `FUZZ_EVENTS=100000` runs as many as one has patience for. */
const EVENTS = Number(process.env['FUZZ_EVENTS'] ?? 20_000);
const EVENTS_PER_WORLD = 200;
const SEED = Number(process.env['FUZZ_SEED'] ?? 20270610);

const PEOPLE = [
  'oStranger',
  GRADUATE,
  CLASSMATE,
  SECRETARY,
  OTHER_SECRETARY,
  TEACHER,
  OTHER_TEACHER,
  ADMIN,
] as const;
const FUNCTIONS: readonly FunctionName[] = ['account', 'graduate', 'secretary', 'teacher'];

const idsIn = (world: World): string[] =>
  COLLECTIONS.flatMap(({ name }) => world.store.all(name).map(({ _id }) => _id)).slice(0, 40);

/** An action of the contract with a request near its schema, or with anything at all. */
const eventOf = (ids: readonly string[]) =>
  fc.constantFrom(...FUNCTIONS).chain((name) =>
    fc.constantFrom(...Object.keys(contract[name])).chain((action) => {
      const spec = (contract[name] as Readonly<Record<string, ActionSpec>>)[action];
      const payload = spec ? requestLike(spec.request, ids) : fc.anything();
      return fc.record({
        name: fc.constant(name),
        openid: fc.constantFrom(...PEOPLE),
        event: fc.oneof(
          { weight: 9, arbitrary: fc.record({ action: fc.constant(action), payload }) },
          { weight: 1, arbitrary: fc.record({ action: fc.constant(action), payload: fc.anything() }) },
          { weight: 1, arbitrary: fc.anything() },
        ),
      });
    }),
  );

/** Pairs of states the lifecycle allows, staying where one is included. */
const MOVES = new Set(TRANSITIONS.flatMap(({ from, to }) => [`${from}>${to}`, `${to}>completed`]));

const checkMoves = (world: World, before: ReadonlyMap<string, string>): void => {
  for (const { _id, state } of world.store.all('transfers')) {
    const was = before.get(_id) ?? 'none';
    if (was !== state) expect(MOVES).toContain(`${was}>${state}`);
  }
};

const statesOf = (world: World) =>
  new Map(world.store.all('transfers').map(({ _id, state }) => [_id, state as string]));

it(`answers ${EVENTS} random events with a typed result and never leaves the lifecycle`, async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const seen = new Map<string, number>();
  for (let done = 0; done < EVENTS; done += EVENTS_PER_WORLD) {
    const { world } = await openUniversity();
    const rounds = 4;
    for (let round = 0; round < rounds; round += 1) {
      const events = fc.sample(eventOf(idsIn(world)), {
        seed: SEED + done + round,
        numRuns: EVENTS_PER_WORLD / rounds,
      });
      for (const { name, openid, event } of events) {
        const before = statesOf(world);
        const result = await world.invoke(openid, name, event);
        const code = errorOf(result);
        seen.set(code, (seen.get(code) ?? 0) + 1);
        if (code !== 'none') expect(ERROR_CODES).toContain(code);
        if (code === 'INTERNAL') {
          throw new Error(`${JSON.stringify({ name, openid, event })} broke it: ${logged.mock.calls.join()}`);
        }
        checkMoves(world, before);
      }
    }
  }
  logged.mockRestore();
  // A generator that only ever produces refusals would prove nothing.
  expect(seen.get('none')).toBeGreaterThan(EVENTS / 20);
  expect(seen.size).toBeGreaterThan(5);
}, 600_000);
