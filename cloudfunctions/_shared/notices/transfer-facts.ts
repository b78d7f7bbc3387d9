import { keptUntil } from '../../../miniprogram/domain/transfer/keeping';
import { wayOf } from '../../../miniprogram/domain/rules/rulebook';
import { isCollegeAffair } from '../../../miniprogram/domain/transfer/lifecycle';
import type { CauseFacts } from './notice-of';
import type { Transfer } from '../store/records';
import type { CollegeSeason } from '../season/season';
import { rulesOf } from '../season/rules-of';
import { keepingIn } from '../season/keeping-in';
import { isPaperLeft, type OfflineStanding } from '../../../miniprogram/domain/transfer/offline';
import { paperOf } from '../season/paper';

const paperLeftIn = (paper: readonly OfflineStanding[]): CauseFacts['paperLeft'] => {
  if (paper.some(({ step, status }) => step.atDesk && status !== 'done')) return 'desk';
  return isPaperLeft(paper) ? 'other' : 'none';
};

/** What every notice about a transfer may say, whatever it tells. */
export const noticeFacts = (transfer: Transfer, season: CollegeSeason): Omit<CauseFacts, 'at'> => {
  const { rulebook, route } = rulesOf(transfer);
  const keeping = keepingIn(transfer);
  const { _id: transferId, memberName, branchName, deadlineAt, wayId } = transfer;
  return {
    memberName,
    branchName,
    transferId,
    hasReceiver: route.receiverClock,
    deadlineAt,
    rulebook,
    wayLabel: wayOf(rulebook, wayId)?.label ?? null,
    keptUntil: keeping && keptUntil(keeping),
    isCollegeAffair: isCollegeAffair(route),
    seasonDeadlineAt: season.deadlineAt,
    paperLeft: paperLeftIn(paperOf(transfer)),
    outcome: rulebook.outcomes[transfer.clock?.outcome ?? 'ask'],
  };
};
