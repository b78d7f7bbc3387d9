import { atChinaTime, chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import { fail, ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { MemberCaller } from '../../_shared/calls/identity';
import { newSecret } from '../../_shared/transfers/pictures';
import { touchMember } from '../../_shared/store/touch-member';
import { PER_DAY } from '../../_shared/kernel/policy';
import { screenshotFolderOf, uploadIdOf } from '../../_shared/store/record-ids';

/**
 * A folder nobody can guess, inside the only one from which this graduate's screenshots are accepted. It is noted first:
 * a picture that is put there and never saved still goes with its owner. It is counted with those of the same day once it
 * is noted, so that many calls at once get no more than one after the other.
 */
export const uploadFolder: UseCase<'graduate', 'uploadFolder', MemberCaller> = async (
  ports,
  { caller: { member } },
) => {
  const { _id: memberId } = member;
  const { store, clock } = ports;
  const secret = newSecret(ports, memberId);
  const now = clock.now();
  const folder = `${screenshotFolderOf(memberId)}/${secret}`;
  const upload = { _id: uploadIdOf(secret), recordVersion: 2, memberId, folder, at: now } as const;
  const noted = await store.transact(async (tx) => {
    await touchMember(tx, memberId);
    tx.put('uploads', upload);
    return ok(undefined);
  });
  if (!noted.ok) return noted;
  const today = atChinaTime(chinaDay(now), 0, 0);
  const given = await store.count('uploads', { memberId, at: { gte: today } });
  if (given > PER_DAY.uploadFolders) {
    await store.removeAll('uploads', [upload._id]);
    return fail('DAILY_LIMIT', undefined, { most: PER_DAY.uploadFolders });
  }
  return ok({ folder });
};
