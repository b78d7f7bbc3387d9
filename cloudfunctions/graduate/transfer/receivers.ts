import { ok } from '../../../miniprogram/domain/errors';
import type { Response } from '../../../miniprogram/contract';
import { sharedPhoneOf } from '../../../miniprogram/domain/transfer/receiver-phone';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import type { RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { UseCase } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { rulesOf } from '../../_shared/season/rules-of';
import type { Transfer } from '../../_shared/store/records';
import { timelineOf } from '../../_shared/store/records/timeline';
import { latestTransfer } from '../../_shared/transfers/load';

type Receiver = Response<'graduate', 'receivers'>['receivers'][number];

/** Looked at of a college's transfers on one way. */
const LOOKED_AT = 300;
/** Names shown. */
const MOST = 20;
const ARRIVED: readonly TransferState[] = ['accepted', 'completed'];

/** Few people of one small place could be guessed from its name; a receiver that many work for tells nobody. */
const FEWEST = { employer: 1, school: 1, home: 3 } as const;

/** Where a staff member looked at the list of the system, the name is known to exist there. */
const isVerified = (transfer: Transfer): boolean =>
  timelineOf(transfer).some(({ step, by }) => step === 'report-accepted' && by.role !== 'graduate');

/** The same receiver written in several ways is one; the spelling of the first stands for it. */
const grouped = (transfers: readonly Transfer[]): Receiver[] => {
  const groups = new Map<string, Receiver>();
  for (const transfer of transfers) {
    const name = transfer.fields.organisation;
    if (name === undefined) continue;
    const known = groups.get(placeKey(name)) ?? { name, people: 0, verified: false, phone: null };
    groups.set(placeKey(name), {
      ...known,
      phone: known.phone ?? sharedPhoneOf({ ...transfer, organisation: name }),
      people: known.people + 1,
      verified: known.verified || isVerified(transfer),
    });
  }
  return [...groups.values()];
};

const fewest = ({ receiver, guarded }: RouteRule): number =>
  receiver && !guarded ? FEWEST[receiver.kind] : Infinity;

/** Whether one has arrived by this very route: another route leads to another kind of place. */
const arrivedBeside = (own: Transfer) => (other: Transfer) =>
  other.memberId !== own.memberId && other.routeId === own.routeId && ARRIVED.includes(other.state);

/** What classmates on the same way were taken in by, to choose from instead of typing. */
export const receivers: UseCase<'graduate', 'receivers', MemberCaller> = async (ports, { caller }) => {
  const own = await latestTransfer(ports, caller.member._id);
  const least = own ? fewest(rulesOf(own).route) : Infinity;
  if (!own || least === Infinity) return ok({ receivers: [] });
  const { collegeId, seasonId, wayId } = own;
  const others = await ports.store.find('transfers', {
    where: { collegeId, seasonId, wayId },
    limit: LOOKED_AT,
  });
  const found = grouped(others.filter(arrivedBeside(own))).filter(({ people }) => people >= least);
  const ranked = found.sort((a, b) => Number(b.verified) - Number(a.verified) || b.people - a.people);
  return ok({ receivers: ranked.slice(0, MOST) });
};
