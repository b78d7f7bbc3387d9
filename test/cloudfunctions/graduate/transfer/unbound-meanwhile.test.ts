/** What is written in one request, without a transaction, reaches only what still belongs to whoever asked. */
import { interleave } from '../../support/interleave';
import { choose, GRADUATE, openUniversity, TEACHER } from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;

const drafts = () => world.store.all('transfers').map(({ draft }) => draft);
const folders = () => world.store.all('uploads').map(({ folder }) => folder);

/** The teacher takes the WeChat off the person at each moment of the step. */
const atEachMoment = async <T>(
  step: () => Promise<unknown>,
  { stored, holds }: { stored: () => T; holds: (left: T) => void },
): Promise<number> => {
  for (let at = 0; ; at += 1) {
    ({ world } = await openUniversity());
    await choose(world, GRADUATE);
    const memberId = world.store.all('transfers')[0]?.memberId ?? '';
    let left = stored();
    const rival = async () => {
      dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '不是本人' }));
      left = stored();
    };
    const { hasMet } = await interleave(world, { step, rival, at });
    if (!hasMet) return at;
    holds(left);
  }
};

it('a draft is as it was when the person was unbound', async () => {
  const draft = { organisation: '澄江智能装备有限公司团支部' };
  const save = () => world.call(GRADUATE, 'graduate', 'saveDraft', { draft, screenshots: [] });
  const holds = (left: unknown) => expect(drafts()).toEqual(left);
  expect(await atEachMoment(save, { stored: drafts, holds })).toBeGreaterThan(2);
});

it('no folder is noted after the person was unbound', async () => {
  const ask = () => world.call(GRADUATE, 'graduate', 'uploadFolder', {});
  const holds = (left: readonly string[]) => expect(left).toEqual(expect.arrayContaining(folders()));
  expect(await atEachMoment(ask, { stored: folders, holds })).toBeGreaterThan(2);
});
