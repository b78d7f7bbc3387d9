/** A university from which every race begins alike, and what must hold after each, whatever the moment was. */
import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import type { Result } from '../../../miniprogram/domain/errors';
import { check } from '../../../tools/admin/check';
import { openLookAlone, type LookAlone } from '../../../tools/admin/look-alone';
import { environmentOf } from '../../../tools/simulate/departures/environment';
import { interleave } from './interleave';
import { GRADUATE, memberNamed, openUniversity, SECRETARY, TEACHER, type University } from './people';
import { tracesOf } from './traces';
import type { World } from './world';

export const NOTE = '私下说一句进不去';
const SETTLED_MS = 6 * 60_000;
/** More moments than any step has. */
const MOST = 800;

export type Act = () => Promise<Result<unknown>>;

let world: World;
let university: University;
let back: () => void;
let files: Map<string, Buffer>;
let startedAt: number;

/** From here every race of a group begins. */
export const settle = async (
  prepare: (opened: { world: World; university: University }) => Promise<unknown>,
): Promise<void> => {
  ({ world, university } = await openUniversity());
  await prepare({ world, university });
  back = world.store.snapshot();
  files = new Map(world.stored);
  startedAt = world.world.now;
};

const goBack = (): void => {
  back();
  world.stored.clear();
  for (const [id, bytes] of files) world.stored.set(id, bytes);
  world.world.now = startedAt;
};

export const graduate = () => memberNamed(world, '林小雨');
export const transferOf = () =>
  world.store.all('transfers').find(({ memberId }) => memberId === graduate()._id);
export const requestOf = () =>
  world.store.all('resetRequests').find(({ memberId }) => memberId === graduate()._id)?._id ?? '';
export const inTurn = () => ({ transferId: transferOf()?._id ?? '', version: transferOf()?.version ?? 0 });

export const RIVALS = {
  deleteMyData: () => world.call(GRADUATE, 'graduate', 'deleteMyData', {}),
  unbindMember: () =>
    world.call(TEACHER, 'teacher', 'unbindMember', { memberId: graduate()._id, reason: '别人登录了' }),
  transferMember: () =>
    world.call(TEACHER, 'teacher', 'transferMember', {
      memberId: graduate()._id,
      branchId: world.store.all('branches').find(({ name }) => name === '机械2301团支部')?._id ?? '',
    }),
  secretaryLeaves: () => world.call(SECRETARY, 'graduate', 'deleteMyData', {}),
  removeSecretary: () =>
    world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: memberNamed(world, '周敏')._id }),
} satisfies Record<string, Act>;
export type Rival = keyof typeof RIVALS;

const onAccount = (openid: string) => [
  ...world.store.all('transfers').filter(({ accountId }) => accountId === openid),
  ...world.store.all('resetRequests').filter(({ accountId }) => accountId === openid),
  ...world.store
    .all('notices')
    .filter(({ accountId, status }) => accountId === openid && ['planned', 'sending'].includes(status)),
];

export const HOLDS: Readonly<Record<Rival, () => void>> = {
  deleteMyData: () => {
    for (const text of [GRADUATE, NOTE]) expect([text, tracesOf(world, text)]).toEqual([text, []]);
    expect(tracesOf(world, '林小雨')).toEqual(['members']);
    expect(tracesOf(world, graduate()._id)).toEqual(['members', 'audits']);
  },
  unbindMember: () => expect(onAccount(GRADUATE)).toEqual([]),
  transferMember: () => {
    const { branchId, _id } = graduate();
    for (const own of [...world.store.all('transfers'), ...world.store.all('resetRequests')])
      if (own.memberId === _id) expect(own.branchId).toBe(branchId);
  },
  secretaryLeaves: () => {
    expect(tracesOf(world, SECRETARY)).toEqual([]);
    expect(tracesOf(world, '周敏')).toEqual(['members']);
  },
  removeSecretary: () => {
    const branches = world.store.all('branches').flatMap(({ secretaries }) => secretaries);
    expect(branches.map(({ accountId }) => accountId)).not.toContain(SECRETARY);
  },
};

/** Documents do not change in place, and most are the same at every moment: each is looked at once. */
const seen = new WeakMap<object, ReturnType<LookAlone>>();
const lookAgain = openLookAlone();
const lookAlone: LookAlone = (name, document) => {
  const known = seen.get(document) ?? lookAgain(name, document);
  seen.set(document, known);
  return known;
};

/** What the operator would be told; nothing, when all is well. */
const findings = async (): Promise<string[]> => {
  const all = async (collection: CollectionName) => world.store.documents(collection);
  const found = await check(environmentOf(all, world.stored), {
    now: world.world.now,
    say: () => undefined,
    lookAlone,
  });
  return found.map(({ collection, id, problem }) => `${collection}/${id}: ${problem}`);
};

/** Runs the two at every moment; resolves to how many there were. */
export const meetEverywhere = async (
  step: () => Promise<unknown>,
  rival: Act,
  holds: (done: Result<unknown>) => void,
): Promise<number> => {
  for (let at = 0; at < MOST; at += 1) {
    goBack();
    const { result, hasMet } = await interleave(world, { step, rival, at });
    if (!hasMet) return at;
    world.world.now += SETTLED_MS;
    await world.tick();
    expect([at, await findings()]).toEqual([at, []]);
    holds(result as Result<unknown>);
  }
  throw new Error('a step has more moments than were expected');
};

/** Every step with every rival. */
export const pairsOf = (steps: Readonly<Record<string, unknown>>): (readonly [string, Rival])[] =>
  Object.keys(steps).flatMap((step) =>
    (Object.keys(RIVALS) as Rival[]).map((rival) => [step, rival] as const),
  );
