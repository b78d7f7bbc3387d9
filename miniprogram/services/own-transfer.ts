import type { Response } from '../contract';
import type { Failure } from '../domain/errors';
import { withoutSecrets } from '../domain/rules/fields/catalogue';
import { cloudNow } from '../memory/cloud-clock';
import { readStored } from './stored';

export type HomeResponse = Response<'graduate', 'home'>;

/** The graduate's own state, as the cloud said at `at` (epoch ms, the cloud's clock). */
export interface Snapshot {
  readonly response: HomeResponse;
  readonly at: number;
}

/** The rules that hold for the graduate: those the transfer was begun under, else the season's. */
export const ownRulebookId = ({ transfer, season }: HomeResponse): string =>
  transfer?.rulebookId ?? season.rulebookId;

export interface Loaded {
  readonly snapshot: Snapshot | null;
  /** Set when the snapshot, if any, is an older one. */
  readonly failure: Failure | null;
}

const STORED = 'own-transfer';

let inMemory: Snapshot | null = null;

/** What is kept on the phone: nothing sealed, nor what was typed. */
const toKeep = (response: HomeResponse): HomeResponse => {
  if (!response.transfer) return response;
  const fields = withoutSecrets(response.transfer.fields);
  return { ...response, transfer: { ...response.transfer, fields, draft: {} } };
};

/** The newest known state, without asking the cloud; null before the first successful load. */
export const recallOwnTransfer = (): Snapshot | null => {
  inMemory ??= readStored<Snapshot>(STORED, 'response');
  return inMemory;
};

/** Takes over a newer state, e.g. the answer to a report, so that other pages show it at once. */
export const keepOwnTransfer = (response: HomeResponse): Snapshot => {
  inMemory = { response, at: response.now };
  wx.setStorageSync(STORED, { response: toKeep(response), at: response.now });
  return inMemory;
};

/** Puts a change into the newest known state. */
export const changeOwnTransfer = (change: Partial<HomeResponse>): Snapshot | null => {
  const known = recallOwnTransfer();
  return known ? keepOwnTransfer({ ...known.response, now: cloudNow(), ...change }) : null;
};

export const forgetOwnTransfer = (): void => {
  inMemory = null;
  wx.removeStorageSync(STORED);
};
