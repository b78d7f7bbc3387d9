import type { Browser, Page } from 'playwright-core';
import { connectBrowser } from '../../../tools/browser/launch';
import { callsOf } from './calls';
import { PATIENCE_MS } from './patience';
import { World } from './world';

/** A college of its own and a browser to look at it with. */
export class Site {
  private opening?: readonly [Promise<World>, Promise<Browser>];
  private opened?: { readonly world: World; readonly browser: Browser };

  async open(): Promise<void> {
    this.opening = [World.open(), connectBrowser()];
    const [world, browser] = await Promise.all(this.opening);
    this.opened = { world, browser };
  }

  get world(): World {
    return this.parts.world;
  }

  get browser(): Browser {
    return this.parts.browser;
  }

  /** Closes what came up, also when the other half failed or nobody waited for it any more: nothing outlives a test file. */
  async close(): Promise<void> {
    const opening = this.opening;
    delete this.opening;
    delete this.opened;
    await Promise.allSettled((opening ?? []).map(async (part) => (await part).close()));
  }

  /** A tab with an empty storage; the browser's connection closes it in the end. */
  protected async tab(viewport: { width: number; height: number }): Promise<Page> {
    const context = await this.browser.newContext({ viewport });
    context.setDefaultTimeout(PATIENCE_MS);
    const tab = await context.newPage();
    callsOf(tab);
    return tab;
  }

  private get parts() {
    if (!this.opened) throw new Error('opened before each file or journey, see journeys()');
    return this.opened;
  }
}
