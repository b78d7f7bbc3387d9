import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { connectBrowser } from '../../../tools/browser/launch';
import { type Preview, startPreview } from '../../../tools/preview/preview';

export type SeatName = 'graduate' | 'secretary' | 'teacher';

/** One phone on the desk, driven as a person does: by what is written on it. */
export class Phone {
  readonly seat: Locator;
  readonly screen: FrameLocator;

  constructor(
    page: Page,
    readonly name: SeatName,
  ) {
    this.seat = page.locator(`.seat[data-seat="${name}"]`);
    this.screen = page.frameLocator(`.seat[data-seat="${name}"] iframe.phone`);
  }

  /** The page on top of the stack; pages below it stay in the document, hidden. */
  get page(): Locator {
    return this.screen.locator('wx-page').filter({ visible: true }).last();
  }

  text(words: string | RegExp): Locator {
    return this.page.getByText(words).filter({ visible: true }).first();
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.text(words).waitFor({ state: 'visible' });
  }

  async taps(words: string | RegExp): Promise<void> {
    await this.text(words).click();
  }

  /** Types into the field that shows this placeholder. */
  async types(placeholder: string | RegExp, value: string): Promise<void> {
    const field = this.page.getByPlaceholder(placeholder).filter({ visible: true }).first();
    await field.click();
    await field.fill(value);
  }

  /** Scrolls a region picker's columns by tapping the names, then confirms. */
  async choosesRegion(field: string | RegExp, names: readonly string[]): Promise<void> {
    await this.taps(field);
    const sheet = this.screen.locator('body');
    const choice = (name: string) => sheet.getByText(name, { exact: true }).filter({ visible: true }).first();
    for (const name of names) await choice(name).click();
    await choice('确定').click();
  }

  /** Picks a file where the phone would open its album. */
  async attaches(button: string | RegExp, file: string): Promise<void> {
    const chooser = this.seat.page().waitForEvent('filechooser');
    await this.taps(button);
    await (await chooser).setFiles(file);
  }

  /** Answers WeChat's own sheets, which lie over the mini-program. */
  async answers(words: '允许' | '拒绝' | '同意' | '确定'): Promise<void> {
    await this.seat.locator('.sheet').getByText(words, { exact: true }).click();
  }

  /** Hands the phone to a newcomer; answers what their tray says to sign in with. */
  async becomes(person: string): Promise<{ studentNumber: string; inviteCode: string }> {
    await this.seat.getByText('换人').click();
    const page = this.seat.page();
    await page.getByPlaceholder('找一个人').fill(person);
    await page.locator('.person', { hasText: person }).click();
    const hint = (await this.seat.locator('.tray-empty', { hasText: person }).textContent()) ?? '';
    const [, studentNumber = '', inviteCode = ''] = /学号 (\S+).*邀请码 (\S+)/.exec(hint) ?? [];
    return { studentNumber, inviteCode };
  }

  /** Waits for a service notification that says so, and taps it. */
  async opensNotification(words: string | RegExp): Promise<void> {
    await this.seat.locator('.tray > .message').filter({ hasText: words }).click();
  }

  get errors(): Locator {
    return this.seat.locator('.error');
  }
}

/** The desk in a real browser over a freshly seeded preview. */
export class Desk {
  readonly graduate: Phone;
  readonly secretary: Phone;
  readonly teacher: Phone;
  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly preview: Preview,
    private readonly dataDir: string,
  ) {
    this.graduate = new Phone(page, 'graduate');
    this.secretary = new Phone(page, 'secretary');
    this.teacher = new Phone(page, 'teacher');
  }

  static async open(): Promise<Desk> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'desk-'));
    const preview = await startPreview({ port: 0, dataDir });
    const browser = await connectBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(preview.url);
    const desk = new Desk(page, browser, preview, dataDir);
    for (const phone of desk.phones) await phone.page.waitFor({ state: 'visible' });
    return desk;
  }

  get phones(): Phone[] {
    return [this.graduate, this.secretary, this.teacher];
  }

  /** Everything due is delivered, as the timer would within its next tick. */
  async runTimers(): Promise<void> {
    await this.bar('立即运行定时任务');
  }

  async bar(button: '1 小时' | '1 天' | '立即运行定时任务'): Promise<void> {
    const status = this.page.locator('.bar-summary');
    await this.page.locator('.bar').getByText(button, { exact: true }).click();
    await status.filter({ hasText: /运行完毕|没有定时任务/ }).waitFor();
  }

  /** `2026-06-27T09:00`, China time. */
  async jumpTo(moment: string): Promise<void> {
    await this.page.locator('.bar').getByText('跳到…').click();
    await this.page.getByLabel('跳到', { exact: true }).fill(moment);
    await this.page.getByText('跳过去').click();
    await this.page
      .locator('.bar-summary')
      .filter({ hasText: /运行完毕|没有定时任务/ })
      .waitFor();
  }

  async errors(): Promise<string[]> {
    return this.page.locator('.error').allTextContents();
  }

  /** For whoever has to find out why a journey failed: a picture and the words on each phone. */
  async keepEvidence(name: string): Promise<void> {
    const folder = path.resolve(__dirname, '../../../dist/journeys');
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
    const words = await Promise.all(this.phones.map((phone) => phone.page.innerText().catch(() => '')));
    await writeFile(path.join(folder, `${name}.txt`), words.join('\n\n=====\n\n'));
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.browser.close();
    await this.preview.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
