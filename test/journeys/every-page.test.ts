import { chinaTime } from '../../tools/preview/seed/deed';
import { ARRIVES, SCREEN_CASES } from '../../tools/shots/cases';
import { type Look, PhoneTab } from '../../tools/shots/phone-tab';
import { journeys } from './support/journeys';

/** The hardest looks: large letters on the narrowest phone, and dark on the widest. */
const OPENED: Look = { name: 'large-narrow', theme: 'light', fontSize: 20, width: 320 };
const TURNED: Look = { name: 'dark-wide', theme: 'dark', fontSize: 16, width: 430 };

describe('every page, in its states', () => {
  const { stage } = journeys();
  let phone: PhoneTab;
  beforeAll(async () => {
    await stage.world.does({ who: ARRIVES, does: 'signIn' });
    phone = await PhoneTab.open(stage.browser, stage.world.url, OPENED);
  });

  it.each(SCREEN_CASES)('$name opens without an error and fits the screen', async (screen) => {
    if (screen.at) await stage.world.client.setClock(chinaTime(screen.at));
    await phone.show(screen, OPENED);
    expect(await phone.overflow()).toBe(0);
    await phone.turn(TURNED);
    expect(await phone.overflow()).toBe(0);
    expect(await phone.errors()).toEqual([]);
  });
});
