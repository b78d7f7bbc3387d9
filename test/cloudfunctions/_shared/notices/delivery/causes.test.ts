/** Whether what a message says is still so, asked of the records just before it leaves. */
import { readCauses } from '../../../../../cloudfunctions/_shared/notices/delivery/causes';
import { currentSeason } from '../../../../../cloudfunctions/_shared/season/season';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
import { dueReminders } from '../../../../../miniprogram/domain/reminding/reminders';
import { readStandings } from '../../../../../cloudfunctions/_shared/notices/reminders/standings';
import {
  CLASSMATE,
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const truth = async (notice: Notice) =>
  (await readCauses(world.ports, [notice], await currentSeason(world.ports))).isTrue(notice);
const first = (): Notice => world.store.all('notices')[0]!;

describe('an approval that waits', () => {
  beforeEach(async () => {
    await submitEmployed(world, GRADUATE);
  });
  const transfer = () => world.store.all('transfers')[0]!;

  it('is so as long as it waits for them, in that attempt', async () => {
    expect(await truth(first())).toBe(true);
    world.store.plant('transfers', { ...transfer(), attempt: 2 });
    expect(await truth(first())).toBe(false);
  });

  it('is not so for a teacher who has left, nor of a transfer that is gone', async () => {
    expect(await truth({ ...first(), accountId: 'oLeft' })).toBe(false);
    await world.store.removeAll('transfers', [transfer()._id]);
    expect(await truth(first())).toBe(false);
  });

  it('is unknown while nobody can read it', async () => {
    world.store.plant('transfers', { ...transfer(), state: 'of a later release' });
    expect(await truth(first())).toBe('unknown');
  });
});

describe('a code that was asked for', () => {
  beforeEach(async () => {
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  });

  it('is so for the secretary until it is there', async () => {
    expect(first().accountId).toBe(SECRETARY);
    expect(await truth(first())).toBe(true);
    const { _id: requestId } = world.store.all('resetRequests')[0]!;
    dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' }));
    expect(await truth(first())).toBe(false);
  });
});

describe('a reminder', () => {
  /** The first there is, in its hour. */
  const due = async () => {
    const { comingReminders } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
    world.world.now = comingReminders[0]?.dueAt ?? 0;
    const member = memberNamed(world, '林小雨');
    const season = await currentSeason(world.ports);
    const person = (await readStandings(world.ports, [member], season)).people.get(member._id)!;
    const [reminder] = dueReminders(person.standing, world.world.now);
    dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
    const made: Notice = {
      ...first(),
      kind: reminder!.kind,
      audience: 'graduate',
      accountId: GRADUATE,
      aboutId: member._id,
      planId: reminder!.id,
    };
    return { made, earlierId: reminder!.earlierId };
  };

  it('is so for the WeChat the person has now, by the name of this release and of the first', async () => {
    const { made, earlierId } = await due();
    expect(await truth(made)).toBe(true);
    expect(await truth({ ...made, planId: earlierId })).toBe(true);
    expect(await truth({ ...made, planId: 'season-near-of-another-day' })).toBe(false);
    expect(await truth({ ...made, accountId: TEACHER })).toBe(false);
  });

  it('is not so for whoever waits for a code: they have nothing to do', async () => {
    const { made } = await due();
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    expect(await truth(made)).toBe(false);
  });

  it('is not so once the person has done what it asks for', async () => {
    const { made } = await due();
    await submitEmployed(world, GRADUATE);
    expect(await truth(made)).toBe(false);
  });

  it('tells what else its reader is still to get, and nothing of who is not on the roster', async () => {
    const { made } = await due();
    const causes = await readCauses(world.ports, [made], await currentSeason(world.ports));
    expect(causes.comingTo(made).length).toBeGreaterThan(0);
    expect(causes.comingTo({ ...made, aboutId: 'm-nobody' })).toEqual([]);
  });
});
