import { ok } from '../../../miniprogram/domain/errors';
import type { Response } from '../../../miniprogram/contract';
import { sharedPhoneOf } from '../../../miniprogram/domain/rules/office-phone';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import type { RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { rulesOf } from '../../_shared/season/rules-of';
import type { Transfer } from '../../_shared/store/records';
import { timelineOf } from '../../_shared/store/records/timeline';
import { ownTransfer } from '../../_shared/transfers/load';

type Receiver = Response<'graduate', 'receivers'>['receivers'][number];

/** Looked at of a college's transfers on one way. */
const LOOKED_AT = 300;
/** Names shown. */
const MOST = 20;
const ARRIVED: readonly TransferState[] = ['accepted', 'completed'];

/** Few people of one small place could be guessed from its name; a receiver that many work for tells nobody. */
const FEWEST = { employer: 1, school: 1, home: 3 } as const;

/** Somebody who was taken in: what the names shown to others are made of. */
interface Arrival extends Pick<Transfer, 'memberId' | 'routeId'> {
  readonly name: string;
  /** A staff member looked at the list of the system, so the name is known to exist there. */
  readonly isVerified: boolean;
  /** Of the office, as everybody may call it. */
  readonly phone: Receiver['phone'];
}

const isVerified = (transfer: Transfer): boolean =>
  timelineOf(transfer).some(({ step, by }) => step === 'report-accepted' && by.role !== 'graduate');

const arrivalsAmong = (transfers: readonly Transfer[]): Arrival[] =>
  transfers.flatMap((transfer) => {
    const { memberId, routeId, state } = transfer;
    const name = transfer.fields.organisation;
    if (!ARRIVED.includes(state) || name === undefined) return [];
    const phone = sharedPhoneOf({ ...transfer, organisation: name });
    return [{ memberId, routeId, name, isVerified: isVerified(transfer), phone }];
  });

/** As it was at most a minute ago: a class that fills in its forms together asks once. */
const arrivalsOn = (
  { store, memory }: Ports,
  { collegeId, seasonId, wayId }: Transfer,
): Promise<readonly Arrival[]> =>
  memory.recall(`arrivals ${collegeId} ${seasonId} ${wayId}`, async () =>
    arrivalsAmong(await store.find('transfers', { where: { collegeId, seasonId, wayId }, limit: LOOKED_AT })),
  );

/** The same receiver written in several ways is one; the spelling of the first stands for it. */
const grouped = (arrivals: readonly Arrival[]): Receiver[] => {
  const groups = new Map<string, Receiver>();
  for (const { name, isVerified: isKnown, phone } of arrivals) {
    const known = groups.get(placeKey(name)) ?? { name, people: 0, verified: false, phone: null };
    groups.set(placeKey(name), {
      ...known,
      phone: known.phone ?? phone,
      people: known.people + 1,
      verified: known.verified || isKnown,
    });
  }
  return [...groups.values()];
};

const fewest = ({ receiver, guarded }: RouteRule): number =>
  receiver && !guarded ? FEWEST[receiver.kind] : Infinity;

/** What classmates on the same way were taken in by; one request a minute for all who are on it. */
export const receiversFor = async (ports: Ports, own: Transfer): Promise<Receiver[]> => {
  const least = fewest(rulesOf(own).route);
  if (least === Infinity) return [];
  // Another route leads to another kind of place.
  const others = (await arrivalsOn(ports, own)).filter(
    ({ memberId, routeId }) => memberId !== own.memberId && routeId === own.routeId,
  );
  const found = grouped(others).filter(({ people }) => people >= least);
  const ranked = found.sort((a, b) => Number(b.verified) - Number(a.verified) || b.people - a.people);
  return ranked.slice(0, MOST);
};

/** To choose from instead of typing. */
export const receivers: UseCase<'graduate', 'receivers', OwnerCaller> = async (ports, { caller }) => {
  const own = await ownTransfer(ports, caller.member);
  return ok({ receivers: own ? await receiversFor(ports, own) : [] });
};
