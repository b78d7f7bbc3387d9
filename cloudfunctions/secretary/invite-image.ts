import { fail, ok, type Result } from '../../miniprogram/domain/errors';
import { PAGES } from '../../miniprogram/domain/pages';
import type { UseCase } from '../_shared/entry';
import { shortHash } from '../_shared/hash';
import type { MemberCaller } from '../_shared/identity';
import { PICTURES } from '../_shared/policy';
import type { Ports } from '../_shared/ports';
import type { Branch } from '../_shared/records';

/** The image drawn before, if it still shows this code and its file is there. */
const cachedUrl = async ({ files, codeImages }: Ports, branch: Branch): Promise<string | undefined> => {
  const { inviteImage, inviteCode } = branch;
  if (inviteImage?.inviteCode !== inviteCode || inviteImage.build !== codeImages.build) return undefined;
  return (await files.urls([inviteImage.fileId], PICTURES.urlSeconds))[inviteImage.fileId];
};

const drawImage = async (ports: Ports, { _id: branchId, inviteCode }: Branch): Promise<Result<string>> => {
  const { files, codeImages, store } = ports;
  const { build } = codeImages;
  const png = await codeImages.draw(PAGES.signIn, inviteCode);
  if (!png) return fail('IMAGE_UNAVAILABLE');
  // The name of the file tells nobody the code.
  const fileId = await files.upload(`invites/${branchId}/${shortHash(inviteCode)}-${build}.png`, png);
  const kept = await store.transact(async (tx) => {
    const branch = await tx.get('branches', branchId);
    if (branch?.inviteCode === inviteCode)
      tx.put('branches', { ...branch, inviteImage: { inviteCode, build, fileId } });
    return ok(undefined);
  });
  if (!kept.ok) return kept;
  const url = (await files.urls([fileId], PICTURES.urlSeconds))[fileId];
  return url ? ok(url) : fail('IMAGE_UNAVAILABLE');
};

/** The mini-program code to show to the class; drawn once for each invite code. */
export const inviteImage: UseCase<'secretary', 'inviteImage', MemberCaller> = async (ports, { caller }) => {
  const branch = await ports.store.get('branches', caller.member.branchId);
  if (!branch) return fail('NOT_FOUND');
  const { inviteCode } = branch;
  const cached = await cachedUrl(ports, branch);
  if (cached) return ok({ inviteCode, url: cached });
  const drawn = await drawImage(ports, branch);
  return drawn.ok ? ok({ inviteCode, url: drawn.data }) : drawn;
};
