import { withoutSecrets } from '../domain/rules/fields/catalogue';
import type { RouteId, WayId } from '../domain/rules/ways';
import type { Request } from '../contract';
import { withoutIdNumbers } from '../domain/rules/draft-privacy';
import { dropPicture, type KeptPicture } from './kept-pictures';
import { readStored } from './stored';

export type Draft = Request<'graduate', 'saveDraft'>['draft'];

/** A screenshot that has reached the cloud. */
export interface StoredShot {
  readonly fileId: string;
  /** Where the phone last had the picture; may be gone after a restart. */
  readonly path: string;
  readonly size: number;
}

/**
 * What was typed for one attempt, removed with the submission. It never holds what the catalogue calls sealed,
 * which is kept in the cloud alone, nor a number of 身份证.
 */
export interface StoredDraft {
  readonly transferId: string;
  readonly attempt: number;
  readonly wayId: WayId;
  readonly routeId: RouteId;
  readonly draft: Draft;
  readonly shots: readonly StoredShot[];
  /** Chosen, but not in the cloud yet; absent in what an earlier release stored. */
  readonly waiting?: readonly KeptPicture[];
  /** The name the person confirmed against the checker's doubt. */
  readonly keptName: string;
  /** When it was typed, by the cloud's clock, epoch ms. */
  readonly savedAt: number;
  /** When the cloud last kept what this phone sent, epoch ms; 0 before that. */
  readonly cloudSavedAt: number;
}

const STORED = 'form-draft';

export const readStoredDraft = (): StoredDraft | null => readStored<StoredDraft>(STORED, 'transferId');

export const storeDraft = (stored: StoredDraft): void => {
  wx.setStorageSync(STORED, { ...stored, draft: withoutIdNumbers(withoutSecrets(stored.draft)) });
};

/**
 * Whether the phone knows more than the cloud: it was typed on since, or the cloud's draft is the one this phone
 * sent. A draft another phone saved later wins.
 * @param inCloud when the cloud last kept a draft, epoch ms; undefined when it has none
 */
export const isNewerOnPhone = (stored: StoredDraft, inCloud: number | undefined): boolean =>
  inCloud === undefined || inCloud === stored.cloudSavedAt || inCloud <= stored.savedAt;

export const forgetStoredDraft = (): void => {
  readStoredDraft()?.waiting?.forEach(dropPicture);
  wx.removeStorageSync(STORED);
};

/** Empties the phone but for the draft. */
export const keepOnlyDraft = (): void => {
  const stored = readStoredDraft();
  wx.clearStorageSync();
  if (stored) storeDraft(stored);
};

/** Whoever has another transfer, or none, never sees what was typed for this one. */
export const forgetDraftOfOthers = (transferId: string | null): void => {
  const stored = readStoredDraft();
  if (stored && stored.transferId !== transferId) forgetStoredDraft();
};
