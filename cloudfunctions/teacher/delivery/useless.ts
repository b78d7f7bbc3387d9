/** Whether sending a message again that was given up would do anything: asked as the sender will ask. */
import type { USELESS } from '../../../miniprogram/contract/teacher/delivery';
import { inParallel } from '../../_shared/kernel/in-parallel';
import { CHANNELS } from '../../_shared/notices/channels';
import { readCauses } from '../../_shared/notices/delivery/causes';
import { waitingFor } from '../../_shared/notices/reminders/waiting';
import type { Ports } from '../../_shared/platform/ports';
import { rulebookNamed, type CurrentSeason } from '../../_shared/season/season';
import type { Account, Notice } from '../../_shared/store/records';

export type Useless = (typeof USELESS)[number];

const PARALLEL = 10;

export const isLate = ({ notAfter }: Pick<Notice, 'notAfter'>, now: number): boolean =>
  notAfter !== null && notAfter < now;

/** Digests of which nothing waits any more; their words would be written anew before sending. */
const emptyDigests = async (ports: Ports, letters: readonly Notice[]): Promise<ReadonlySet<string>> => {
  const now = ports.clock.now();
  const jobs = letters
    .filter(({ kind, notAfter }) => kind === 'digest' && !isLate({ notAfter }, now))
    .map(({ _id, audience, aboutId, rulebookId }) => async (): Promise<string[]> => {
      if (audience === 'graduate') return [];
      const { ageLimit } = rulebookNamed(rulebookId);
      return (await waitingFor(ports, { audience, aboutId }, { since: now, ageLimit })) ? [] : [_id];
    });
  return new Set((await inParallel(jobs, PARALLEL)).flat());
};

/** @returns why it would be useless, for each of these; what cannot be read may be worth a try */
export const uselessOf = async (
  ports: Ports,
  letters: readonly Notice[],
  { season, accounts }: { season: CurrentSeason; accounts: ReadonlyMap<string, Account> },
): Promise<(letter: Notice) => Useless | null> => {
  const now = ports.clock.now();
  const [causes, empty] = await Promise.all([
    readCauses(ports, letters, season),
    emptyDigests(ports, letters),
  ]);
  return (letter) => {
    if (isLate(letter, now)) return 'late';
    if (causes.isTrue(letter) === false || empty.has(letter._id)) return 'done';
    const isPaid = CHANNELS[letter.channel].spendsCredits;
    const credits = accounts.get(letter.accountId)?.credits[letter.template] ?? 0;
    return isPaid && credits === 0 ? 'no-credit' : null;
  };
};
