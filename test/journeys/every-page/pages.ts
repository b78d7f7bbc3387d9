import { chinaTime } from '../../../tools/preview/seed/deed';
import { ARRIVES, SCREEN_CASES, type ScreenCase } from '../../../tools/shots/cases';
import { accessibilityFaults } from '../../../tools/shots/accessibility';
import { underToast } from '../../../tools/shots/under-toast';
import { type Look, PhoneTab } from '../../../tools/shots/phone-tab';
import { journeys } from '../support/journeys';

/** The hardest looks: large letters on the narrowest phone, and dark on the widest. */
const OPENED: Look = { name: 'large-narrow', theme: 'light', fontSize: 20, width: 320 };
const TURNED: Look = { name: 'dark-wide', theme: 'dark', fontSize: 16, width: 430 };

/** Into so many files the screens are dealt, one a core: each opens a college of its own and warms its functions up. */
const FILES = 2;

/** A person's screens follow one another, for their phone goes on from one to the next; the clock only goes forward. */
const BY_PERSON: readonly ScreenCase[] = [...SCREEN_CASES].sort(
  (one, other) => (one.at ?? '').localeCompare(other.at ?? '') || one.who.localeCompare(other.who),
);

/** A page and, where it has some, one of its tabs. */
const placeOf = ({ page }: ScreenCase): string => {
  const { pathname, searchParams } = new URL(page, 'https://phone/');
  return `${pathname} ${searchParams.get('tab') ?? ''}`;
};

/**
 * Turning asks a page whether it bears another theme and size while it is open: once for each. What fits the narrow
 * screen in every state fits a wider one too, so the other states are looked at on the narrow one alone.
 */
const TURNS: ReadonlySet<string> = new Set(
  SCREEN_CASES.filter(
    (screen, number) => SCREEN_CASES.findIndex((one) => placeOf(one) === placeOf(screen)) === number,
  ).map(({ name }) => name),
);

/** On a desk rows to tap fill the whole screen: what is said there can only keep clear of the bars at the top. */
const isOfGraduate = ({ page }: ScreenCase): boolean => /^(pages|packages\/(start|graduate))\//.test(page);

/** One file's share of all screens: a half. */
export const opensPages = (file: number): void => {
  const { stage } = journeys();
  let phone: PhoneTab;
  beforeAll(async () => {
    await stage.world.does({ who: ARRIVES, does: 'signIn' });
    phone = await PhoneTab.open(stage.browser, stage.world.url, OPENED);
  });

  const share = BY_PERSON.filter(
    (_screen, number) => Math.floor((number * FILES) / BY_PERSON.length) === file,
  );
  it.each(share)('$name opens without an error and fits the screen', async (screen) => {
    if (screen.at) await stage.world.client.setClock(chinaTime(screen.at));
    await phone.goOnTo(screen, OPENED);
    expect(await phone.overflow()).toBe(0);
    if (TURNS.has(screen.name)) {
      if (isOfGraduate(screen)) expect(await underToast(phone.tab)).toEqual([]);
      await phone.turn(TURNED);
      expect(await phone.overflow()).toBe(0);
      // All screens are held to WCAG by `npm run axe`, the first of each page here too.
      expect(await accessibilityFaults(phone.tab)).toEqual([]);
    }
    expect(await phone.errors()).toEqual([]);
  });
};
