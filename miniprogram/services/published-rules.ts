/** Published versions of the rules: fetched once each, kept on the phone, known before a page shows what goes by them. */
import type { Response } from '../contract';
import type { Result } from '../domain/errors';
import { isJson, type Overlay } from '../domain/rules/overlay/edition';
import { rememberEdition, unknownEditions, type Edition } from '../rulebooks/editions';
import { rulebookOf } from '../rulebooks/index';

const STORED = 'published-rules';
/** More than the versions a phone meets in a season. */
const MOST_KEPT = 12;

const isEdition = (value: unknown): value is Edition =>
  typeof value === 'object' && value !== null && 'shippedId' in value && 'edits' in value;

const kept = (): Edition[] => {
  const stored: unknown = wx.getStorageSync(STORED);
  return Array.isArray(stored) ? stored.filter(isEdition) : [];
};

/** What the phone knows from before, for pages that show something before the cloud answers. */
export const recallRules = (): void => kept().forEach(rememberEdition);

/** The ids of rulebooks an answer names, wherever in it: what follows rules says by which. */
const rulebookIdsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'rulebookId' && typeof part === 'string' ? [part] : rulebookIdsIn(part),
  );
};

const overlayFrom = (edits: readonly { readonly path: string; readonly value?: unknown }[]): Overlay =>
  edits.flatMap(({ path, value }) => (isJson(value) ? [{ path, value }] : []));

type Ask = (rulebookId: string) => Promise<Result<Response<'account', 'rules'>>>;

const fetchRules = async (ask: Ask, rulebookId: string): Promise<void> => {
  const reply = await ask(rulebookId);
  // Without them the page shows the shipped words; the next answer asks again.
  if (!reply.ok) return;
  const { shippedId, editions } = reply.data;
  const fresh = editions.map(({ scopeId, number, edits }) => ({
    shippedId,
    scopeId,
    number,
    edits: overlayFrom(edits),
  }));
  fresh.forEach(rememberEdition);
  wx.setStorageSync(STORED, [...kept(), ...fresh].slice(-MOST_KEPT));
};

/** Fetches the versions an answer of the cloud goes by, where this phone has not met them yet. */
export const learnRules = async (answer: unknown, ask: Ask): Promise<void> => {
  const ids = [...new Set(rulebookIdsIn(answer))].filter((id) => unknownEditions(id).length > 0);
  await Promise.all(ids.map((id) => fetchRules(ask, id)));
};

/** Whether an answer goes by rules this release does not ship: nothing is read by other ones in their place. */
export const namesNewerRules = (answer: unknown): boolean =>
  rulebookIdsIn(answer).some((id) => rulebookOf(id) === undefined);
