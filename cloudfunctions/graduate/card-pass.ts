import { ok } from '../../miniprogram/domain/errors';
import { cardGaps, makePass } from '../_shared/card-pass';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { currentSeason } from '../_shared/season';
import { latestTransfer } from '../_shared/transfers/load';

/** A personal QR for the card desk, with what is still missing. */
export const cardPass: UseCase<'graduate', 'cardPass', MemberCaller> = async (ports, { caller }) => {
  const [latest, season] = await Promise.all([
    latestTransfer(ports, caller.member._id),
    currentSeason(ports),
  ]);
  const now = ports.clock.now();
  const transfer = latest?.seasonId === season.id ? latest : undefined;
  const pass = transfer ? makePass(ports.signer, transfer._id, now) : { token: null, expiresAt: null };
  return ok({ ...pass, missing: cardGaps(transfer), now });
};
