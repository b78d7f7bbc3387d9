import type { Locator, Page } from 'playwright-core';
import { keepEvidence } from './evidence';
import { PATIENCE_MS } from './patience';
import { Screen } from './screen';
import { Site } from './site';

type SeatName = 'graduate' | 'secretary' | 'teacher';

/** One phone on the desk, with WeChat's sheets and notifications around it. */
class Phone extends Screen {
  readonly seat: Locator;

  constructor(tab: Page, name: SeatName) {
    super(tab, tab.frameLocator(`.seat[data-seat="${name}"] iframe.phone`));
    this.seat = tab.locator(`.seat[data-seat="${name}"]`);
  }

  /** Answers WeChat's own sheets, which lie over the mini-program. */
  async answers(words: '允许' | '拒绝' | '同意' | '确定'): Promise<void> {
    await this.seat.locator('.sheet').getByText(words, { exact: true }).click();
  }

  /** Hands the phone to a newcomer; answers what their tray says to sign in with. */
  async becomes(person: string): Promise<{ studentNumber: string; inviteCode: string }> {
    await this.seat.getByText('换人').click();
    await this.tab.getByPlaceholder('找一个人').fill(person);
    await this.tab.locator('.person', { hasText: person }).click();
    const hint = (await this.seat.locator('.tray-empty', { hasText: person }).textContent()) ?? '';
    const [, studentNumber = '', inviteCode = ''] = /学号 (\S+).*邀请码 (\S+)/.exec(hint) ?? [];
    return { studentNumber, inviteCode };
  }

  /** Waits for a service notification that says so, and taps it: on top of the tray or in the list behind it. */
  async opensNotification(words: string | RegExp): Promise<void> {
    const newest = this.seat.locator('.tray > .message').filter({ hasText: words });
    const listed = this.tab.locator('.message-list .message').filter({ hasText: words }).first();
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      if (await newest.isVisible()) return newest.click();
      const all = this.seat.locator('.tray-older .link');
      if (await all.isVisible()) {
        await all.click();
        if (await listed.isVisible()) return listed.click();
        await this.tab.keyboard.press('Escape');
      }
      await this.tab.waitForTimeout(200);
    }
    throw new Error(`no service notification says ${String(words)}`);
  }
}

/** The desk in a real browser, over a college of its own. */
export class Desk extends Site {
  private page_?: Page;

  override async open(): Promise<void> {
    await super.open();
    this.page_ = await this.tab({ width: 1440, height: 900 });
    await this.page_.goto(this.world.url);
    for (const phone of this.phones) await phone.page.waitFor({ state: 'visible' });
  }

  get page(): Page {
    if (!this.page_) throw new Error('the desk is not open');
    return this.page_;
  }

  get graduate(): Phone {
    return new Phone(this.page, 'graduate');
  }

  get secretary(): Phone {
    return new Phone(this.page, 'secretary');
  }

  get teacher(): Phone {
    return new Phone(this.page, 'teacher');
  }

  get phones(): Phone[] {
    return [this.graduate, this.secretary, this.teacher];
  }

  /** Everything due is delivered, as the timer would within its next tick. */
  async runTimers(): Promise<void> {
    await this.bar('立即运行定时任务');
  }

  async bar(button: '1 小时' | '1 天' | '立即运行定时任务'): Promise<void> {
    await this.page.locator('.bar').getByText(button, { exact: true }).click();
    await this.timersRan();
  }

  /** `2026-06-27T09:00`, China time. */
  async jumpTo(moment: string): Promise<void> {
    await this.page.locator('.bar').getByText('跳到…').click();
    await this.page.getByLabel('跳到', { exact: true }).fill(moment);
    await this.page.getByText('跳过去').click();
    await this.timersRan();
  }

  private async timersRan(): Promise<void> {
    const summary = this.page.locator('.bar-summary');
    await summary.filter({ hasText: /运行完毕|没有定时任务/ }).waitFor();
  }

  async errors(): Promise<string[]> {
    return this.page.locator('.error').allTextContents();
  }

  /** For whoever has to find out why a journey failed. */
  keepEvidence(name: string): Promise<void> {
    return keepEvidence(name, this.page, this.phones);
  }
}
