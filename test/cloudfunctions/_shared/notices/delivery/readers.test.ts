/** Whether a message still goes to whoever it was made for: offices change hands, and people are taken off their WeChat. */
import { readReaders } from '../../../../../cloudfunctions/_shared/notices/delivery/readers';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
import {
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  SECRETARY,
  TEACHER,
} from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
let notice: Notice;
beforeAll(async () => {
  ({ world } = await openUniversity());
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [stored] = world.store.all('notices');
  if (!stored) throw new Error('nobody was told');
  notice = stored;
});

const owner = (accountId: string | null) => {
  const { _id: memberId, branchId, collegeId } = memberNamed(world, '林小雨');
  return { memberId, accountId, branchId, collegeId };
};
/** Whether the first of these is still theirs. */
const isTheirs = async (
  more: Partial<Notice>,
  of: ReturnType<typeof owner> | undefined = owner(GRADUATE),
  others: readonly Notice[] = [],
) => {
  const one = { ...notice, ...more };
  return (await readReaders(world.ports, [one, ...others], () => of))(one);
};

it('is a graduate’s as long as the person has that WeChat', async () => {
  const mine = { audience: 'graduate', accountId: GRADUATE } as const;
  expect(await isTheirs(mine)).toBe(true);
  expect(await isTheirs(mine, owner('oNewPhone'))).toBe(false);
  expect(await isTheirs(mine, owner(null))).toBe(false);
});

it.each([
  [SECRETARY, true],
  [OTHER_SECRETARY, false],
  [TEACHER, false],
])('is the office’s of the own branch: %s %s', async (accountId, is) => {
  // Messages to others beside it bring their own branches and colleges along.
  const beside = { ...notice, audience: 'teacher' as const, accountId: TEACHER };
  expect(await isTheirs({ audience: 'secretary', accountId }, owner(GRADUATE), [beside])).toBe(is);
});

it.each([
  [TEACHER, true],
  [OTHER_TEACHER, false],
  [SECRETARY, false],
])('is the office’s of the own college: %s %s', async (accountId, is) => {
  const { collegeId } = owner(null);
  expect(await isTheirs({ audience: 'teacher', accountId, collegeId })).toBe(is);
});

it('is a digest’s of the branch it is about, whoever the owner of anything is', async () => {
  const about = memberNamed(world, '吴昊').branchId;
  const digest = { kind: 'digest', audience: 'secretary', aboutId: about } as const;
  expect(await isTheirs({ ...digest, accountId: OTHER_SECRETARY })).toBe(true);
  expect(await isTheirs({ ...digest, accountId: SECRETARY })).toBe(false);
  const { collegeId } = owner(null);
  expect(
    await isTheirs({ ...digest, audience: 'teacher', accountId: TEACHER, collegeId, aboutId: collegeId }),
  ).toBe(true);
});
