import type { Parsed } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import { takerOf } from '../../../miniprogram/domain/rules/rulebook';
import { cardGaps, isReady, issuePass, stampedAt } from '../../_shared/transfers/card-pass';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import { collegeShown } from '../../_shared/store/branches';
import { memberOfSubject } from '../../_shared/store/record-ids';
import { latestIdOf, standingIn } from '../../_shared/season/standing-in';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { rulesOf } from '../../_shared/season/rules-of';
import { seasonShown } from '../../_shared/season/season';
import { paperOf } from '../../_shared/season/paper';
import { screenshotsOf, toOfflineView } from '../../_shared/transfers/view';

/** A transfer, and the digits its owner was shown last. */
const readTransfer = async ({ store }: Ports, transferId: string) => {
  const memberId = memberOfSubject(transferId);
  const [transfer, held] = await Promise.all([
    store.get('transfers', transferId),
    memberId === null ? undefined : ifReadable(store.get('cardCodes', memberId)),
  ]);
  return { transfer, held };
};

const readNamed = (ports: Ports, { transferId }: Parsed<'graduate', 'cardPass'>) =>
  Promise.all([seasonShown(ports), transferId === undefined ? undefined : readTransfer(ports, transferId)]);

/** The personal QR for the card desk, or what is still missing, with where to go. */
export const cardPass: EarlyReader<'graduate', 'cardPass', OwnerCaller> = readingEarly(
  readNamed,
  async (ports, { caller, request }, [season, named]) => {
    const { collegeId, collegeName, name, studentNumber, branchName } = caller.member;
    const ownId = latestIdOf(caller.member, season.id);
    const isOwn = request.transferId === ownId;
    const { transfer: latest, held } = isOwn && named ? named : await readTransfer(ports, ownId);
    const transfer = standingIn(season.id, latest);
    const missing = cardGaps(transfer);
    const [college, pass, screenshots] = await Promise.all([
      collegeShown(ports, collegeId),
      transfer && isReady(missing) ? issuePass(ports, transfer, held) : ok(null),
      screenshotsOf(ports, transfer?.screenshots ?? []),
    ]);
    if (!pass.ok) return pass;
    return ok({
      person: { name, studentNumber, branchName },
      college: {
        name: collegeName,
        teacherName: college?.teachers[0]?.name ?? null,
        office: college?.office ?? null,
      },
      pass: pass.data,
      missing,
      offline: transfer ? paperOf(transfer).map(toOfflineView) : [],
      version: transfer?.version ?? null,
      state: transfer?.state ?? null,
      taker: transfer ? takerOf(rulesOf(transfer).route) : null,
      screenshots,
      doneAt: stampedAt(transfer),
      now: ports.clock.now(),
    });
  },
);
