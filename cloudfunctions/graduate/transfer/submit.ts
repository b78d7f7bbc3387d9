import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { asThemselves } from '../../_shared/kernel/actor';
import type { OwnerCaller } from '../../_shared/calls/identity';
import { checkBounded } from '../../_shared/platform/text-check';
import { seasonShown } from '../../_shared/season/season';
import { handingIn, textsOf } from '../../_shared/transfers/hand-in';
import { filesOf } from '../../_shared/transfers/files';
import { checkOwn, checkUploaded } from '../../_shared/transfers/pictures';
import { askAboutPictures } from '../../_shared/transfers/picture-checks';
import { endSolved, solveOpenRequest } from '../../_shared/resets/solve';
import type { Transaction } from '../../_shared/store/ports';
import type { Transfer } from '../../_shared/store/records';
import { takeOwnStep } from '../../_shared/transfers/take-step';
import { toTransferView } from '../../_shared/transfers/view';

/** Hands in what was done on 智慧团建, or registers with the college where that handles the way. */
export const submit: UseCase<'graduate', 'submit', OwnerCaller> = async (ports, { caller, request }) => {
  const { member, openid } = caller;
  const { screenshots } = request;
  const own = await checkOwn(ports, member._id, screenshots);
  if (!own.ok) return own;
  const [season, typed, uploaded] = await Promise.all([
    // No day before the season's opening is taken; which season it is, the transfer knows.
    seasonShown(ports),
    checkBounded(ports, caller, 'organisation', textsOf(request.fields)),
    checkUploaded(ports, screenshots),
  ]);
  let isTaken = false;
  let login: Awaited<ReturnType<typeof solveOpenRequest>>;
  const follow = (before: Transfer) => {
    isTaken = true;
    const question = { openid, memberId: member._id, fileIds: screenshots };
    return Promise.all([
      askAboutPictures(ports, { ...question, earlier: filesOf(before) }),
      endSolved(ports, login?.solved),
    ]);
  };
  const actor = asThemselves(caller);
  // Who has started it on 智慧团建 could log in there.
  const onSystem = async (tx: Transaction, now: number) => {
    const current = await tx.get('members', member._id);
    const at = request.fields.initiatedAt ?? now;
    login = current && (await solveOpenRequest(ports, tx, { member: current, actor, at, now }));
  };
  const asked = member.asksForCode === false ? {} : { onSystem };
  const requestOf = handingIn(ports, request, { checked: typed.checked, actor, season, follow, ...asked });
  const done = uploaded.ok ? await takeOwnStep(ports, member, requestOf) : uploaded;
  if (!isTaken) await typed.count();
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
