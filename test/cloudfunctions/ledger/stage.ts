/** A university in the middle of its season, for a scene to be played on and written down. */
import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import { openLedger, type Ledger } from '../support/ledger';
import { giveCredits, GRADUATE, SECRETARY, TEACHER, uploadPicture } from '../support/people';
import { foundPlaces, type Target } from '../support/places';
import { createWorld, type World } from '../support/world';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const OPTICS = '光电2302团支部';
export const MOTORS = '机械2301团支部';
export const ORGANISATION = '共青团上海示例科技有限公司支部委员会';

export interface Stage extends Pick<Ledger, 'later' | 'tick' | 'note'> {
  readonly world: World;
  /** 林小雨, who has handed in, and what a call can name of hers. */
  readonly own: Target;
  /** Calls an action and writes it down; its data, or none of a refusal. */
  act<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Response<F, A> | undefined>;
  memberId(name: string): string;
  branchId(name: string): string;
  codeOf(branch: string): string;
  /** The version of somebody’s transfer; null before it is begun. */
  version(name: string): number | null;
  transferId(name: string): string;
  picture(openid: string, file?: string): Promise<string>;
  text(): string;
}

/** By what it is played for: its title, and what happens. */
export type Scenes = Readonly<Record<string, (stage: Stage) => Promise<void>>>;

const stageOn = (world: World, own: Target): Stage => {
  const ledger = openLedger(world);
  const found = <C extends 'members' | 'branches'>(collection: C, name: string) => {
    const one = world.store.all(collection).find((record) => record.name === name);
    if (!one) throw new Error(`there is no ${name}`);
    return one;
  };
  const memberId = (name: string): string => found('members', name)._id;
  const transferOf = (name: string) =>
    world.store.all('transfers').find((transfer) => transfer.memberId === memberId(name));
  return {
    world,
    own,
    later: ledger.later,
    tick: ledger.tick,
    note: ledger.note,
    text: ledger.text,
    act: async (...call) => {
      const result = await ledger.call(...call);
      return result.ok ? result.data : undefined;
    },
    memberId,
    branchId: (name) => found('branches', name)._id,
    codeOf: (name) => world.store.all('branches').find((branch) => branch.name === name)?.inviteCode ?? '',
    version: (name) => transferOf(name)?.version ?? null,
    transferId: (name) => transferOf(name)?._id ?? '',
    picture: (openid, file) => uploadPicture(world, openid, file),
  };
};

/** What the founding has left, as if it had been long ago: the timer would clear it away in the middle of a scene. */
const forgetFounding = async ({ store, stored }: World): Promise<void> => {
  const passing = ['locks', 'erasures', 'rosterParts', 'rosterRuns', 'exports', 'corrections'] as const;
  for (const collection of passing)
    await store.removeAll(
      collection,
      store.all(collection).map(({ _id }) => _id),
    );
  const uploads = store.all('uploads').filter(({ memberId }) => memberId === null);
  await store.removeAll(
    'uploads',
    uploads.map(({ _id }) => _id),
  );
  for (const id of stored.keys()) if (!id.includes('/screenshots/')) stored.delete(id);
};

/** Founds the university once; a stage for each scene, as it was then. */
export const openStages = async (): Promise<() => Stage> => {
  const world = createWorld();
  const { own } = await foundPlaces(world);
  for (const openid of [GRADUATE, SECRETARY, TEACHER]) await giveCredits(world, openid, 5);
  await world.tick();
  await forgetFounding(world);
  const now = world.world.now + MINUTE;
  const state = world.state();
  return () => {
    const anew = createWorld();
    anew.beginWith(state);
    anew.world.now = now;
    return stageOn(anew, own);
  };
};
