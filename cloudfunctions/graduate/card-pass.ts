import { ok } from '../../miniprogram/domain/errors';
import { cardGaps, isReady, issuePass, stampedAt } from '../_shared/card-pass';
import type { UseCase } from '../_shared/entry';
import type { MemberCaller } from '../_shared/identity';
import { currentSeason } from '../_shared/season';
import { latestTransfer } from '../_shared/transfers/load';
import { screenshotsOf } from '../_shared/transfers/view';

/** The personal QR for the card desk, or what is still missing, with where to go. */
export const cardPass: UseCase<'graduate', 'cardPass', MemberCaller> = async (ports, { caller }) => {
  const { _id: memberId, collegeId, collegeName, name, studentNumber, branchName } = caller.member;
  const { store, clock } = ports;
  const [latest, season, college, held] = await Promise.all([
    latestTransfer(ports, memberId),
    currentSeason(ports),
    store.get('colleges', collegeId),
    store.get('cardCodes', memberId),
  ]);
  const transfer = latest?.seasonId === season.id ? latest : undefined;
  const missing = cardGaps(transfer);
  const pass = transfer && isReady(missing) ? await issuePass(ports, transfer, held) : null;
  return ok({
    person: { name, studentNumber, branchName },
    college: {
      name: collegeName,
      teacherName: college?.teachers[0]?.name ?? null,
      office: college?.office ?? null,
    },
    pass,
    missing,
    state: transfer?.state ?? null,
    screenshots: await screenshotsOf(ports, transfer?.screenshots ?? []),
    doneAt: stampedAt(transfer),
    now: clock.now(),
  });
};
