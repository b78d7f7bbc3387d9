/** Maintenance through the real @cloudbase/node-sdk against the emulator, on data the product itself made. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUp } from '../../../tools/admin/backup';
import { check } from '../../../tools/admin/check';
import type { Environment } from '../../../tools/admin/connect';
import { putDocuments, type Document } from '../../../tools/admin/documents';
import type { Manifest } from '../../../tools/admin/folder';
import { exportCollection, importCollection } from '../../../tools/admin/lines';
import { migrate } from '../../../tools/admin/migrate';
import { restore } from '../../../tools/admin/restore';
import { dataOf, startCloud, type Cloud } from '../../cloudfunctions/support/cloud';
import { OLD_AUDIT, OLD_TRANSFER } from '../../cloudfunctions/support/old-records';
import { foundCollege, GRADUATE, openEnvironment, START } from './college';

const say = (): void => undefined;

let cloud: Cloud;
let environment: Environment;
let dir = '';
let taken: Manifest;
const folder = (name: string): string => path.join(dir, name);
const backUpTo = (name: string) => backUp(environment, { dir: folder(name), takenAt: START, say });
const problems = async () => (await check(environment, { now: START, say })).map(({ problem }) => problem);

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'admin-'));
  cloud = await startCloud();
  await foundCollege(cloud);
  environment = openEnvironment(cloud);
  taken = await backUpTo('first');
}, 120_000);
afterAll(async () => {
  await cloud.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Every test that changes it begins with the college as it was. */
const begin = async (): Promise<void> =>
  void (await restore(environment, { dir: folder('first'), replace: true, say }));

const stored = async (collection: 'transfers' | 'members' | 'tallies' | 'locks'): Promise<Document[]> =>
  (await environment.db.collection(collection).limit(1000).get()).data as Document[];
it('keeps what is sealed sealed, and says how much of everything there is', () => {
  expect(taken.collections['members']?.count).toBe(30);
  expect(taken.files).toHaveLength(1);
  expect(taken.missing).toEqual([]);
  const text =
    readFileSync(folder('first/transfers.jsonl'), 'utf8') +
    readFileSync(folder('first/resetRequests.jsonl'), 'utf8');
  expect(text).toContain('v2.1.');
  expect(text).not.toMatch(/13800138000|林建国|836214/);
});

it('brings everything back after a loss: records, files, and people go on', async () => {
  await cloud.wipe();
  await cloud.jumpTo(START);
  expect(await stored('members')).toEqual([]);
  await restore(environment, { dir: folder('first'), replace: false, say });
  const again = await backUpTo('again');
  expect(again.collections).toEqual(taken.collections);
  expect(again.files).toEqual(taken.files);
  expect(await problems()).toEqual([]);
  const { transfer } = dataOf(await cloud.call(GRADUATE, 'graduate', 'home', {}));
  expect(transfer).toMatchObject({
    state: 'submitted',
    screenshots: [{ fileId: expect.stringContaining('cloud://') }],
  });
}, 60_000);

it('brings records of an earlier release forward', async () => {
  await begin();
  const [member] = (await stored('members')).filter(({ accountId }) => accountId === null);
  const { startedIn: _none, ...old } = member ?? { _id: 'm-none' };
  const hash = String(old._id).slice(2);
  const _id = `t-2027-${hash}`;
  const { branchId, collegeId } = (member ?? {}) as Partial<Document>;
  const transfer = { ...OLD_TRANSFER, _id, memberId: old._id, accountId: null, branchId, collegeId };
  const mark = { _id: String(old._id), recordVersion: 1, lastNudgedAt: null, overAgeRecordedAt: START };
  await putDocuments(environment.db, 'members', [old as Document]);
  await putDocuments(environment.db, 'marks', [mark]);
  await putDocuments(environment.db, 'transfers', [transfer]);
  await putDocuments(environment.db, 'audits', [OLD_AUDIT]);
  expect(await problems()).toEqual(expect.arrayContaining(['old', 'wrong-season']));
  // Four records, and the counter that knew nothing of the transfer.
  const { changed, left } = await migrate(environment, say);
  expect(Object.fromEntries(changed)).toEqual({ members: 1, marks: 1, transfers: 1, audits: 1, tallies: 1 });
  expect(left).toEqual([]);
  expect((await migrate(environment, say)).changed.size).toBe(0);
  expect(await problems()).toEqual([]);
  const forward = { startedIn: '2027', overAgeRecordedAt: START };
  expect((await stored('members')).find((one) => one._id === old._id)).toMatchObject(forward);
  expect((await stored('transfers')).find((one) => one._id === _id)).toMatchObject({
    recordVersion: 4,
    queueKey: `0:${OLD_TRANSFER.deadlineAt}:${_id}`,
  });
});

it('looks people up by their new names once it has run', async () => {
  await begin();
  const [member] = await stored('members');
  await putDocuments(environment.db, 'members', [
    { ...member, _id: String(member?._id), name: '改\u200b了名' },
  ]);
  expect(Object.fromEntries((await migrate(environment, say)).changed)).toEqual({ members: 1 });
  const after = (await stored('members')).find(({ _id }) => _id === member?._id);
  expect(after).toMatchObject({ nameKey: '改了名' });
  expect(await problems()).toEqual([]);
});

it('takes lines back only when every one of them is sound', async () => {
  await begin();
  const file = folder('members.jsonl');
  await exportCollection(environment, { name: 'members', file, say });
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, lines.join('\n').replace('"团员7"', '"310110200403121234"'));
  const take = (dryRun = false) =>
    importCollection(environment, { name: 'members', file, dryRun, now: START, say });
  await expect(take()).rejects.toThrow('身份证');
  writeFileSync(file, lines.join('\n').replace('"团员7"', '7'));
  await expect(take()).rejects.toThrow('格式');
  writeFileSync(file, lines.join('\n').replace('"团员7"', '"团员七"'));
  expect(await take(true)).toBe(30);
  expect((await stored('members')).map(({ name }) => name)).not.toContain('团员七');
  expect(await take()).toBe(30);
  expect((await stored('members')).map(({ name }) => name)).toContain('团员七');
});
