import type { Page } from 'playwright-core';
import type { PhonePage as PhoneOfRuntime } from '../../../tools/preview/runtime/shell';
import type { Condition } from '../../../tools/preview/runtime/conditions';
import { accountOf } from '../../../tools/preview/seed/play';
import { keepEvidence } from './evidence';
import { Screen } from './screen';
import { Site } from './site';
import { Tabs } from './tabs';

export interface PhoneOptions {
  /** Path with query of the first page; the entry page when absent. */
  page?: string;
  theme?: 'light' | 'dark';
  fontSize?: number;
  /** Version of WeChat's base library; a recent one when absent. */
  library?: string;
  /** CSS pixels. */
  width?: number;
  /** What stands in the phone's way, as the desk offers it. */
  conditions?: readonly Condition[];
  /** What the person says to WeChat's subscription sheet. */
  allows?: boolean;
}

/** What the phone told the frame around it. */
interface Heard {
  errors: string[];
  asked: string[][];
  shared: { title: string; path: string }[];
  title: string;
  /** Taps of the finger, on WeChat's own sheets too; a picker's wheels are scrolled, not tapped. */
  taps: number;
}

type PhoneWindow = Window & { heard: Heard; phone?: PhoneOfRuntime };

/**
 * Stands in for the desk: answers WeChat's sheets at once and writes down what the phone says. Runs in the page and reads
 * from its address whose phone it is.
 */
const installShell = (): void => {
  const query = new URLSearchParams(location.search);
  const allows = query.get('allows') === 'true';
  const heard: Heard = { errors: [], asked: [], shared: [], title: '', taps: 0 };
  const count = ({ target }: Event): void => {
    if (!(target as Element).closest('.mp-wheel')) heard.taps += 1;
  };
  window.addEventListener('click', count, { capture: true });
  const shell = {
    updateChrome: (chrome: { title: string }) => void (heard.title = chrome.title),
    askSubscription: (templates: { templateId: string; title: string }[]) => {
      heard.asked.push(templates.map(({ title }) => title));
      heard.taps += 1;
      const answer = allows ? 'accept' : 'reject';
      return Promise.resolve(Object.fromEntries(templates.map(({ templateId }) => [templateId, answer])));
    },
    askPrivacy: () => {
      heard.taps += 1;
      return Promise.resolve('agree');
    },
    reportError: (error: { page: string; message: string }) =>
      void heard.errors.push(`${error.page}: ${error.message}`),
    scanCode: () => Promise.resolve(undefined),
    share: (card: { title: string; path: string }) => void heard.shared.push(card),
  };
  Object.assign(window, { heard, shells: { [query.get('seat') ?? '']: shell } });
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
      const { shells } = window as unknown as { shells: Record<string, { scanCode: () => Promise<string> }> };
      for (const shell of Object.values(shells)) shell.scanCode = () => Promise.resolve(read);
    }, content);
  }

  async goesOffline(isOffline = true): Promise<void> {
    await this.tab.evaluate(
      (online) => (window as unknown as PhoneWindow).phone?.setOnline(online),
      !isOffline,
    );
  }

  /**
   * Closes the mini-program and opens it again on the same phone.
   *
   * @param asked an action of the cloud that the page calls: waits until it was answered too
   */
  async restarts(page = '', asked?: string): Promise<void> {
    const url = new URL(this.tab.url());
    url.searchParams.set('page', page);
    // What the closed page still asked is aborted here, so that its answer is not taken for the new one's.
    await this.tab.goto('about:blank');
    const answered =
      asked &&
      this.tab.waitForEvent('requestfinished', (request) =>
        (request.postData() ?? '').includes(`"action":"${asked}"`),
      );
    await Promise.all([answered, this.tab.goto(url.href)]);
    await this.page.waitFor({ state: 'visible' });
  }
}

/** A college of its own, and single phones that people open in it. */
export class Stage extends Site {
  private readonly phones = new Set<PhonePage>();
  private tabs?: Tabs;
  private bought = 0;

  override async open(): Promise<void> {
    await super.open();
    this.tabs = new Tabs(this.browser, installShell);
  }

  /** A phone with empty storage in somebody's hand: by name, or whoever has this WeChat. */
  async phone(who: string | { openid: string }, options: PhoneOptions = {}): Promise<PhonePage> {
    const { page = '', theme = 'light', fontSize = 16, width = 390, allows = true, library } = options;
    const { conditions = [] } = options;
    const openid = typeof who === 'string' ? accountOf(who) : who.openid;
    // What a phone stores stands under the name of its seat: in the same tab the next one finds nothing of it.
    const seat = `phone-${(this.bought += 1)}`;
    const query = new URLSearchParams({ seat, openid, theme, fontSize: String(fontSize), page });
    query.set('allows', String(allows));
    if (library) query.set('library', library);
    for (const condition of conditions) query.append('with', condition);
    if (!this.tabs) throw new Error('opened before each file or journey, see journeys()');
    const tab = await this.tabs.take({ width, height: 844 });
    await tab.goto(`${this.world.url}/phone.html?${query.toString()}`);
    const phone = new PhonePage(tab, openid);
    this.phones.add(phone);
    await phone.page.waitFor({ state: 'visible' });
    return phone;
  }

  /** The desk with its three phones, beside those that are open. */
  async desk(): Promise<Page> {
    const tab = await this.tab({ width: 1440, height: 900 });
    await tab.goto(this.world.url);
    return tab;
  }

  /** Puts all phones away; answers the errors they reported. After a failed journey leaves evidence of each. */
  async clear(failedJourney?: string): Promise<string[]> {
    const errors: string[] = [];
    for (const [index, phone] of [...this.phones].entries()) {
      if (failedJourney)
        await keepEvidence(`${failedJourney} ${index + 1}`, phone.tab, [phone]).catch(() => undefined);
      errors.push(...(await phone.errors()));
      await this.tabs?.putBack(phone.tab);
    }
    this.phones.clear();
    return errors;
  }
}
