/** Who has not signed in, or is no graduate: they read what everybody may read. */
import type { Response } from '../contract';
import { ok, type Result } from '../domain/errors';
import { askOwnTransfer } from './ask-own-transfer';
import { call } from './call';
import { ownRulebookId, recallOwnTransfer } from '../services/own-transfer';
import { isVisitor, knownRoles, rememberRoles } from '../services/session';
import { readStored, store } from '../services/stored';

type WhoAmI = Response<'account', 'whoAmI'>;

/** What the cloud tells everybody. */
export interface Welcome {
  /** Empty while nobody has set it. */
  readonly school: string;
  readonly offices: NonNullable<WhoAmI['welcome']>['offices'];
  readonly rulebookId: string;
  /** Epoch ms, the cloud's clock. */
  readonly at: number;
}

const STORED = 'welcome';

export const recallWelcome = (): Welcome | null => readStored<Welcome>(STORED, 'rulebookId');

const keepWelcome = ({ welcome, season, now }: WhoAmI): void => {
  const { school = '', offices = [] } = welcome ?? {};
  store(STORED, { school, offices, rulebookId: season.rulebookId, at: now } satisfies Welcome);
};

const isGraduate = (): boolean =>
  recallOwnTransfer() !== null || knownRoles().some(({ role }) => role === 'graduate');

/** The rules of whoever reads: their own, else the season's; null before the first answer of the cloud. */
export const rulebookIdToRead = (): string | null => {
  const own = recallOwnTransfer()?.response;
  return own ? ownRulebookId(own) : (recallWelcome()?.rulebookId ?? null);
};

/** One call: a graduate's own state, else who this is and what everybody may know. */
export const askReading = async (): Promise<Result<unknown>> => {
  if (isGraduate()) return askOwnTransfer();
  const who = await call('account', 'whoAmI', {});
  if (!who.ok) return who;
  rememberRoles(who.data.account?.roles ?? []);
  keepWelcome(who.data);
  return isGraduate() ? askOwnTransfer() : ok(undefined);
};

let hasDeclined = false;

/** Whoever does not want to sign in is not asked again by every page, until the mini-program is opened anew. */
export const declineSignIn = (): void => void (hasDeclined = true);
export const mayOfferSignIn = (): boolean => isVisitor() && !hasDeclined;
