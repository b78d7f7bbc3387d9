/** Decides for all of a claimed batch, with one read for each collection, before anybody is asked. */
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { CurrentSeason } from '../../season/season';
import { CHANNELS } from '../channels';
import { readCauses, type Causes } from './causes';
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

/** Digests are written anew; one that is not to be sent has been settled by that. */
const withFreshDigests = async (ports: Ports, notices: readonly Notice[]): Promise<Notice[]> => {
  const current = await Promise.all(
    notices.map((notice) => (notice.kind === 'digest' ? refreshDigest(ports, notice) : notice)),
  );
  return current.filter((notice) => notice !== undefined);
};

const isPaying = ({ channel }: Notice): boolean => CHANNELS[channel].spendsCredits;

const accountsOf = async ({ store }: Ports, notices: readonly Notice[]) => {
  const ids = new Set(notices.map(({ accountId }) => accountId));
  const { records, unreadable } = await store.lookUp('accounts', [...ids]);
  return { accounts: new Map(records.map((account) => [account._id, account])), unreadable };
};

/** Which of them are sent, by what is known of their causes and ledgers. */
const decide = (
  ports: Ports,
  notices: readonly Notice[],
  { causes, accounts, season }: { causes: Causes; accounts: Accounts; season: CurrentSeason },
): Prepared => {
  const judged: Judged[] = [];
  const fit = notices.filter((notice) => {
    const verdict = fateOf(notice, { isTrue: causes.isTrue, season, now: ports.clock.now() });
    if (verdict) judged.push({ notice, verdict });
    return verdict === undefined;
  });
  const asked = fit.filter(isPaying);
  const funded = fundedOf(asked, accounts, causes.comingTo);
  for (const notice of asked)
    if (!funded.has(notice._id)) judged.push({ notice, verdict: { kind: 'not-asked' } });
  const toSend = fit.filter((notice) => !isPaying(notice) || funded.has(notice._id));
  return { toSend, judged, accounts };
};

/** Whatever was due: made at some time, and asked of the records now. */
export const prepareDue = async (
  ports: Ports,
  claimed: readonly Notice[],
  season: CurrentSeason,
): Promise<Prepared> => {
  const notices = await withFreshDigests(ports, claimed);
  const [causes, { accounts }] = await Promise.all([
    readCauses(ports, notices, season),
    accountsOf(ports, notices.filter(isPaying)),
  ]);
  return decide(ports, notices, { causes, accounts, season });
};

/**
 * Reminders derived a moment ago: why they are due has just been read. Their accounts are read after they are stored,
 * so that of a WeChat that was taken off its person meanwhile either this one hears or whoever took it off finds them.
 */
export const prepareMade =
  (comingTo: Causes['comingTo']) =>
  async (ports: Ports, notices: readonly Notice[], season: CurrentSeason): Promise<Prepared> => {
    const { accounts, unreadable } = await accountsOf(ports, notices);
    const isTrue = ({ accountId, aboutId }: Notice): boolean =>
      unreadable.has(accountId) || accounts.get(accountId)?.memberId === aboutId;
    return decide(ports, notices, { causes: { isTrue, comingTo }, accounts, season });
  };
