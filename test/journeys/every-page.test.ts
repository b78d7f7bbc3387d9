import type { Browser } from 'playwright-core';
import { connectBrowser } from '../../tools/browser/launch';
import { chinaTime } from '../../tools/preview/seed/story';
import { ARRIVES, SCREEN_CASES } from '../../tools/shots/cases';
import { type Look, PhoneTab } from '../../tools/shots/phone-tab';
import { World } from './support/world';

/** The hardest looks: large letters on the narrowest phone, and dark on the widest. */
const OPENED: Look = { name: 'large-narrow', theme: 'light', fontSize: 20, width: 320 };
const TURNED: Look = { name: 'dark-wide', theme: 'dark', fontSize: 16, width: 430 };

describe('every page, in its states', () => {
  let world: World;
  let browser: Browser;
  let phone: PhoneTab;
  beforeAll(async () => {
    [world, browser] = await Promise.all([World.open(), connectBrowser()]);
    await world.does({ who: ARRIVES, does: 'signIn' });
    phone = await PhoneTab.open(browser, world.url, OPENED);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it.each(SCREEN_CASES)('$name opens without an error and fits the screen', async (screen) => {
    if (screen.at) await world.client.setClock(chinaTime(screen.at));
    await phone.show(screen, OPENED);
    expect(await phone.overflow()).toBe(0);
    await phone.turn(TURNED);
    expect(await phone.overflow()).toBe(0);
    expect(await phone.errors()).toEqual([]);
  });
});
