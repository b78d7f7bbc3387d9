import type { Response } from '../../../miniprogram/contract';
import { isCollegeAffair } from '../../../miniprogram/domain/transfer/lifecycle';
import { recordedBy } from '../../../miniprogram/domain/transfer/on-behalf';
import { routeOf } from '../../../miniprogram/rulebooks';
import { rulebookNamed } from '../../_shared/season/season';

type Seen = NonNullable<Response<'teacher', 'person'>['person']['transfer']>;
type Told = NonNullable<Response<'secretary', 'person'>['person']['transfer']>;
type Entry = Seen['timeline'][number];

const UNTOLD = { wayId: null, routeId: null } as const;

const withoutWay = ({ wayId: _way, ...entry }: Entry): Entry => entry;
/** A letter's name can tell as much as the way's. */
const withoutPaper = ({ offline: _paper, ...entry }: Entry): Entry => entry;

/**
 * How a classmate's transfer stands, without the contact, and without the way where that is the college's affair. What a
 * secretary recorded for them is no news, and is needed to go on with it.
 */
export const toldToSecretary = (transfer: Seen): Told => {
  const { offline = [] } = transfer;
  const rulebook = rulebookNamed(transfer.rulebookId);
  const isUntold = ({ wayId, routeId }: { wayId: string; routeId: string }): boolean => {
    const route = routeOf(rulebook, wayId, routeId);
    return !route || isCollegeAffair(route);
  };
  const isHidden = isUntold(transfer) && recordedBy(transfer)?.role !== 'secretary';
  const timeline = transfer.timeline.map(withoutWay);
  const isAnyUntold = isHidden || transfer.past.some(isUntold);
  return {
    ...transfer,
    ...(isHidden ? UNTOLD : {}),
    hasContact: false,
    offline: isHidden ? offline.filter(({ who }) => who === 'secretary') : offline,
    past: transfer.past.map((one) => (isUntold(one) ? { ...one, ...UNTOLD } : one)),
    timeline: isAnyUntold ? timeline.map(withoutPaper) : timeline,
  };
};
