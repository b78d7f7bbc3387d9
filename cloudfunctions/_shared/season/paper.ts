import { offlineStepsOf } from '../../../miniprogram/domain/rules/rulebook/offline-steps';
import { offlineStandings, type OfflineStanding } from '../../../miniprogram/domain/transfer/offline';
import { rulesOf } from './rules-of';
import type { Transfer } from '../store/records';

/** What is to be done on paper for a stored transfer, by the rules as they are published now. */
export const paperOf = (transfer: Transfer): OfflineStanding[] => {
  const { rulebook, route } = rulesOf(transfer);
  const { state, fields, offline } = transfer;
  return offlineStandings(offlineStepsOf(rulebook, route), {
    state,
    organisation: fields.organisation,
    offline,
  });
};

/** The step done at the college's desk with a QR; undefined where there is none. */
export const deskStandingOf = (transfer: Transfer): OfflineStanding | undefined =>
  paperOf(transfer).find(({ step }) => step.atDesk);
