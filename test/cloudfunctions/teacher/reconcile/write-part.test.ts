/** What the list says is written row by row: what has moved on meanwhile stays as it is, and so does what others wrote. */
import type { FindingRow } from '../../../../cloudfunctions/teacher/reconcile/parts';
import { settleRow, undoRow, writePart } from '../../../../cloudfunctions/teacher/reconcile/write-part';
import type { Ports } from '../../../../cloudfunctions/_shared/platform/ports';
import type { ReconcilePart, Transfer } from '../../../../cloudfunctions/_shared/store/records';
import { fail } from '../../../../miniprogram/domain/errors';
import type { SettledKind } from '../../../../miniprogram/domain/people/reconcile/findings';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import { GRADUATE, memberNamed, openUniversity, submitEmployed, TEACHER } from '../../support/people';
import { putFile, sheet } from '../../support/sheets';
import { dataOf, type World } from '../../support/world';

const ACTOR = { role: 'teacher', name: '王芳', accountId: TEACHER } as const;

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  const { id: transferId, version } = await submitEmployed(world, GRADUATE);
  const approval = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', approval));
});

const transfer = (): Transfer => world.store.all('transfers')[0]!;
const rowOf = (more: Partial<FindingRow> = {}): FindingRow => ({
  memberId: transfer().memberId,
  transferId: transfer()._id,
  version: transfer().version,
  state: transfer().state,
  status: 'open',
  after: null,
  ...more,
});
const busy = (): Ports => ({
  ...world.ports,
  store: { ...world.store, transact: async () => fail('BUSY') } as Ports['store'],
});

describe('a row', () => {
  it.each<[SettledKind, TransferState, TransferState]>([
    ['arrived', 'approved', 'accepted'],
    ['left-unsaid', 'submitted', 'accepted'],
    ['still-here', 'accepted', 'approved'],
    ['refused', 'approved', 'refused'],
    ['lapsed', 'timedOut', 'lapsed'],
    ['refused', 'timedOut', 'refused'],
    ['lapsed', 'approved', 'lapsed'],
  ])('that says %s of one that is %s makes it %s, as seen in the list', async (kind, from, to) => {
    world.store.plant('transfers', { ...transfer(), state: from });
    const row = rowOf();
    const written = await settleRow(kind, ACTOR)(world.ports, row, transfer());
    const after = (row.version ?? 0) + 1;
    expect(transfer()).toMatchObject({ state: to, version: after });
    expect(transfer().timeline.at(-1)).toMatchObject({ seenOnSystem: true, by: { name: '王芳' } });
    expect(written).toEqual({ transferId: row.transferId, status: 'done', version: row.version, after });
  });

  it('of one that has moved on since says so, and writes nothing', async () => {
    const before = transfer();
    const row = rowOf({ version: before.version - 1 });
    expect(await settleRow('arrived', ACTOR)(world.ports, row, before)).toEqual({
      transferId: row.transferId,
      status: 'changed',
      version: row.version,
      after: null,
    });
    expect(transfer()).toEqual(before);
  });

  it('stays open where there were only too many at once', async () => {
    expect(await settleRow('arrived', ACTOR)(busy(), rowOf(), transfer())).toBeUndefined();
  });

  it('stays open where nobody has said which way they took, or their record cannot be read', async () => {
    const settle = settleRow('left-unsaid', ACTOR);
    expect(await settle(world.ports, rowOf({ transferId: null, version: null }), undefined)).toBeUndefined();
    expect(await settle(world.ports, rowOf(), undefined)).toBeUndefined();
    expect(await settle(world.ports, rowOf({ version: null }), transfer())).toBeUndefined();
  });

  it('is taken back only where it was written, and not once something has happened since', async () => {
    const row = rowOf();
    const undo = undoRow(ACTOR);
    expect(await undo(world.ports, row, transfer())).toBeUndefined();
    const written = await settleRow('arrived', ACTOR)(world.ports, row, transfer());
    const done = { ...row, ...written };
    expect(await undo(world.ports, { ...done, after: (done.after ?? 0) + 1 }, transfer())).toBeUndefined();
    expect(transfer().state).toBe('accepted');
    expect(await undo(world.ports, done, transfer())).toEqual({
      transferId: row.transferId,
      status: 'open',
      version: transfer().version,
      after: null,
    });
    expect(transfer().state).toBe('approved');
  });
});

describe('a part of a run', () => {
  const compared = async (): Promise<ReconcilePart> => {
    const branch = '共青团示例大学光电学院光电2302团支部';
    const fileId = await putFile(
      world,
      TEACHER,
      await sheet([['1', '周敏', branch]], ['序号', '姓名', '所在团支部']),
    );
    const { collegeId, branchId } = memberNamed(world, '周敏');
    const read = { collegeId, kind: 'members', from: { source: 'file', fileId } } as const;
    const { run } = dataOf(await world.call(TEACHER, 'teacher', 'reconcileRead', read));
    const asked = { runId: run.id, covered: [branchId] };
    dataOf(await world.call(TEACHER, 'teacher', 'reconcileCompare', asked));
    return world.store.all('reconcileParts').find(({ kind }) => kind === 'arrived')!;
  };
  const run = () => world.store.all('reconciles')[0]!;

  it('counts what was written, and when', async () => {
    const part = await compared();
    world.world.now += 60_000;
    const done = dataOf(await writePart(world.ports, part, part.findings, settleRow('arrived', ACTOR)));
    expect(done.written).toBe(1);
    expect(run()).toMatchObject({ settledAt: world.world.now });
    expect(run().figures).toContainEqual({ kind: 'arrived', figure: { open: 0, done: 1, changed: 0 } });
  });

  it('remembers when it was written last, whatever becomes of its rows later', async () => {
    const part = await compared();
    dataOf(await writePart(world.ports, part, part.findings, settleRow('arrived', ACTOR)));
    const { settledAt } = run();
    const [written] = world.store.all('reconcileParts').filter(({ _id }) => _id === part._id);
    world.world.now += 60_000;
    dataOf(
      await writePart(
        world.ports,
        part,
        written?.findings ?? [],
        async (_ports, { transferId, version }) => ({
          transferId,
          status: 'done',
          version,
          after: 9,
        }),
      ),
    );
    expect(run()).toMatchObject({ settledAt });
  });

  it('is not written again where no row was changed', async () => {
    const part = await compared();
    const before = world.store.text();
    expect(dataOf(await writePart(world.ports, part, part.findings, async () => undefined))).toEqual({
      run: undefined,
      written: 0,
    });
    expect(world.store.text()).toBe(before);
  });

  it('keeps a row as somebody else wrote it meanwhile', async () => {
    const part = await compared();
    const theirs = part.findings.map((row) => ({ ...row, status: 'done' as const, after: 9 }));
    await writePart(world.ports, part, part.findings, async (_ports, row) => {
      world.store.plant('reconcileParts', { ...part, findings: theirs });
      return { transferId: row.transferId, status: 'changed', version: row.version, after: null };
    });
    expect(world.store.all('reconcileParts').find(({ _id }) => _id === part._id)?.findings).toEqual(theirs);
  });
});
