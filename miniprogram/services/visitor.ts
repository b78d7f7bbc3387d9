/** Who has not signed in, or is no graduate: they read what everybody may read. */
import type { Response } from '../contract';
import { ok, type Failure, type Result } from '../domain/errors';
import { askOwnTransfer } from './ask-own-transfer';
import { call } from './call';
import { load } from './loading';
import { loadOwnPage, type OwnPage } from './own-page';
import { ownRulebookId, recallOwnTransfer } from './own-transfer';
import { isVisitor, knownRoles, rememberRoles } from './session';
import { readStored } from './stored';

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
  wx.setStorageSync(STORED, { school, offices, rulebookId: season.rulebookId, at: now } satisfies Welcome);
};

const isGraduate = (): boolean =>
  recallOwnTransfer() !== null || knownRoles().some(({ role }) => role === 'graduate');

/** The rules of whoever reads: their own, else the season's; null before the first answer of the cloud. */
export const rulebookIdToRead = (): string | null => {
  const own = recallOwnTransfer()?.response;
  return own ? ownRulebookId(own) : (recallWelcome()?.rulebookId ?? null);
};

/** One call: a graduate's own state, else who this is and what everybody may know. */
const askReading = async (): Promise<Result<unknown>> => {
  if (isGraduate()) return askOwnTransfer();
  const who = await call('account', 'whoAmI', {});
  if (!who.ok) return who;
  rememberRoles(who.data.account?.roles ?? []);
  keepWelcome(who.data);
  return isGraduate() ? askOwnTransfer() : ok(undefined);
};

/** For the pages everybody may read: what was known before stays with a line over it when the cloud does not answer. */
export const refreshReading = (page: OwnPage): Promise<void> =>
  loadOwnPage(page, {
    ask: askReading(),
    keep: () => undefined,
    knownAt: () => recallOwnTransfer()?.at ?? recallWelcome()?.at ?? null,
  });

/** For a page that says itself what it can show. */
export const loadReading = (
  page: object,
  said: { readonly show: () => void; readonly fail: (failure: Failure) => void },
): Promise<void> => load(page, { ask: askReading(), ...said });

let hasDeclined = false;

/** Whoever does not want to sign in is not asked again by every page, until the mini-program is opened anew. */
export const declineSignIn = (): void => void (hasDeclined = true);
export const mayOfferSignIn = (): boolean => isVisitor() && !hasDeclined;
