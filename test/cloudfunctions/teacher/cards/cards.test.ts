import { memberOf, placeNamed, settle } from '../../support/crowd';
import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { STAMP, UNSTAMP } from '../../support/stamp';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const lookup = (openid: string, by: { token: string } | { search: string }) =>
  world.call(openid, 'teacher', 'cardLookup', by);

/** 林小雨 has arrived: only the 《团员证》 is left. */
const arrive = async () => {
  const submitted = await submitEmployed(world, GRADUATE);
  const { version } = submitted;
  const report = { version, outcome: 'accepted' as const };
  return dataOf(await world.call(GRADUATE, 'graduate', 'report', report)).transfer;
};
const passOf = async (openid: string) =>
  dataOf(await world.call(openid, 'graduate', 'cardPass', {})).pass?.token ?? '';

it('finds whoever shows their code, says that nothing is missing, and stamps', async () => {
  const { id: transferId, version } = await arrive();
  const token = await passOf(GRADUATE);
  const { people } = dataOf(await lookup(TEACHER, { token }));
  expect(people).toEqual([
    expect.objectContaining({ name: '林小雨', transferId, version, ready: true, missing: [], doneAt: null }),
  ]);
  const done = dataOf(await world.call(TEACHER, 'teacher', 'tickOffline', { transferId, version, ...STAMP }));
  expect(done.state).toBe('completed');
  const [after] = dataOf(await lookup(TEACHER, { token })).people;
  expect(after).toMatchObject({ ready: false, missing: ['done'], doneAt: world.world.now });
});

it.each(['S002', '林小雨', ' s002 '])('finds the same person by “%s”', async (search) => {
  await arrive();
  expect(dataOf(await lookup(TEACHER, { search })).people.map(({ name }) => name)).toEqual(['林小雨']);
});

it('takes a stamp back that was meant for somebody else, once', async () => {
  const { id: transferId, version } = await arrive();
  const done = dataOf(await world.call(TEACHER, 'teacher', 'tickOffline', { transferId, version, ...STAMP }));
  const undone = dataOf(
    await world.call(TEACHER, 'teacher', 'tickOffline', { transferId, version: done.version, ...UNSTAMP }),
  );
  expect(undone.state).toBe('accepted');
  const again = { transferId, version: undone.version, ...UNSTAMP };
  expect(errorOf(await world.call(TEACHER, 'teacher', 'tickOffline', again))).toBe('TRANSFER_ILLEGAL_STEP');
  expect(world.store.all('audits').map(({ action }) => action)).toEqual(
    expect.arrayContaining(['tick', 'complete', 'untick']),
  );
});

it('stamps once when two desks do it together', async () => {
  const { id: transferId, version } = await arrive();
  const target = { transferId, version, ...STAMP };
  const replies = await Promise.all(
    [TEACHER, ADMIN].map((openid) => world.call(openid, 'teacher', 'tickOffline', target)),
  );
  expect(replies.map(errorOf).sort()).toEqual(['TRANSFER_VERSION_STALE', 'none']);
});

describe('what is missing', () => {
  const missing = async (openid: string, search: string) =>
    dataOf(await lookup(openid, { search })).people.map((person) => [person.missing, person.ready]);

  it('is a beginning, for who has not chosen a way', async () => {
    expect(await missing(TEACHER, 'S002')).toEqual([[['no-transfer'], false]]);
  });

  it('is the submission, with its screenshot, for who has only chosen', async () => {
    await choose(world, GRADUATE, 'employed', 'direct');
    expect(await missing(TEACHER, 'S002')).toEqual([[['not-open', 'screenshot'], false]]);
  });

  it('is nothing from the submission on, where the rules stamp then', async () => {
    await submitEmployed(world, GRADUATE);
    expect(await missing(TEACHER, 'S002')).toEqual([[[], true]]);
  });

  it('is no card at all, for who stays with the college', async () => {
    await choose(world, GRADUATE, 'deferred', 'direct');
    expect(await missing(TEACHER, 'S002')).toEqual([[['no-card'], false]]);
  });

  it('does not let anybody be stamped before they handed in', async () => {
    const { id: transferId, version } = await choose(world, GRADUATE, 'employed', 'direct');
    const reply = await world.call(TEACHER, 'teacher', 'tickOffline', { transferId, version, ...STAMP });
    expect(errorOf(reply)).toBe('TRANSFER_ILLEGAL_STEP');
  });
});

it('does not find people of another college by name or number', async () => {
  await arrive();
  for (const search of ['S002', '林小雨']) {
    expect(dataOf(await lookup(OTHER_TEACHER, { search })).people).toEqual([]);
    expect(dataOf(await lookup(ADMIN, { search })).people).toHaveLength(1);
  }
});

it('offers everybody of one name, and says when there are still more', async () => {
  const place = placeNamed(world, '光电2302团支部');
  const namesakes = Array.from({ length: 21 }, (_, index) => memberOf(place, `N${index}`, { name: '张伟' }));
  await settle(
    world,
    namesakes.map((member) => ({ member })),
  );
  const found = dataOf(await lookup(TEACHER, { search: '张伟' }));
  expect(found.people).toHaveLength(20);
  expect(found.more).toBe(true);
  await arrive();
  expect(dataOf(await lookup(TEACHER, { search: '陈晨' }))).toMatchObject({
    more: false,
    people: [{ name: '陈晨' }],
  });
  expect(errorOf(await world.call(CLASSMATE, 'teacher', 'cardLookup', { search: '张伟' }))).toBe('FORBIDDEN');
});
