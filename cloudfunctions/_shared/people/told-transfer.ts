import type { Response } from '../../../miniprogram/contract';
import { isCollegeAffair } from '../../../miniprogram/domain/transfer/lifecycle';
import { recordedBy } from '../../../miniprogram/domain/transfer/on-behalf';
import { routeOf } from '../../../miniprogram/rulebooks';
import { rulebookNamed } from '../season/season';
import type { personOf } from './person';

type Told = NonNullable<Response<'teacher', 'person'>['person']['transfer']>;
type Seen = NonNullable<Awaited<ReturnType<typeof personOf>>['transfer']>;
type Entry = Seen['timeline'][number];

const UNTOLD = { wayId: null, routeId: null } as const;

const withoutWay = ({ wayId: _way, ...entry }: Entry): Entry => entry;
/** A letter's name can tell as much as the way's. */
const withoutPaper = ({ offline: _paper, ...entry }: Entry): Entry => entry;

/** Those who look at a person without working at their college. */
type Outsider = 'secretary' | 'committee';

/** How a transfer stands: the contact is no secretary's business, and a way the college handles is the college's own. */
const toldTo = (reader: Outsider, transfer: Seen): Told => {
  const { offline = [] } = transfer;
  const rulebook = rulebookNamed(transfer.rulebookId);
  const isUntold = ({ wayId, routeId }: { wayId: string; routeId: string }): boolean => {
    const route = routeOf(rulebook, wayId, routeId);
    return !route || isCollegeAffair(route);
  };
  const isHidden = isUntold(transfer) && recordedBy(transfer)?.role !== reader;
  const timeline = transfer.timeline.map(withoutWay);
  const isAnyUntold = isHidden || transfer.past.some(isUntold);
  return {
    ...transfer,
    ...(isHidden ? UNTOLD : {}),
    hasContact: reader === 'committee' && !isHidden && transfer.hasContact,
    offline: isHidden ? offline.filter(({ who }) => who === reader) : offline,
    past: transfer.past.map((one) => (isUntold(one) ? { ...one, ...UNTOLD } : one)),
    timeline: isAnyUntold ? timeline.map(withoutPaper) : timeline,
  };
};

/** To a secretary: what they recorded for a classmate is no news to them, and is needed to go on with it. */
export const toldToSecretary = (transfer: Seen): Told => toldTo('secretary', transfer);

/** To the committee, which looks at all colleges. */
export const toldToCommittee = (transfer: Seen): Told => toldTo('committee', transfer);
