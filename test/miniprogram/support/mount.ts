/** A page's or a component's script without its WXML: what its handlers do, with a cloud that answers as told. */
import { installWx } from './fake-wx';

type Handlers = Record<string, (...args: never[]) => unknown>;
interface Options {
  readonly data: Record<string, unknown>;
  readonly methods?: Handlers;
  readonly observers?: Handlers;
  readonly [handler: string]: unknown;
}

export interface Mounted {
  readonly data: Record<string, unknown>;
  readonly triggerEvent: jest.Mock;
  /** Runs a handler by its name and waits for what it started. */
  does(handler: string, event?: unknown): Promise<void>;
  /** The page around a component gives it a property. */
  gets(property: string, value: unknown): void;
  /** What a handler hands back to WeChat, e.g. the card to share. */
  answers(handler: string): unknown;
}

/** What the WXML hands to a handler. */
export const tapOn = (dataset: Record<string, unknown> = {}) => ({ currentTarget: { dataset } });
export const said = (detail: Record<string, unknown>) => ({ detail });

const QUIET = [
  'setNavigationBarTitle',
  'pageScrollTo',
  'showToast',
  'navigateBack',
  'previewImage',
  'stopPullDownRefresh',
  'hideToast',
];

export const phone = () => {
  const { fake } = installWx();
  const quiet = Object.fromEntries(QUIET.map((name) => [name, jest.fn()]));
  Object.assign(fake, quiet);
  Object.assign(globalThis, { getCurrentPages: () => [{}, {}] });
  return Object.assign(fake, quiet);
};

/** @param load requires the script, which registers itself; each call of what comes back is one more instance */
export const register = (load: () => void): (() => Mounted) => {
  const registered: Options[] = [];
  const take = (options: Options) => void registered.push(options);
  Object.assign(globalThis, { Page: take, Component: take });
  jest.isolateModules(load);
  const [options] = registered;
  if (!options) throw new Error('the script registers nothing');
  return () => instanceOf(options);
};

/** The only instance of a script. */
export const mount = (load: () => void): Mounted => register(load)();

const instanceOf = (options: Options): Mounted => {
  const data = structuredClone(options.data);
  const handlers = { ...options, ...options.methods } as unknown as Handlers;
  const triggerEvent = jest.fn();
  const self: Record<string, unknown> = {
    ...handlers,
    data,
    triggerEvent,
    setData: (change: Record<string, unknown>) => void Object.assign(data, change),
  };
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    data,
    triggerEvent,
    gets: (property, value) => {
      data[property] = value;
      (options.observers?.[property] as ((value: unknown) => void) | undefined)?.call(self, value);
    },
    answers: (handler) => (self[handler] as () => unknown).call(self),
    does: async (handler, event) => {
      await (self[handler] as (event: unknown) => unknown).call(self, event);
      await settled();
    },
  };
};
