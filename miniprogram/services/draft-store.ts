import type { RouteId, SubmissionFields, WayId } from '../domain/model';
import type { Request } from '../domain/contract';
import { withoutIdNumbers } from './draft-privacy';

export type Draft = Request<'graduate', 'saveDraft'>['draft'];

/** A screenshot that has reached the cloud. */
export interface StoredShot {
  readonly fileId: string;
  /** Where the phone last had the picture; may be gone after a restart. */
  readonly path: string;
  readonly size: number;
}

/**
 * What was typed for one attempt, removed with the submission. It never holds the parents' contact, which is
 * kept in the cloud alone, encrypted, nor a number of 身份证.
 */
export interface StoredDraft {
  readonly transferId: string;
  readonly attempt: number;
  readonly wayId: WayId;
  readonly routeId: RouteId;
  readonly draft: Draft;
  readonly shots: readonly StoredShot[];
  /** The name the person confirmed against the checker's doubt. */
  readonly keptName: string;
  /** When it was typed, by the cloud's clock, epoch ms. */
  readonly savedAt: number;
  /** When the cloud last kept what this phone sent, epoch ms; 0 before that. */
  readonly cloudSavedAt: number;
}

const STORED = 'form-draft';

export const readStoredDraft = (): StoredDraft | null => {
  const stored: unknown = wx.getStorageSync(STORED);
  return typeof stored === 'object' && stored !== null && 'transferId' in stored
    ? (stored as StoredDraft)
    : null;
};

export const storeDraft = (stored: StoredDraft): void => {
  const { parentContact: _secret, ...draft } = stored.draft;
  wx.setStorageSync(STORED, { ...stored, draft: withoutIdNumbers(draft) });
};

/**
 * Whether the phone knows more than the cloud: it was typed on since, or the cloud's draft is the one this phone
 * sent. A draft another phone saved later wins.
 * @param inCloud when the cloud last kept a draft, epoch ms; undefined when it has none
 */
export const isNewerOnPhone = (stored: StoredDraft, inCloud: number | undefined): boolean =>
  inCloud === undefined || inCloud === stored.cloudSavedAt || inCloud <= stored.savedAt;

export const forgetStoredDraft = (): void => wx.removeStorageSync(STORED);

const PHONE = /^\+?[\d -]{7,20}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The part of a draft that is complete enough to be checked and handed in. */
export const toFields = (draft: Draft): SubmissionFields => {
  const organisation = draft.organisation?.trim();
  const name = draft.parentContact?.name.trim() ?? '';
  const phone = draft.parentContact?.phone.trim() ?? '';
  const month = draft.expectedGraduation ?? '';
  return {
    ...(draft.region ? { region: draft.region } : {}),
    ...(organisation ? { organisation } : {}),
    ...(draft.initiatedAt === undefined ? {} : { initiatedAt: draft.initiatedAt }),
    ...(draft.registeredResidence ? { registeredResidence: draft.registeredResidence } : {}),
    ...(draft.currentResidence ? { currentResidence: draft.currentResidence } : {}),
    ...(name && PHONE.test(phone) ? { parentContact: { name, phone } } : {}),
    ...(MONTH.test(month) ? { expectedGraduation: month } : {}),
  };
};
