import type { PhonePage } from '../preview/runtime/shell';
import type { ScreenCase } from '../shots/cases';
import type { Framed } from '../shots/frame';
import type { PhoneTab } from '../shots/phone-tab';

/** What one page asked for and drew until it had settled. */
export interface Opening {
  /** Path of the page that opened. */
  readonly page: string;
  /** Cloud functions by action, in order. */
  readonly calls: readonly string[];
  readonly databaseRequests: number;
  readonly documentsRead: number;
  /** Of the answers, as they came over the network. */
  readonly bytes: number;
  readonly setData: { readonly calls: number; readonly bytes: number };
}

interface Counters {
  readonly requests: Readonly<Record<string, number>>;
  readonly documentsRead: number;
  /** Calls of functions by name; the timer among them. */
  readonly functions: Readonly<Record<string, number>>;
}

interface Seen {
  readonly page: string;
  readonly asked: Framed['asked'];
  readonly setData: { readonly calls: number; readonly bytes: number };
}

const seenOn = ({ tab }: PhoneTab): Promise<Seen> =>
  tab.evaluate(() => {
    const { asked, phone } = window as unknown as Framed & { phone: PhonePage };
    const pages = (window as unknown as { getCurrentPages(): { route: string }[] }).getCurrentPages();
    const { calls, bytes } = phone.setDataCount;
    return { page: pages[pages.length - 1]?.route ?? '', asked: [...asked], setData: { calls, bytes } };
  });

const counters = async (emulatorUrl: string, method: 'GET' | 'DELETE'): Promise<Counters> =>
  (await (await fetch(`${emulatorUrl}/control/calls`, { method })).json()) as Counters;

/** What a phone fetches of a version of the rules. */
const RULES = 'account.rules';

const NOTHING: Seen = { page: '', asked: [], setData: { calls: 0, bytes: 0 } };

const between = (before: Seen, after: Seen, cloud: Counters): Opening => {
  const asked = after.asked.slice(before.asked.length);
  const requests = Object.entries(cloud.requests).filter(([action]) => action.startsWith('database.'));
  return {
    page: after.page,
    calls: asked.map(({ action }) => action),
    databaseRequests: requests.reduce((sum, [, count]) => sum + count, 0),
    documentsRead: cloud.documentsRead,
    bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
    setData: {
      calls: after.setData.calls - before.setData.calls,
      bytes: after.setData.bytes - before.setData.bytes,
    },
  };
};

/** The page of the screen, or the one its last tap opens; undefined when that tap stays on the page. */
const openOnce = async (
  phone: PhoneTab,
  emulatorUrl: string,
  screen: ScreenCase,
  storage: 'empty' | 'kept',
): Promise<{ opening: Opening; disturbed: boolean } | undefined> => {
  const taps = screen.taps ?? [];
  const last = taps[taps.length - 1];
  // The first time a phone also learns who it belongs to; what counts is every time after that.
  await phone.open(screen, phone.look, storage);
  for (const words of taps.slice(0, -1)) await phone.tap(words);
  const before = last === undefined ? NOTHING : await seenOn(phone);
  await counters(emulatorUrl, 'DELETE');
  if (last === undefined) await phone.open(screen, phone.look, 'kept');
  else await phone.tap(last);
  const cloud = await counters(emulatorUrl, 'GET');
  const after = await seenOn(phone);
  if (after.page === before.page) return undefined;
  return { opening: between(before, after, cloud), disturbed: (cloud.functions['reminder'] ?? 0) > 0 };
};

/** Measures again when the timer ran meanwhile: its requests are nobody's page. */
const openUndisturbed = async (...asked: Parameters<typeof openOnce>): Promise<Opening | undefined> => {
  for (;;) {
    const measured = await openOnce(...asked);
    if (!measured?.disturbed) return measured?.opening;
  }
};

/** A phone that has never seen these rules asks for them, once for each version; what counts is every time after that. */
export const measureOpening = async (
  phone: PhoneTab,
  emulatorUrl: string,
  screen: ScreenCase,
): Promise<Opening | undefined> => {
  const opening = await openUndisturbed(phone, emulatorUrl, screen, 'empty');
  const isFirst = opening?.calls.includes(RULES) ?? false;
  return isFirst ? openUndisturbed(phone, emulatorUrl, screen, 'kept') : opening;
};
