/** Lets a rival happen at a chosen moment of a step: between any two of its requests to the store. */
import type { Store, Transaction } from '../../../cloudfunctions/_shared/store/ports';
import type { World } from './world';

interface Interleaved<T> {
  readonly result: T;
  /** Whether the step had as many moments. */
  readonly hasMet: boolean;
}

type Moment = () => Promise<void>;
type Methods = Record<string, (...args: never[]) => unknown>;

/** Every asynchronous method with a moment before it. */
const withMoments = <T extends object>(target: T, moment: Moment): T =>
  new Proxy(target, {
    get: (whole, name) => {
      const method = (whole as Methods)[name as string];
      if (typeof method !== 'function' || ['put', 'remove', 'add', 'append', 'cancel'].includes(String(name)))
        return method;
      return async (...args: never[]) => {
        await moment();
        return method.apply(whole, args);
      };
    },
  });

/** Reads of a transaction with a moment before each, and one more before it is written. */
const transacting =
  (store: Store, moment: Moment): Store['transact'] =>
  async (work) => {
    await moment();
    const done = await store.transact(async (tx: Transaction) => {
      const result = await work(withMoments(tx, moment));
      await moment();
      return result;
    });
    await moment();
    return done;
  };

/** Runs `step`, and `rival` whole at its moment with that number; the rival's own requests are no moments. */
export const interleave = async <T>(
  world: World,
  { step, rival, at }: { step: () => Promise<T>; rival: () => Promise<unknown>; at: number },
): Promise<Interleaved<T>> => {
  const { store } = world.ports;
  const ports = world.ports as { store: Store };
  let moments = 0;
  let hasMet = false;
  const moment: Moment = async () => {
    const isNow = moments === at && !hasMet;
    if (!hasMet) moments += 1;
    if (!isNow) return;
    hasMet = true;
    const interleaved = ports.store;
    ports.store = store;
    await rival();
    ports.store = interleaved;
  };
  const watched = withMoments(store, moment);
  ports.store = new Proxy(store, {
    get: (whole, name) =>
      name === 'transact' ? transacting(whole, moment) : (Reflect.get(watched, name) as unknown),
  });
  try {
    return { result: await step(), hasMet };
  } finally {
    ports.store = store;
  }
};
