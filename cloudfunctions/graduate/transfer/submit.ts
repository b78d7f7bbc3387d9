import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { currentSeason } from '../../_shared/season/season';
import { checkTyped, handIn, isHandedIn } from '../../_shared/transfers/hand-in';
import { latestTransfer } from '../../_shared/transfers/load';
import { checkFolders, checkUploaded, foldersGiven, picturesOf } from '../../_shared/transfers/pictures';
import { askAboutPictures } from '../../_shared/transfers/picture-checks';
import { toTransferView } from '../../_shared/transfers/view';

/** Hands in what was done on 智慧团建, or registers with the college where that handles the way. */
export const submit: UseCase<'graduate', 'submit', MemberCaller> = async (
  ports,
  { caller: { account, member }, request },
) => {
  const { screenshots } = request;
  const [seen, season, given] = await Promise.all([
    latestTransfer(ports, member._id),
    currentSeason(ports),
    foldersGiven(ports, member._id, screenshots),
  ]);
  const held = seen ? picturesOf(seen) : new Set<string>();
  const own = checkFolders(member._id, screenshots, { given, held });
  if (!own.ok) return own;
  if (!seen) return fail('TRANSFER_ILLEGAL_STEP');
  if (isHandedIn(seen, request)) return ok({ transfer: await toTransferView(ports, seen) });
  const [checked, uploaded] = await Promise.all([
    checkTyped(ports, account, request.fields),
    checkUploaded(ports, screenshots),
  ]);
  if (!uploaded.ok) return uploaded;
  const actor = actingAs(account, 'graduate', member.name);
  const done = await handIn(ports, seen, request, { checked, actor, season });
  if (!done.ok) return done;
  const [transfer] = await Promise.all([
    toTransferView(ports, done.data),
    askAboutPictures(ports, { openid: account._id, memberId: member._id, fileIds: screenshots }),
  ]);
  return ok({ transfer });
};
