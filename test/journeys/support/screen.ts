import type { FrameLocator, Locator, Page } from 'playwright-core';
import { callsOf } from './calls';

/** A phone's screen, driven as a person does: by what is written on it. */
export class Screen {
  constructor(
    /** The browser's page the screen stands in. */
    readonly tab: Page,
    /** What holds the mini-program's document. */
    readonly view: Page | FrameLocator,
  ) {}

  /** The page on top of the stack; pages below it stay in the document, hidden. */
  get page(): Locator {
    return this.view.locator('wx-page').filter({ visible: true }).last();
  }

  text(words: string | RegExp): Locator {
    return this.page.getByText(words).filter({ visible: true }).first();
  }

  async sees(...all: (string | RegExp)[]): Promise<void> {
    for (const words of all) await this.text(words).waitFor({ state: 'visible' });
  }

  /**
   * Waits until none of it is shown, or no longer. What is there from the start says nothing yet: call it after a
   * `sees` of what comes with the answer, or for what the last tap takes away.
   */
  async seesNo(...all: (string | RegExp)[]): Promise<void> {
    for (const words of all) await this.text(words).waitFor({ state: 'hidden' });
  }

  /** Everything that is on the page at this moment; what must not be there is asked with `seesNo`. */
  words(): Promise<string> {
    return this.page.innerText();
  }

  /**
   * Taps what is shown, once the cloud has answered what the screen asked: until then a list may still be drawn anew
   * under the finger, and a button may stand beside somebody else.
   */
  async tap(target: Locator): Promise<void> {
    await target.waitFor({ state: 'visible' });
    await callsOf(this.tab).answered();
    await target.click();
  }

  async taps(words: string | RegExp): Promise<void> {
    await this.tap(this.text(words));
  }

  /** Taps what reads exactly so, in dialogs and sheets too. */
  async tapsExactly(words: string): Promise<void> {
    const shown = this.view.locator('body').getByText(words, { exact: true }).filter({ visible: true });
    await this.tap(shown.last());
  }

  /** Answers a question of the way picker, which leads on by itself. */
  async picks(answer: string): Promise<void> {
    await this.tap(this.page.getByText(answer, { exact: true }).filter({ visible: true }));
    await this.text(`上一题你选了：${answer}`)
      .or(this.text('按你的回答，去向是'))
      .waitFor({ state: 'visible' });
  }

  /** Types into the field that shows this placeholder. */
  async types(placeholder: string | RegExp, value: string): Promise<void> {
    const field = this.page.getByPlaceholder(placeholder).filter({ visible: true }).first();
    await this.tap(field);
    await field.fill(value);
  }

  /** Types into the field a screen reader calls so. */
  async fills(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  /** Scrolls a region picker's columns by tapping the names, then confirms. */
  async choosesRegion(field: string | RegExp, names: readonly string[]): Promise<void> {
    await this.taps(field);
    const sheet = this.view.locator('body');
    const choice = (name: string) => sheet.getByText(name, { exact: true }).filter({ visible: true }).first();
    for (const name of names) await this.tap(choice(name));
    await this.tap(choice('确定'));
  }

  /** Picks a file where the phone would open its album. */
  async attaches(button: string | RegExp, file: string): Promise<void> {
    const chooser = this.tab.waitForEvent('filechooser');
    await this.taps(button);
    await (await chooser).setFiles(file);
  }
}
