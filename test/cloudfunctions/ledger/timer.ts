import { ADMIN, CLASSMATE, GRADUATE, SECRETARY, TEACHER } from '../support/people';
import { handIn } from './graduate';
import { DAY, HOUR, type Scenes, type Stage } from './stage';

/** The timer's turns, one at each of some hours of every day. */
const days = async ({ world, tick }: Stage, count: number, hours: readonly number[]): Promise<void> => {
  const midnight = Math.floor((world.world.now + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
  for (let day = 0; day < count; day += 1)
    for (const hour of hours) {
      const at = midnight + day * DAY + hour * HOUR;
      if (at <= world.world.now) continue;
      world.world.now = at;
      await tick();
    }
};

export const TIMER: Scenes = {
  'reminds to the end of a receiver’s time, and beyond the season': async (stage) => {
    await stage.act(TEACHER, 'teacher', 'decide', {
      transferId: stage.own.transferId,
      version: 2,
      decision: 'approve',
      seenOnSystem: true,
    });
    await days(stage, 56, [9, 16]);
    for (const openid of [GRADUATE, SECRETARY, TEACHER]) await stage.act(openid, 'account', 'messages', {});
  },
  'keeps quiet at night, and says in the morning what became of it': async (stage) => {
    stage.later(13 * HOUR);
    await handIn(stage);
    await stage.tick();
    await days(stage, 2, [1, 7, 8, 9, 23]);
    await stage.act(CLASSMATE, 'account', 'messages', {});
  },
  'sends to nobody whom WeChat refuses, and tries again what is busy': async (stage) => {
    const { world, act, later, tick, own } = stage;
    await act(CLASSMATE, 'account', 'addCredits', { askId: 'x', accepted: ['code', 'progress'] });
    world.world.answer = () => ({ kind: 'busy', code: -1 });
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId: own.waitingId, code: '836214' });
    await tick();
    later(60_000);
    await tick();
    world.world.answer = () => ({ kind: 'no-credit', code: 43101 });
    later(2 * 60_000);
    await tick();
    await act(CLASSMATE, 'graduate', 'home', {});
    world.world.answer = () => ({ kind: 'invalid', code: 40037 });
    await act(TEACHER, 'teacher', 'decide', {
      transferId: own.transferId,
      version: 2,
      decision: 'return',
      reason: '截图看不清',
      seenOnSystem: true,
    });
    await tick();
    await act(ADMIN, 'teacher', 'health', {});
    await act(TEACHER, 'teacher', 'reach', { collegeId: own.collegeId });
  },
};
