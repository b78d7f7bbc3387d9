/** Who is told of what happens to a person: they themselves, their branch's secretaries, their college. */
import type { Audience } from '../../../miniprogram/domain/reminding/due-notice';
import type { NoticeChannel } from '../../../miniprogram/domain/reminding/kinds';
import type { Ports } from '../platform/ports';
import { collegeShown } from '../store/branches';
import type { HasStore } from '../store/ports';
import type { Branch, College } from '../store/records';
import { ifReadable } from '../store/records/unreadable';

export interface Owner {
  readonly memberId: string;
  /** The graduate's account; none while nobody has signed in. */
  readonly accountId: string | null;
  readonly branchId: string;
  readonly collegeId: string;
}

export interface Place {
  readonly branch: Branch | undefined;
  readonly college: College | undefined;
  /** The branch is there, but cannot be read: its secretaries are told nothing. */
  readonly isBranchUnreadable: boolean;
}

/** Whether two states of a record are in one place, so that the same people are told of both. */
export const isSamePlace = (one: Owner, other: Owner): boolean =>
  one.branchId === other.branchId && one.collegeId === other.collegeId;

type Where = Pick<Owner, 'branchId' | 'collegeId'>;

const withCollege = async (
  { store }: HasStore,
  branchId: string,
  reading: Promise<College | undefined>,
): Promise<Place> => {
  const [branches, college] = await Promise.all([store.lookUp('branches', [branchId]), reading]);
  const [branch] = branches.records;
  return { branch, college, isBranchUnreadable: branches.unreadable.size > 0 };
};

export const readPlace = (ports: HasStore, { branchId, collegeId }: Where): Promise<Place> =>
  withCollege(ports, branchId, ifReadable(ports.store.get('colleges', collegeId)));

/**
 * The same with the college as it was at most a minute ago: nothing is decided by it but who hears of a step, and no
 * message leaves before their office has been asked for again.
 */
export const placeToTell = (
  ports: Pick<Ports, 'store' | 'memory'>,
  { branchId, collegeId }: Where,
): Promise<Place> => withCollege(ports, branchId, collegeShown(ports, collegeId));

/** The same for what the branch has no part in: it is not read. */
export const placeOfCollege = async (
  ports: Pick<Ports, 'store' | 'memory'>,
  { collegeId }: Pick<Owner, 'collegeId'>,
): Promise<Place> => ({
  branch: undefined,
  college: await collegeShown(ports, collegeId),
  isBranchUnreadable: false,
});

/** Somebody by their account, or a college by its id where its group is told. */
export interface Recipient {
  readonly accountId: string;
  /** People hear by WeChat; where it has granted no template for what they are told, by the inbox alone. */
  readonly channel: Exclude<NoticeChannel, 'inbox'>;
}

type Recipients = Readonly<Record<Audience, readonly Recipient[]>>;

const byWeChat = (accountId: string): Recipient => ({ accountId, channel: 'subscribe' });

export const recipientsOf = (
  { accountId }: Pick<Owner, 'accountId'>,
  { branch, college }: Pick<Place, 'branch' | 'college'>,
): Recipients => ({
  graduate: accountId === null ? [] : [byWeChat(accountId)],
  secretary: branch?.secretaries.map((secretary) => byWeChat(secretary.accountId)) ?? [],
  teacher: [
    ...(college?.teachers.map((teacher) => byWeChat(teacher.accountId)) ?? []),
    ...(college?.robotKeySealed === undefined ? [] : [{ accountId: college._id, channel: 'wecom' } as const]),
  ],
});
