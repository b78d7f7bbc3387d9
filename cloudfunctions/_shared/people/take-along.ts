/** What goes with a person whose line of the roster changes: transfers, and the request for a code they wait for. */
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Member } from '../store/records';
import { openHandOver, type HandOver } from '../resets/hand-over';
import { changeOwner, isUntouched, ownRecords, type OwnRecords } from './own-records';

/** What a change of the roster's line takes along; the request for a code they wait for changes hands. */
export interface Along {
  /** The person's version when it was read: whatever is begun in their name since then raises it. */
  readonly version: number;
  readonly own: OwnRecords;
  readonly handOver: HandOver | undefined;
}

type Line = Pick<Member, 'name' | 'studentNumber' | 'branchId' | 'branchName' | 'isSecretary'>;

const isElsewhere = (before: Line, after: Line): boolean => before.branchId !== after.branchId;
/** A secretary's own request is the teacher's. */
const becomesSecretary = (before: Line, after: Line): boolean => !before.isSecretary && after.isSecretary;
const isNamedAnew = (before: Line, after: Line): boolean =>
  before.branchName !== after.branchName ||
  before.name !== after.name ||
  before.studentNumber !== after.studentNumber;

/**
 * Read after `before` and ahead of the transaction that writes `after`; nothing where the change leaves all as it is.
 * @param known what has been read of theirs already, after `before`
 */
export const readAlong = async (
  ports: Ports,
  before: Member,
  after: Line,
  known?: OwnRecords,
): Promise<Along | undefined> => {
  if (![isElsewhere, becomesSecretary, isNamedAnew].some((changes) => changes(before, after)))
    return undefined;
  const { _id: memberId, collegeId, version } = before;
  const own = known ?? (await ownRecords(ports, memberId));
  const [latest] = own.requests;
  const place = { collegeId, branchId: after.branchId };
  const handOver = latest === undefined ? undefined : await openHandOver(ports, latest, place);
  return { version, own, handOver };
};

/** What is under way goes with its owner to the new branch, or the old one would still decide who sees it. */
export const takeAlong = async (
  tx: Transaction,
  { own, handOver }: Along,
  before: Member,
  after: Member,
): Promise<void> => {
  const { name: memberName, studentNumber, branchId, branchName } = after;
  await changeOwner(tx, own, { memberName, branchId, branchName }, studentNumber);
  if (isElsewhere(before, after) || becomesSecretary(before, after)) await handOver?.(tx, after);
};

/** What was read of the person, or what is there now when they have begun something since. */
export const alongNow = async (
  ports: Ports,
  along: Along | undefined,
  before: Member,
  after: Line,
): Promise<Along | undefined> =>
  along?.version === before.version || isUntouched(before) ? along : readAlong(ports, before, after);

/** For a part of the roster, by member. */
export const readAllAlong = async (
  ports: Ports,
  stored: readonly Member[],
  planned: readonly Member[],
): Promise<ReadonlyMap<string, Along | undefined>> => {
  const lines = new Map(planned.map((member) => [member._id, member]));
  const read = stored
    .filter((before) => !isUntouched(before))
    .map(async (before) => {
      const after = lines.get(before._id) ?? before;
      return [before._id, await readAlong(ports, before, after)] as const;
    });
  return new Map(await Promise.all(read));
};
