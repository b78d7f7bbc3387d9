/** What waits for a secretary waits for somebody, wherever its owner is moved to and however. */
import type { Transfer } from '../../../../cloudfunctions/_shared/store/records';
import { fail } from '../../../../miniprogram/domain/errors';
import { wakeTimer } from '../../../../tools/admin/wake';
import {
  CLASSMATE,
  GRADUATE,
  memberNamed,
  openUniversity,
  OTHER_SECRETARY,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { importRoster } from '../../support/roster';
import { sheet, upload } from '../../support/sheets';
import { dataOf, errorOf, type World } from '../../support/world';

const OPTICS = '光电2302团支部';
const MOTORS = '机械2301团支部';
/** Nobody is its secretary. */
const LASERS = '激光2301团支部';
const HEADINGS = ['学号', '姓名', '团支部', '毕业年月', '团支书'];

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
  await importRoster(world, TEACHER, university.collegeId, [
    person('S020', '何未来', { branchName: LASERS }),
  ]);
  await submitEmployed(world, GRADUATE);
  waitForSecretary('林小雨');
});

const idOf = (name: string) => memberNamed(world, name)._id;
const transferOf = (name: string): Transfer => {
  const found = world.store.all('transfers').find(({ memberId }) => memberId === idOf(name));
  if (!found) throw new Error(`${name} has begun nothing`);
  return found;
};
const plant = (name: string, more: Partial<Transfer>) =>
  world.store.plant('transfers', { ...transferOf(name), ...more });
const waitForSecretary = (name: string) =>
  plant(name, { waitsFor: 'secretary', approvals: { needed: ['secretary', 'college'], given: [] } });
const branchNamed = (name: string) => {
  const found = world.store.all('branches').find((branch) => branch.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const onDesk = async () =>
  dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'approval' })).items.map(({ id }) => id);

const move = async (name: string, to: string) =>
  dataOf(
    await world.call(TEACHER, 'teacher', 'transferMember', {
      memberId: idOf(name),
      branchId: branchNamed(to)._id,
    }),
  );
const applyRoster = async (rows: string[][]) => {
  const bytes = await sheet(rows, HEADINGS);
  const { run } = dataOf(await upload(world, TEACHER, university.collegeId, bytes));
  dataOf(await world.call(TEACHER, 'teacher', 'rosterApply', { runId: run.id }));
};
const merge = async (from: string, into: string) => {
  const asked = { branchId: branchNamed(from)._id, into: branchNamed(into)._id };
  dataOf(await world.call(TEACHER, 'teacher', 'mergeBranch', asked));
};
const mergePeople = async (right: string, other: string) =>
  dataOf(
    await world.call(TEACHER, 'teacher', 'mergeMembers', { memberId: idOf(right), otherId: idOf(other) }),
  );
const endOffice = async (name: string) =>
  dataOf(await world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: idOf(name) }));
const undoLatest = async () => {
  world.world.now += 1000;
  const [latest] = dataOf(await world.call(TEACHER, 'teacher', 'corrections', {})).corrections;
  dataOf(await world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId: latest?.id ?? '' }));
};

describe('an approval that waits for a secretary, and a branch that has none', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['its graduate is moved there', () => move('林小雨', LASERS)],
    ['a roster moves them there', () => applyRoster([['S002', '林小雨', LASERS, '2027-06', '']])],
    ['a record of theirs that stands there is the right one', () => mergePeople('何未来', '林小雨')],
  ])('goes to the college when %s, since when it waits kept', async (_how, change) => {
    const { _id, waitingSince } = transferOf('林小雨');
    expect(await onDesk()).toEqual([]);
    world.world.now += 3_600_000;
    await change();
    const [moved] = world.store.all('transfers');
    expect(moved).toMatchObject({ _id, waitsFor: 'college', waitingSince, branchName: LASERS });
    expect(await onDesk()).toEqual([_id]);
  });

  it('goes to the college also when only paper is left', async () => {
    plant('林小雨', { state: 'accepted' });
    await move('林小雨', LASERS);
    expect(transferOf('林小雨').waitsFor).toBe('college');
  });

  it('goes back there with them when two records are two again', async () => {
    await importRoster(world, TEACHER, university.collegeId, [
      person('S021', '陈辰', { branchName: LASERS }),
    ]);
    const recorded = { memberId: idOf('陈辰'), version: null, wayId: 'employed', routeId: 'direct' };
    dataOf(await world.call(TEACHER, 'teacher', 'recordWay', recorded));
    await mergePeople('陈晨', '陈辰');
    plant('陈晨', { state: 'submitted' });
    waitForSecretary('陈晨');
    await undoLatest();
    expect(transferOf('陈辰')).toMatchObject({ waitsFor: 'college', branchName: LASERS });
  });

  it('is left there by a merging taken back: who came with it takes the office along', async () => {
    await endOffice('吴昊');
    await merge(OPTICS, MOTORS);
    await submitEmployed(world, OTHER_SECRETARY);
    waitForSecretary('吴昊');
    await undoLatest();
    expect(transferOf('吴昊')).toMatchObject({ waitsFor: 'college', branchName: MOTORS });
    expect(transferOf('林小雨')).toMatchObject({ waitsFor: 'secretary', branchName: OPTICS });
  });

  it('comes back with it when a merging is taken back whose secretary has lost the office since', async () => {
    await merge(OPTICS, MOTORS);
    await endOffice('周敏');
    expect(transferOf('林小雨').waitsFor).toBe('secretary');
    await undoLatest();
    expect(branchNamed(OPTICS).secretaries).toEqual([]);
    expect(transferOf('林小雨')).toMatchObject({ waitsFor: 'college', branchName: OPTICS });
  });
});

describe('an approval that waits for a secretary who moves along', () => {
  /** Enough classmates for several transactions, so that the secretary's is a late one by name. */
  const fill = async () => {
    const many = Array.from({ length: 45 }, (_, number) => person(`S1${number + 10}`, `丁${number + 10}`));
    await importRoster(world, TEACHER, university.collegeId, many);
    return many;
  };

  it('stays theirs when the whole branch is merged into one without, and so does a code', async () => {
    await fill();
    dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
    await merge(OPTICS, LASERS);
    expect(transferOf('林小雨')).toMatchObject({ waitsFor: 'secretary', branchName: LASERS });
    expect(world.store.all('resetRequests')).toMatchObject([
      { state: 'waiting', handler: { role: 'secretary', name: '周敏' }, branchName: LASERS },
    ]);
    expect(branchNamed(LASERS).secretaries).toMatchObject([{ accountId: SECRETARY }]);
  });

  it('stays theirs when a roster moves them in a later part', async () => {
    const many = await fill();
    await applyRoster([
      ['S002', '林小雨', LASERS, '2027-06', ''],
      ...many.map(({ studentNumber, name }) => [studentNumber, name, LASERS, '2027-06', '']),
      ['S001', '周敏', LASERS, '2027-06', '是'],
    ]);
    expect(branchNamed(LASERS).secretaries).toMatchObject([{ accountId: SECRETARY }]);
    expect(transferOf('林小雨')).toMatchObject({ waitsFor: 'secretary', branchName: LASERS });
  });

  it('is another’s by a later part of the roster that ends the office', async () => {
    const many = await fill();
    await applyRoster([
      ['S001', '周敏', OPTICS, '2027-06', '否'],
      ...many.map(({ studentNumber, name }) => [studentNumber, name, OPTICS, '2027-07', '']),
      ['S003', '陈晨', OPTICS, '2027-06', '是'],
    ]);
    expect(branchNamed(OPTICS).secretaries).toMatchObject([{ accountId: CLASSMATE }]);
    expect(transferOf('林小雨').waitsFor).toBe('secretary');
  });
});

it('the college decides what it was asked in the place of a secretary, also where one is now', async () => {
  await move('林小雨', LASERS);
  await move('林小雨', MOTORS);
  const { _id, version, memberId } = transferOf('林小雨');
  expect(transferOf('林小雨').waitsFor).toBe('college');
  expect(await onDesk()).toEqual([_id]);
  const decided = { memberId, version, decision: 'approve' } as const;
  expect(errorOf(await world.call(OTHER_SECRETARY, 'secretary', 'decide', decided))).toBe('FORBIDDEN');
  const approved = { transferId: _id, version, decision: 'approve', seenOnSystem: false } as const;
  expect(dataOf(await world.call(TEACHER, 'teacher', 'decide', approved)).state).toBe('approved');
  const undone = { ...approved, version: version + 1, decision: 'undo-approve' } as const;
  expect(dataOf(await world.call(TEACHER, 'teacher', 'decide', undone)).state).toBe('submitted');
  expect(transferOf('林小雨').waitsFor).toBe('college');
});

it('an approval that waits for a secretary waits for the one of the branch it is moved to', async () => {
  await move('林小雨', MOTORS);
  const { memberId, version, waitsFor } = transferOf('林小雨');
  expect(waitsFor).toBe('secretary');
  const decided = { memberId, version, decision: 'approve' } as const;
  dataOf(await world.call(OTHER_SECRETARY, 'secretary', 'decide', decided));
  expect(transferOf('林小雨').waitsFor).toBe('college');
});

it('more than a page of them go to the college with the office of one secretary', async () => {
  const model = transferOf('林小雨');
  for (let number = 0; number < 120; number += 1)
    world.store.plant('transfers', { ...model, _id: `${model._id}-${number}`, memberId: `m-${number}` });
  await endOffice('周敏');
  expect(world.store.all('transfers').filter(({ waitsFor }) => waitsFor !== 'college')).toEqual([]);
});

describe('what was left with nobody all the same', () => {
  /** As if whoever ended the office had died before handing over. */
  const strand = () => world.store.plant('branches', { ...branchNamed(OPTICS), secretaries: [] });
  const morning = async () => {
    world.world.now += 21 * 3_600_000;
    await world.tick();
  };

  it('is found in the morning', async () => {
    strand();
    await world.tick();
    expect(transferOf('林小雨').waitsFor).toBe('secretary');
    await morning();
    expect(transferOf('林小雨').waitsFor).toBe('college');
  });

  it('is looked for once a morning, and counted only where it could be handed over', async () => {
    strand();
    const rivals = jest.spyOn(world.store, 'transact').mockResolvedValue(fail('BUSY'));
    world.world.now += 21 * 3_600_000;
    expect(await world.tick()).toMatchObject({ handedOver: 0 });
    rivals.mockRestore();
    world.world.now += 60_000;
    await wakeTimer(world, world.world.now);
    expect(await world.tick()).toMatchObject({ handedOver: 0 });
    expect(transferOf('林小雨').waitsFor).toBe('secretary');
    world.world.now += 86_400_000;
    expect(await world.tick()).toMatchObject({ handedOver: 1 });
    expect(transferOf('林小雨').waitsFor).toBe('college');
  });

  it('stays where nobody can read who is the secretary, and where somebody is', async () => {
    const before = transferOf('林小雨');
    await morning();
    world.store.plant('branches', { ...branchNamed(OPTICS), secretaries: '周敏' } as never);
    world.world.now += 3 * 3_600_000;
    await morning();
    expect(transferOf('林小雨')).toEqual(before);
  });
});
