import { offlineStepsOf } from '../../../miniprogram/domain/rules/rulebook/offline-steps';
import { offlineStandings, type OfflineStanding } from '../../../miniprogram/domain/transfer/offline';
import { contactStandings } from '../../../miniprogram/domain/transfer/keeping';
import { keepingIn } from './keeping-in';
import { rulesOf } from './rules-of';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';

/** The days to get in touch with somebody the school keeps, as far as they have come. */
export const contactsOf = (transfer: Transfer): OfflineStanding[] => {
  const keeping = keepingIn(transfer);
  const { offline } = transfer;
  return keeping ? contactStandings(keeping, { timeline: timelineOf(transfer), offline }) : [];
};

/** What is to be done on paper for a stored transfer, by the rules as they are published now. */
export const paperOf = (transfer: Transfer): OfflineStanding[] => {
  const { rulebook, route } = rulesOf(transfer);
  const { state, fields, offline } = transfer;
  const { organisation } = fields;
  const ofRoute = offlineStandings(offlineStepsOf(rulebook, route), { state, organisation, offline });
  return [...ofRoute, ...contactsOf(transfer)];
};

/** The step done at the college's desk with a QR; undefined where there is none. */
export const deskStandingOf = (transfer: Transfer): OfflineStanding | undefined =>
  paperOf(transfer).find(({ step }) => step.atDesk);
