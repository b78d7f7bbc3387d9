/** More steps at every moment beside what takes a person, an office or a place away: those of the desk, and the timer's. */
import { DAY_MS } from '../../miniprogram/domain/calendar/china-time';
import { ok } from '../../miniprogram/domain/errors';
import { choose, employedSubmission, GRADUATE, SECRETARY, submitEmployed, TEACHER } from './support/people';
import { STAMP } from './support/stamp';
import {
  graduate,
  HOLDS,
  inTurn,
  meetEverywhere,
  pairsOf,
  requestOf,
  RIVALS,
  settle,
  transferOf,
  type Act,
  type Rival,
} from './support/racing';
import { dataOf, type World } from './support/world';

let world: World;

const race = async (act: Act, rival: Rival): Promise<void> => {
  expect(await meetEverywhere(act, RIVALS[rival], HOLDS[rival])).toBeGreaterThan(2);
};

/** Cases of one group, begun alike. */
const races = (prepare: () => Promise<unknown>, steps: Readonly<Record<string, Act>>): void => {
  beforeAll(() =>
    settle((opened) => {
      ({ world } = opened);
      return prepare();
    }),
  );
  it.each(pairsOf(steps))('%s beside %s', (step, rival) => {
    const act = steps[step];
    if (!act) throw new Error(step);
    return race(act, rival);
  });
};

const teach = (action: 'batchDecide' | 'confirmStatus'): Act =>
  action === 'batchDecide'
    ? () => world.call(TEACHER, 'teacher', 'batchDecide', { decision: 'approve', items: [inTurn()] })
    : () => world.call(TEACHER, 'teacher', 'confirmStatus', { ...inTurn(), outcome: 'accepted' });

describe('what is handed in', () => {
  let submission: Awaited<ReturnType<typeof employedSubmission>>;
  races(
    async () => {
      const { version } = await choose(world, GRADUATE);
      submission = await employedSubmission(world, GRADUATE, version);
    },
    {
      submit: () => world.call(GRADUATE, 'graduate', 'submit', submission),
      cardPass: () => world.call(GRADUATE, 'graduate', 'cardPass', {}),
    },
  );
});

describe('who is over age', () => {
  const isOverAge = () =>
    world.store.transact(async (tx) => {
      tx.put('members', { ...graduate(), birthMonth: '1990-01' });
      return ok(undefined);
    });
  describe('tells the college', () =>
    races(isOverAge, { reportOverAge: () => world.call(GRADUATE, 'graduate', 'reportOverAge', {}) }));
  describe('is seen to', () =>
    races(
      async () => {
        await isOverAge();
        dataOf(await world.call(GRADUATE, 'graduate', 'reportOverAge', {}));
      },
      {
        recordOverAge: () =>
          world.call(TEACHER, 'teacher', 'recordOverAge', { memberId: graduate()._id, reason: '记好了' }),
      },
    ));
});

describe('what the college decides', () =>
  races(
    async () => {
      const { resetRequest } = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
      const escalated = { requestId: resetRequest.id, reason: '查不到' };
      dataOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', escalated));
      await submitEmployed(world, GRADUATE);
    },
    {
      batchDecide: teach('batchDecide'),
      confirmStatus: teach('confirmStatus'),
      issueResetCode: () =>
        world.call(TEACHER, 'teacher', 'issueResetCode', { requestId: requestOf(), code: '836214' }),
    },
  ));

describe('the card desk', () =>
  races(
    async () => {
      await submitEmployed(world, GRADUATE);
      dataOf(await teach('confirmStatus')());
    },
    { tickOffline: () => world.call(TEACHER, 'teacher', 'tickOffline', { ...inTurn(), ...STAMP }) },
  ));

describe('the timer', () => {
  const tick: Act = async () => ok(await world.tick());
  describe('moves requests and writes digests', () =>
    races(
      async () => {
        dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
        await submitEmployed(world, GRADUATE);
        world.world.now += 2 * DAY_MS;
      },
      { timer: tick },
    ));
  describe('lets deadlines pass', () =>
    races(
      async () => {
        await submitEmployed(world, GRADUATE);
        world.world.now = (transferOf()?.deadlineAt ?? 0) + 60_000;
      },
      { timer: tick },
    ));
});
