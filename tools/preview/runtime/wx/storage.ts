/** `wx.setStorage` and its family, kept in `localStorage` under the phone's own prefix, with WeChat's limits. */
import type { RuntimeHost } from '../host';
import { asyncApi, failure, typeName, type Options } from './async-api';

const KEY_LIMIT_BYTES = 1024 * 1024;
const TOTAL_LIMIT_BYTES = 10 * 1024 * 1024;

/** What WeChat can give back: plain data, dates become text as JSON makes them. */
interface Stored {
  type: string;
  data: unknown;
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

export class PhoneStorage {
  private readonly prefix: string;

  /** `store` is `localStorage` but for tests. */
  constructor(
    phonePrefix: string,
    private readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>,
  ) {
    this.prefix = `${phonePrefix}data:`;
  }

  /** Undefined when nothing is stored under the key. */
  get(key: string): Stored | undefined {
    const text = this.store.getItem(this.prefix + key);
    return text === null ? undefined : (JSON.parse(text) as Stored);
  }

  /** Throws a `WxFailure` of `api` when a limit is passed or the key is no text. */
  set(api: string, key: unknown, data: unknown): void {
    if (typeof key !== 'string' || key === '') {
      throw failure(api, `parameter error: parameter.key should be String instead of ${typeName(key)};`);
    }
    const text = JSON.stringify({ type: typeName(data), data } satisfies Stored);
    const size = sizeOf(text);
    if (size > KEY_LIMIT_BYTES) throw failure(api, 'entry size limit reached');
    const before = sizeOf(this.store.getItem(this.prefix + key) ?? '');
    if (this.totalBytes() - before + size > TOTAL_LIMIT_BYTES) throw failure(api, 'storage limit reached');
    try {
      this.store.setItem(this.prefix + key, text);
    } catch {
      // The browser's own quota is about half of WeChat's and shared by the phones.
      throw failure(api, 'storage limit reached');
    }
  }

  remove(key: string): void {
    this.store.removeItem(this.prefix + key);
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key);
  }

  keys(): string[] {
    return Array.from({ length: this.store.length }, (_, index) => this.store.key(index) ?? '')
      .filter((key) => key.startsWith(this.prefix))
      .map((key) => key.slice(this.prefix.length));
  }

  /** Sizes in KB, as WeChat gives them. */
  info(): { keys: string[]; currentSize: number; limitSize: number } {
    return {
      keys: this.keys(),
      currentSize: Math.ceil(this.totalBytes() / 1024),
      limitSize: TOTAL_LIMIT_BYTES / 1024,
    };
  }

  private totalBytes(): number {
    return this.keys().reduce((sum, key) => sum + sizeOf(this.store.getItem(this.prefix + key) ?? ''), 0);
  }
}

export function createStorageApis(host: RuntimeHost): Record<string, unknown> {
  const storage = new PhoneStorage(host.storagePrefix, window.localStorage);
  const read = ({ key }: Options) => {
    const stored = storage.get(String(key));
    if (!stored) throw failure('getStorage', 'data not found');
    return { data: stored.data };
  };
  return {
    getStorage: asyncApi('getStorage', read),
    setStorage: asyncApi('setStorage', ({ key, data }) => storage.set('setStorage', key, data)),
    removeStorage: asyncApi('removeStorage', ({ key }) => storage.remove(String(key))),
    clearStorage: asyncApi('clearStorage', () => storage.clear()),
    getStorageInfo: asyncApi('getStorageInfo', () => storage.info()),
    /** An absent key reads as the empty string. */
    getStorageSync: (key: string) => storage.get(key)?.data ?? '',
    setStorageSync: (key: string, data: unknown) => throwing(() => storage.set('setStorageSync', key, data)),
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => storage.info(),
    batchGetStorageSync: (keys: string[]) => keys.map((key) => storage.get(key)?.data ?? ''),
    batchSetStorageSync: (items: { key: string; value: unknown }[]) =>
      throwing(() => items.forEach(({ key, value }) => storage.set('batchSetStorageSync', key, value))),
  };
}

/** Synchronous APIs throw real errors whose message is WeChat's text. */
function throwing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error((error as { errMsg?: string }).errMsg ?? String(error));
  }
}
