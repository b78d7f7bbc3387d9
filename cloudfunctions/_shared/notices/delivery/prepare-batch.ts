/** Decides for all of a claimed batch, with one read for each collection, before anybody is asked. */
import { describeBug } from '../../kernel/bugs';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { CurrentSeason } from '../../season/season';
import { CHANNELS } from '../channels';
import { readCauses } from './causes';
import { fundedOf, type Accounts } from './credits';
import { refreshDigest } from './refresh-digest';
import type { Judged } from './settle-notices';
import { fateOf } from './sort-out';

export interface Prepared {
  readonly toSend: readonly Notice[];
  /** Those that are not sent, and why. */
  readonly judged: readonly Judged[];
  readonly accounts: Accounts;
}

/** One that fails waits for the end of its lease; the others must not. */
const refreshed = async (ports: Ports, digest: Notice): Promise<Notice | undefined> => {
  try {
    return await refreshDigest(ports, digest);
  } catch (error) {
    ports.log('digest-failed', describeBug(error));
    return undefined;
  }
};

/** Digests are written anew; one that is not to be sent has been settled by that. */
const withFreshDigests = async (ports: Ports, notices: readonly Notice[]): Promise<Notice[]> => {
  const current = await Promise.all(
    notices.map((notice) => (notice.kind === 'digest' ? refreshed(ports, notice) : notice)),
  );
  return current.filter((notice) => notice !== undefined);
};

const isPaying = ({ channel }: Notice): boolean => CHANNELS[channel].spendsCredits;

export const prepareBatch = async (
  ports: Ports,
  claimed: readonly Notice[],
  season: CurrentSeason,
): Promise<Prepared> => {
  const notices = await withFreshDigests(ports, claimed);
  const paying = notices.filter(isPaying);
  const [{ isTrue, comingTo }, found] = await Promise.all([
    readCauses(ports, notices, season),
    ports.store.getMany('accounts', [...new Set(paying.map(({ accountId }) => accountId))]),
  ]);
  const accounts = new Map(found.map((account) => [account._id, account]));
  const judged: Judged[] = [];
  const fit = notices.filter((notice) => {
    const verdict = fateOf(notice, { isTrue, season, now: ports.clock.now() });
    if (verdict) judged.push({ notice, verdict });
    return verdict === undefined;
  });
  const asked = fit.filter(isPaying);
  const funded = fundedOf(asked, accounts, comingTo);
  for (const notice of asked)
    if (!funded.has(notice._id)) judged.push({ notice, verdict: { kind: 'not-asked' } });
  return {
    toSend: fit.filter((notice) => !isPaying(notice) || funded.has(notice._id)),
    judged,
    accounts,
  };
};
