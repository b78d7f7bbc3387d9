/** The runtime's fixture on phones whose frame only remembers what it is told. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PhoneChrome, PhoneError, PhonePage, PhoneShell } from '../../../tools/preview/runtime/shell';
import { OneTab } from './one-tab';
import { serveMiniprogram, type Served } from './phone-server';

export const FIXTURE = join(__dirname, 'fixtures/miniprogram');

interface Told {
  chrome: PhoneChrome[];
  errors: PhoneError[];
  shared: unknown[];
}

type PhoneWindow = Window & {
  shells: Record<string, PhoneShell>;
  told: Told;
  phone: PhonePage;
  wx: Record<string, (options: unknown) => Promise<unknown>>;
  getCurrentPages(): { route: string; data: Record<string, unknown> & { log: string[] } }[];
  getApp(): { entries: string[] };
};

/** Runs in the page. */
const installShell = (): void => {
  const told: Told = { chrome: [], errors: [], shared: [] };
  const shell: PhoneShell = {
    updateChrome: (chrome) => told.chrome.push(chrome),
    askSubscription: (templates) =>
      Promise.resolve(Object.fromEntries(templates.map(({ templateId }) => [templateId, 'accept' as const]))),
    askPrivacy: () => Promise.resolve('agree'),
    reportError: (error) => told.errors.push(error),
    scanCode: () => Promise.resolve(undefined),
    share: (card) => told.shared.push(card),
  };
  Object.assign(window, { told, shells: { graduate: shell } });
};

export class RuntimePhone {
  constructor(readonly page: Page) {}

  async told<K extends keyof Told>(key: K): Promise<Told[K]> {
    const all: Told = await this.page.evaluate(() => (window as unknown as PhoneWindow).told);
    return all[key];
  }

  async errors(): Promise<string[]> {
    return (await this.told('errors')).map(({ message }) => message);
  }

  routes(): Promise<string[]> {
    return this.page.evaluate(() =>
      (window as unknown as PhoneWindow).getCurrentPages().map(({ route }) => route),
    );
  }

  /** Data of the page on top. */
  data(): Promise<Record<string, unknown> | undefined> {
    return this.page.evaluate(() => (window as unknown as PhoneWindow).getCurrentPages().at(-1)?.data);
  }

  log(): Promise<string[]> {
    return this.page.evaluate(
      () => (window as unknown as PhoneWindow).getCurrentPages().at(-1)?.data.log ?? [],
    );
  }

  async logs(entry: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => (window as unknown as PhoneWindow).getCurrentPages().at(-1)?.data.log.includes(wanted),
      entry,
    );
  }

  /** What the app heard. */
  entries(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as PhoneWindow).getApp().entries);
  }

  /** As the frame around the phone does. */
  does(run: (phone: PhonePage) => void): Promise<unknown> {
    return this.page.evaluate(`(${run.toString()})(window.phone)`);
  }

  color(selector: string): Promise<string> {
    return this.page.locator(selector).evaluate((node) => getComputedStyle(node).color);
  }

  /** `ok`, or the words of the failure. */
  call(api: string, options: unknown): Promise<string | undefined> {
    return this.page.evaluate(
      ([name, given]) =>
        (window as unknown as PhoneWindow).wx[name as string]?.(given).then(
          () => 'ok',
          (failure: { errMsg: string }) => failure.errMsg,
        ),
      [api, options] as const,
    );
  }
}

/** The fixture for the tests of a file; each test opens a phone of its own. */
export const runtimePhones = () => {
  let served: Served;
  let only: OneTab;
  beforeAll(async () => {
    served = await serveMiniprogram(FIXTURE);
    only = new OneTab(served.browser, installShell);
  }, 120_000);
  afterAll(() => served.close());
  afterEach(() => only.putBack());

  /** An empty tab. */
  const tab = (width: number): Promise<Page> => only.take({ width, height: 667 });
  /** The phone alone in a window of phone size. */
  const open = async (query: Record<string, string> = {}): Promise<RuntimePhone> => {
    const alone = await tab(375);
    const asked = new URLSearchParams({ seat: 'graduate', openid: 'o1', ...query });
    await alone.goto(`${served.server.url}/phone.html?${asked.toString()}`);
    await alone.waitForSelector('wx-page');
    return new RuntimePhone(alone);
  };
  return { open, tab, server: () => served.server };
};
