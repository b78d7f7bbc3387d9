import { ok, type Result } from '../../../miniprogram/domain/errors';
import { countOneMore } from '../../../miniprogram/domain/transfer/per-day';
import type { UseCase } from '../../_shared/calls/entry';
import type { OwnerCaller } from '../../_shared/calls/identity';
import type { Ports } from '../../_shared/platform/ports';
import type { Transaction } from '../../_shared/store/ports';
import type { Member, RecordOf } from '../../_shared/store/records';
import { newSecret } from '../../_shared/transfers/pictures';
import { touchMember } from '../../_shared/store/touch-member';
import { PER_DAY } from '../../_shared/kernel/policy';
import { screenshotFolderOf, uploadIdOf } from '../../_shared/store/record-ids';

type Upload = RecordOf<'uploads'>;

/** The person's folders with one more today. */
const counted = ({ uploadFolders }: Pick<Member, 'uploadFolders'>, now: number) => {
  const more = countOneMore(uploadFolders, PER_DAY.uploadFolders, now);
  return more.ok ? ok({ ...uploadFolders, ...more.data }) : more;
};

/**
 * Two requests while the person is still as they were seen. The note comes first: whoever erases the person after the
 * count finds it, and before the count the person is not as they were seen any more.
 */
const noteAsSeen = async (
  { store }: Ports,
  { caller: { openid, member }, upload }: { caller: OwnerCaller; upload: Upload },
): Promise<Result<boolean>> => {
  const uploadFolders = counted(member, upload.at);
  if (!uploadFolders.ok) return uploadFolders;
  await store.insertMissing('uploads', [upload]);
  const { _id, recordVersion, version } = member;
  const asSeen = { _id: { in: [_id] }, recordVersion, version, accountId: openid };
  const change = { set: { uploadFolders: uploadFolders.data }, add: { version: 1 } };
  if ((await store.changeAll('members', asSeen, change)) > 0) return ok(true);
  await store.removeAll('uploads', [upload._id]);
  return ok(false);
};

/** For a step that writes the person in any case. */
export const putUpload = async (
  tx: Transaction,
  member: Pick<Member, '_id'>,
  upload: Upload,
): Promise<Result<boolean>> => {
  const [stored] = await tx.getMany('members', [member._id]);
  const uploadFolders = counted(stored ?? {}, upload.at);
  if (!uploadFolders.ok) return uploadFolders;
  await touchMember(tx, member._id, { uploadFolders: uploadFolders.data });
  tx.put('uploads', upload);
  return ok(true);
};

/**
 * A folder nobody can guess, inside the only one from which this graduate's screenshots are accepted. It is noted before
 * it is given: a picture that is put there and never saved still goes with its owner.
 */
export const newUpload = (ports: Ports, memberId: string): Upload => {
  const secret = newSecret(ports, memberId);
  const folder = `${screenshotFolderOf(memberId)}/${secret}`;
  return { _id: uploadIdOf(secret), recordVersion: 2, memberId, folder, at: ports.clock.now() };
};

/** It is counted on the person, who is written with it: many calls at once get no more than one after the other. */
export const uploadFolder: UseCase<'graduate', 'uploadFolder', OwnerCaller> = async (ports, { caller }) => {
  const { member } = caller;
  const upload = newUpload(ports, member._id);
  const asSeen = await noteAsSeen(ports, { caller, upload });
  const isNoted = !asSeen.ok || asSeen.data;
  // Whatever has become of the person meanwhile; refused where they are nobody's any more.
  const noted = isNoted ? asSeen : await ports.store.transact((tx) => putUpload(tx, member, upload));
  return noted.ok ? ok({ folder: upload.folder }) : noted;
};
