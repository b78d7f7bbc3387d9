import type { RouteId, SubmissionFields, WayId } from '../domain/model';
import type { Request } from '../domain/contract';

export type Draft = Request<'graduate', 'saveDraft'>['draft'];

/** A screenshot that has reached the cloud. */
export interface StoredShot {
  readonly fileId: string;
  /** Where the phone last had the picture; may be gone after a restart. */
  readonly path: string;
  readonly size: number;
}

/** What was typed for one attempt. It stays on the person's own phone and is removed with the submission. */
export interface StoredDraft {
  readonly transferId: string;
  readonly attempt: number;
  readonly wayId: WayId;
  readonly routeId: RouteId;
  readonly draft: Draft;
  readonly shots: readonly StoredShot[];
  /** The name the person confirmed against the checker's doubt. */
  readonly keptName: string;
}

const STORED = 'form-draft';

export const readStoredDraft = (): StoredDraft | null => {
  const stored: unknown = wx.getStorageSync(STORED);
  return typeof stored === 'object' && stored !== null && 'transferId' in stored ? (stored as StoredDraft) : null;
};

export const storeDraft = (draft: StoredDraft): void => wx.setStorageSync(STORED, draft);

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
