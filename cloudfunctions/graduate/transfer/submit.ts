import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import type { MemberCaller } from '../../_shared/calls/identity';
import { seasonShown } from '../../_shared/season/season';
import { checkTyped, handIn, isHandedIn } from '../../_shared/transfers/hand-in';
import { filesOf } from '../../_shared/transfers/files';
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
  const [seen, season, given, checked] = await Promise.all([
    latestTransfer(ports, member._id),
    // No day before the season's opening is taken; which season it is, the transfer knows.
    seasonShown(ports),
    foldersGiven(ports, member._id, screenshots),
    checkTyped(ports, account, request.fields),
  ]);
  const held = seen ? picturesOf(seen) : new Set<string>();
  const own = checkFolders(member._id, screenshots, { given, held });
  if (!own.ok) return own;
  if (!seen) return fail('TRANSFER_ILLEGAL_STEP');
  if (isHandedIn(seen, request)) return ok({ transfer: await toTransferView(ports, seen) });
  const uploaded = await checkUploaded(ports, screenshots);
  if (!uploaded.ok) return uploaded;
  const actor = actingAs(account, 'graduate', member.name);
  const pictures = {
    openid: account._id,
    memberId: member._id,
    fileIds: screenshots,
    earlier: filesOf(seen),
  };
  const follow = () => askAboutPictures(ports, pictures);
  const done = await handIn(ports, seen, request, { checked, actor, season, follow });
  return done.ok ? ok({ transfer: await toTransferView(ports, done.data) }) : done;
};
