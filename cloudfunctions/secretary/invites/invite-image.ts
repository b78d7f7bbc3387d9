import type { Response } from '../../../miniprogram/contract';
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { countOneMore } from '../../../miniprogram/domain/transfer/per-day';
import { DOORS } from '../../../miniprogram/domain/reminding/pages';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { shortHash } from '../../_shared/kernel/hash';
import type { MemberCaller } from '../../_shared/calls/identity';
import { PER_DAY, PICTURES } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { Branch } from '../../_shared/store/records';
import { removePicture } from '../../_shared/people/remove-picture';

const urlOf = async ({ files }: Ports, fileId: string): Promise<string | null> =>
  (await files.urls([fileId], PICTURES.urlSeconds))[fileId] ?? null;

/** The image drawn before, if it still shows this code and its file is there. */
const cachedUrl = async (ports: Ports, { inviteImage, inviteCode }: Branch): Promise<string | null> => {
  const isCurrent = inviteImage?.inviteCode === inviteCode && inviteImage.build === ports.codeImages.build;
  return isCurrent ? urlOf(ports, inviteImage.fileId) : null;
};

type Invite = Pick<Response<'secretary', 'inviteImage'>, 'inviteCode' | 'url'>;

/** Keeps the image unless the code was rotated while it was drawn; resolves to the code that counts now. */
const keepImage = async (
  { store }: Ports,
  branchId: string,
  inviteImage: NonNullable<Branch['inviteImage']>,
): Promise<Result<string>> => {
  const { inviteCode } = inviteImage;
  const kept = await store.changeAll(
    'branches',
    { _id: { in: [branchId] }, inviteCode },
    { set: { inviteImage } },
  );
  if (kept > 0) return ok(inviteCode);
  const branch = await store.get('branches', branchId);
  return branch ? ok(branch.inviteCode) : fail('NOT_FOUND');
};

/** Counts a drawing before WeChat is asked for it; false when there were enough today. */
const mayDraw = async ({ store, clock }: Ports, { _id, inviteImages }: Branch): Promise<boolean> => {
  const counted = countOneMore(inviteImages, PER_DAY.inviteImages, clock.now());
  if (!counted.ok) return false;
  return (
    (await store.changeAll('branches', { _id: { in: [_id] } }, { set: { inviteImages: counted.data } })) > 0
  );
};

const drawImage = async (ports: Ports, branch: Branch): Promise<Result<Invite>> => {
  const { files, codeImages } = ports;
  const { _id: branchId, inviteCode, inviteImage: before } = branch;
  const { build } = codeImages;
  // The code itself serves without an image.
  if (!(await mayDraw(ports, branch))) return ok({ inviteCode, url: null });
  const png = await codeImages.draw(DOORS.signIn, inviteCode);
  if (!png) return ok({ inviteCode, url: null });
  // The name of the file tells nobody the code.
  const fileId = await files.upload(`invites/${branchId}/${shortHash(inviteCode)}-${build}.png`, png);
  const kept = await keepImage(ports, branchId, { inviteCode, build, fileId });
  if (!kept.ok) return kept;
  if (kept.data !== inviteCode) {
    await removePicture(ports, fileId);
    return ok({ inviteCode: kept.data, url: null });
  }
  // Another build's image, or one of an earlier code, is shown to nobody any more.
  if (before && before.fileId !== fileId) await removePicture(ports, before.fileId);
  return ok({ inviteCode, url: await urlOf(ports, fileId) });
};

/** The mini-program code to show to the class, drawn once for each invite code; the code itself serves without it. */
export const inviteImage: EarlyReader<'secretary', 'inviteImage', MemberCaller> = readingEarly(
  async ({ store }, { branchId }) => (branchId === undefined ? undefined : store.get('branches', branchId)),
  async (ports, { caller }, named) => {
    const { branchId } = caller.member;
    // The phone may not have heard yet that they are secretary elsewhere.
    const branch = named?._id === branchId ? named : await ports.store.get('branches', branchId);
    if (!branch) return fail('NOT_FOUND');
    const { inviteCode, name: branchName } = branch;
    const url = await cachedUrl(ports, branch);
    const invite = url === null ? await drawImage(ports, branch) : ok({ inviteCode, url });
    const own = branch.secretaries.find(({ accountId }) => accountId === caller.account._id);
    return invite.ok ? ok({ ...invite.data, branchName, ownPhone: own?.phone ?? null }) : invite;
  },
);
