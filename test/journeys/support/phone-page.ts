import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PhonePage as PhoneOfRuntime } from '../../../tools/preview/runtime/shell';
import { connectBrowser } from '../../../tools/browser/launch';
import { keepEvidence } from './evidence';
import { Screen } from './screen';
import { World } from './world';

export interface PhoneOptions {
  /** Path with query of the first page; the entry page when absent. */
  page?: string;
  theme?: 'light' | 'dark';
  fontSize?: number;
  /** CSS pixels. */
  width?: number;
  /** What the person says to WeChat's subscription sheet. */
  allows?: boolean;
}

/** What the phone told the frame around it. */
interface Heard {
  errors: string[];
  asked: string[][];
  shared: string[];
  title: string;
}

type PhoneWindow = Window & { heard: Heard; phone?: PhoneOfRuntime };

/** Stands in for the desk: answers WeChat's sheets at once and writes down what the phone says. Runs in the page. */
const installShell = (allows: boolean): void => {
  const heard: Heard = { errors: [], asked: [], shared: [], title: '' };
  const shell = {
    updateChrome: (chrome: { title: string }) => void (heard.title = chrome.title),
    askSubscription: (templates: { templateId: string; title: string }[]) => {
      heard.asked.push(templates.map(({ title }) => title));
      const answer = allows ? 'accept' : 'reject';
      return Promise.resolve(Object.fromEntries(templates.map(({ templateId }) => [templateId, answer])));
    },
    askPrivacy: () => Promise.resolve('agree'),
    reportError: (error: { page: string; message: string }) =>
      void heard.errors.push(`${error.page}: ${error.message}`),
    scanCode: () => Promise.resolve(undefined),
    share: (card: { title: string }) => void heard.shared.push(card.title),
  };
  Object.assign(window, { heard, shells: { phone: shell } });
};

/** One person's phone alone in a tab of the browser, without the desk around it. */
export class PhonePage extends Screen {
  constructor(
    tab: Page,
    readonly openid: string,
  ) {
    super(tab, tab);
  }

  async errors(): Promise<string[]> {
    return (await this.heard()).errors;
  }

  heard(): Promise<Heard> {
    return this.tab.evaluate(() => (window as unknown as PhoneWindow).heard);
  }

  /** WeChat's own back button. */
  async goesBack(): Promise<void> {
    await this.tab.evaluate(() => (window as unknown as PhoneWindow).phone?.back());
  }

  /** What WeChat's camera will read from now on. */
  async scans(content: string): Promise<void> {
    await this.tab.evaluate((read) => {
      const { phone } = (window as unknown as { shells: { phone: { scanCode: () => Promise<string> } } })
        .shells;
      phone.scanCode = () => Promise.resolve(read);
    }, content);
  }

  async goesOffline(isOffline = true): Promise<void> {
    await this.tab.evaluate(
      (online) => (window as unknown as PhoneWindow).phone?.setOnline(online),
      !isOffline,
    );
  }

  /** Closes the mini-program and opens it again on the same phone. */
  async restarts(page = ''): Promise<void> {
    const url = new URL(this.tab.url());
    url.searchParams.set('page', page);
    await this.tab.goto(url.href);
    await this.page.waitFor({ state: 'visible' });
  }
}

/** A college of its own and a browser: what a test file with single phones needs. */
export class Stage {
  private readonly open_ = new Set<PhonePage>();

  private constructor(
    readonly world: World,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Stage> {
    const [world, browser] = await Promise.all([World.open(), connectBrowser()]);
    return new Stage(world, browser);
  }

  /** A phone with empty storage in somebody's hand. */
  async phone({ openid }: { openid: string }, options: PhoneOptions = {}): Promise<PhonePage> {
    const { page = '', theme = 'light', fontSize = 16, width = 390, allows = true } = options;
    const context: BrowserContext = await this.browser.newContext({ viewport: { width, height: 844 } });
    await context.addInitScript(installShell, allows);
    const tab = await context.newPage();
    tab.setDefaultTimeout(8000);
    const query = new URLSearchParams({ seat: 'phone', openid, theme, fontSize: String(fontSize), page });
    await tab.goto(`${this.world.url}/phone.html?${query.toString()}`);
    const phone = new PhonePage(tab, openid);
    this.open_.add(phone);
    await phone.page.waitFor({ state: 'visible' });
    return phone;
  }

  /** Puts all phones away; answers the errors they reported. After a failed test leaves evidence of each. */
  async clear(failedTest?: string): Promise<string[]> {
    const errors: string[] = [];
    for (const phone of this.open_) {
      if (failedTest) await keepEvidence(failedTest, phone.tab, [phone]).catch(() => undefined);
      errors.push(...(await phone.errors()));
      await phone.tab.context().close();
    }
    this.open_.clear();
    return errors;
  }

  async close(): Promise<void> {
    await this.clear();
    await this.browser.close();
    await this.world.close();
  }
}
