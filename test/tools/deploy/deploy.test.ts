import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deploy } from '../../../tools/deploy/deploy';
import { product } from '../../../tools/emulator/product';
import { NAMES, openCollege, type College } from './support/college';
import { StandIn } from './support/stand-in';

const INDEXES = product.collections.reduce((sum, { indexes }) => sum + indexes.length, 0);

let dir: string;
let standIn: StandIn;
let college: College;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'deploy-'));
  standIn = await new StandIn().open();
  college = openCollege(dir, standIn);
});
afterEach(async () => {
  await standIn.close();
  rmSync(dir, { recursive: true });
});

const indexesMade = (): number =>
  [...standIn.collections.values()].reduce((sum, indexes) => sum + indexes.size, 0);
const variablesOf = (name: string) => college.functions.held.get(name)?.variables ?? {};

const expectComplete = (): void => {
  expect([...standIn.collections.keys()].sort()).toEqual(product.collections.map(({ name }) => name).sort());
  expect(indexesMade()).toBe(INDEXES);
  expect([...college.functions.held.keys()]).toEqual([...NAMES]);
  expect(standIn.openapi.get('reminder')).toEqual(['subscribeMessage.send']);
  expect(standIn.triggers.get('reminder')).toHaveLength(1);
};

describe('a deployment', () => {
  it('makes an empty environment complete, with the same new secrets in every function', async () => {
    await deploy(college.deployment());
    expectComplete();
    expect(Buffer.from(variablesOf('account')['FIELD_KEY'] ?? '', 'base64')).toHaveLength(32);
    expect(variablesOf('reminder')['FIELD_KEY']).toBe(variablesOf('account')['FIELD_KEY']);
    expect(JSON.parse(variablesOf('reminder')['TEMPLATE_IDS'] ?? '')).toMatchObject({
      deadline: 'id-deadline',
    });
    expect(college.uploads.count).toBe(1);
  });

  it('repeated changes nothing but the uploaded version of the mini-program', async () => {
    await deploy(college.deployment());
    const secrets = variablesOf('account');
    const done = [...college.functions.done];
    const adds = standIn.calls['/tcb/databasecollectionadd'];
    await deploy(college.deployment());
    expect(college.functions.done).toEqual(done);
    expect(variablesOf('account')).toEqual(secrets);
    expect(standIn.calls['/tcb/databasecollectionadd']).toBe(adds);
    expect(college.lines).toContain('云函数 account：已是最新');
  });

  it('uploads only the function whose code has changed', async () => {
    await deploy(college.deployment());
    writeFileSync(path.join(college.functionsDir, 'account/index.js'), 'exports.main = () => 2;');
    college.functions.done.length = 0;
    await deploy(college.deployment());
    expect(college.functions.done).toEqual(['upload account']);
  });

  it('as a dry run says everything and touches nothing', async () => {
    await deploy(college.deployment({ dryRun: true }));
    expect(standIn.collections.size + college.functions.held.size + college.uploads.count).toBe(0);
    const said = college.lines.join('\n');
    for (const { name } of product.collections) expect(said).toContain(`将建集合 ${name}`);
    expect(said).toContain('云函数 reminder：新建，上传代码');
    expect(said).toContain('将加 subscribeMessage.send');
    expect(said).not.toMatch(/FIELD_KEY=/);
  });

  it.each([
    ['an index', () => standIn.faults.push({ api: '/tcb/updateindex', from: 7, times: 1, errcode: 40097 })],
    [
      'a collection',
      () => standIn.faults.push({ api: '/tcb/databasecollectionadd', from: 3, times: 1, errcode: 40097 }),
    ],
    ["a function's code", () => (college.functions.breaksAt = 'reminder')],
    [
      'a permission',
      () => standIn.faults.push({ api: '/tcb/uploadfuncconfig', from: 1, times: 1, errcode: 48001 }),
    ],
  ])('that breaks at %s is finished by the next run, with the same secrets', async (_what, breakIt) => {
    breakIt();
    await expect(deploy(college.deployment())).rejects.toThrow();
    const before = variablesOf('account')['FIELD_KEY'];
    await deploy(college.deployment());
    expectComplete();
    if (before) expect(variablesOf('reminder')['FIELD_KEY']).toBe(before);
  });

  it('takes an index that somebody made by hand as made', async () => {
    const first = product.collections.find(({ indexes }) => indexes.length > 1);
    standIn.collections.set(first?.name ?? '', new Set([first?.indexes[0]?.name ?? '']));
    await deploy(college.deployment());
    expectComplete();
  });

  it('keeps what the console holds: its secrets and what was added there', async () => {
    await deploy(college.deployment());
    const account = college.functions.held.get('account');
    if (!account) throw new Error('deployed above');
    const variables = { ...account.variables, FIELD_KEY: '2:new,1:old', WECOM_HOST: 'https://proxy' };
    for (const name of NAMES) college.functions.held.set(name, { ...account, name, variables });
    await deploy(college.deployment());
    expect(variablesOf('account')).toMatchObject({ FIELD_KEY: '2:new,1:old', WECOM_HOST: 'https://proxy' });
  });

  it('stops when two functions hold different keys: only the college knows the right one', async () => {
    await deploy(college.deployment());
    const account = college.functions.held.get('account');
    if (!account) throw new Error('deployed above');
    college.functions.held.set('account', {
      ...account,
      variables: { ...account.variables, FIELD_KEY: 'other' },
    });
    await expect(deploy(college.deployment())).rejects.toThrow('FIELD_KEY 不一致');
  });
});
