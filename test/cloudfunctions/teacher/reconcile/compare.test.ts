/** Of everybody on the roster: who is to be looked at, who had arrived before, who is still under way. */
import { comparePeople } from '../../../../cloudfunctions/teacher/reconcile/compare';
import type { Reconcile, Transfer } from '../../../../cloudfunctions/_shared/store/records';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import { GRADUATE, openUniversity, submitEmployed } from '../../support/people';

const HERE = 'b-covered';
const RUN = {
  kind: 'members',
  branches: [
    { id: HERE, isCovered: true },
    { id: 'b-other', isCovered: false },
  ],
} as unknown as Reconcile;

let transfer: Transfer;
beforeAll(async () => {
  const { world } = await openUniversity();
  await submitEmployed(world, GRADUATE);
  const [stored] = world.store.all('transfers');
  if (!stored) throw new Error('nothing was handed in');
  transfer = stored;
});

const one = (state: TransferState | null, isListed: boolean, branchId = HERE) => ({
  member: { _id: 'm-1', branchId },
  transfer: state === null ? undefined : { ...transfer, state },
  listed: isListed ? { outcome: null } : null,
});
const counts = (...people: ReturnType<typeof one>[]) => {
  const { findings, arrivedBefore, underWay } = comparePeople(RUN, people);
  const kinds = [...findings].flatMap(([kind, rows]) => (rows.length > 0 ? [kind] : []));
  return { kinds, arrivedBefore, underWay };
};

it.each<[string, Parameters<typeof one>, object]>([
  ['who had arrived and is gone', ['accepted', false], { kinds: [], arrivedBefore: 1, underWay: 0 }],
  ['who is done and is gone', ['completed', false], { kinds: [], arrivedBefore: 1, underWay: 0 }],
  ['who was let go and is listed', ['approved', true], { kinds: [], arrivedBefore: 0, underWay: 1 }],
  ['who began nothing and is listed', [null, true], { kinds: [], arrivedBefore: 0, underWay: 1 }],
  ['who was let go and is gone', ['approved', false], { kinds: ['arrived'], arrivedBefore: 0, underWay: 0 }],
  ['who is gone unsaid', [null, false], { kinds: ['left-unsaid'], arrivedBefore: 0, underWay: 0 }],
  [
    'who had arrived and is listed',
    ['accepted', true],
    { kinds: ['still-here'], arrivedBefore: 0, underWay: 0 },
  ],
  [
    'who is missing in a branch that is not covered in full',
    ['approved', false, 'b-other'],
    { kinds: [], arrivedBefore: 0, underWay: 1 },
  ],
])('knows %s', (_who, is, result) => {
  expect(counts(one(...is))).toEqual(result);
});

it('keeps of each the record as it was compared, or that there is none', () => {
  const { findings } = comparePeople(RUN, [one('approved', false), one(null, false)]);
  const open = { memberId: 'm-1', status: 'open', after: null };
  expect(findings.get('arrived')).toEqual([
    { ...open, transferId: transfer._id, version: transfer.version, state: 'approved' },
  ]);
  expect(findings.get('left-unsaid')).toEqual([{ ...open, transferId: null, version: null, state: null }]);
});
