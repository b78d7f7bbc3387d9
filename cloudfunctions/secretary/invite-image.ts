import { fail, ok } from '../../miniprogram/domain/errors';
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

const drawImage = async (ports: Ports, { _id: branchId, inviteCode }: Branch): Promise<string | null> => {
  const { files, codeImages, store } = ports;
  const { build } = codeImages;
  const png = await codeImages.draw(PAGES.signIn, inviteCode);
  if (!png) return null;
  // The name of the file tells nobody the code.
  const fileId = await files.upload(`invites/${branchId}/${shortHash(inviteCode)}-${build}.png`, png);
  await store.transact(async (tx) => {
    const branch = await tx.get('branches', branchId);
    if (branch?.inviteCode === inviteCode)
      tx.put('branches', { ...branch, inviteImage: { inviteCode, build, fileId } });
    return ok(undefined);
  });
  return (await files.urls([fileId], PICTURES.urlSeconds))[fileId] ?? null;
};

/** The mini-program code to show to the class, drawn once for each invite code; the code itself serves without it. */
export const inviteImage: UseCase<'secretary', 'inviteImage', MemberCaller> = async (ports, { caller }) => {
  const branch = await ports.store.get('branches', caller.member.branchId);
  if (!branch) return fail('NOT_FOUND');
  const { inviteCode, name: branchName } = branch;
  const url = (await cachedUrl(ports, branch)) ?? (await drawImage(ports, branch));
  return ok({ inviteCode, branchName, url });
};
