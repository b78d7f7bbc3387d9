import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { tickOffline as tick, toTicked } from '../../_shared/transfers/tick-offline';
import { transferNamed, transferWithin } from '../scope';

/** What is done on paper: at the desk, or for somebody who never comes. */
export const tickOffline: EarlyReader<'teacher', 'tickOffline', CollegeCaller> = readingEarly(
  transferNamed,
  async (ports, { caller: { account, role }, caller, request }, named) => {
    const found = transferWithin(caller, named);
    if (!found.ok) return found;
    const { transferId: _named, ...ticking } = request;
    return toTicked(await tick(ports, found.data, ticking, { account, actor: actingAs(account, role) }));
  },
);
