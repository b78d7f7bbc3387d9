import './support/own-folder';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionNames } from '../../../tools/build/functions';
import { deploy } from '../../../tools/deploy/deploy';
import { inOrder } from '../../../tools/deploy/functions/order';
import { NAMES, openCollege, type College } from './support/college';
import { shortenWaits } from './support/short-waits';
import { TencentCloud, type Fault } from './support/tencent';

let dir: string;
let tencent: TencentCloud;
let college: College;

beforeEach(async () => {
  shortenWaits();
  jest.spyOn(console, 'log').mockReturnValue();
  dir = mkdtempSync(path.join(tmpdir(), 'functions-'));
  tencent = await new TencentCloud().open();
  college = openCollege(dir);
  await deploy(college.deployment());
});
afterEach(async () => {
  await tencent.close();
  rmSync(dir, { recursive: true });
  jest.restoreAllMocks();
});

const held = (name: string) => {
  const found = tencent.functions.held.get(name);
  if (!found) throw new Error(`${name} is not there`);
  return found;
};
const add = (name: string, variables: Readonly<Record<string, string>>): void => {
  held(name).variables = { ...held(name).variables, ...variables };
};

it('gives every function of the product a place in the order', async () => {
  const names = await functionNames();
  expect(inOrder(names)).toHaveLength(names.length);
});

describe('the variables of a function', () => {
  it('stay as the console holds them: its secrets and what was added there', async () => {
    for (const name of NAMES) add(name, { FIELD_KEY: '2:new,1:old', WECOM_HOST: 'https://proxy' });
    held('account').memorySize = 128;
    await deploy(college.deployment());
    expect(held('account').memorySize).toBe(256);
    expect(held('account').variables).toMatchObject({
      FIELD_KEY: '2:new,1:old',
      WECOM_HOST: 'https://proxy',
    });
  });

  it('stop a deployment when two functions hold different keys: only the college knows the right one', async () => {
    add('account', { FIELD_KEY: 'other' });
    await expect(deploy(college.deployment())).rejects.toThrow('FIELD_KEY 不一致');
  });

  it('are made once and shown once; what nobody has to write down is not shown', async () => {
    const shown = () => college.lines.filter((line) => line.includes('FIELD_KEY='));
    expect(shown()).toHaveLength(1);
    expect(college.lines.join('\n')).not.toContain('OPERATOR_KEY=');
    await deploy(college.deployment());
    expect(shown()).toHaveLength(1);
  });
});

describe('a function on an old runtime', () => {
  const grow = (): Readonly<Record<string, string>> => {
    for (const name of NAMES) {
      held(name).runtime = 'Nodejs16.13';
      add(name, { FIELD_KEY: '1:the-only-one', [`OWN_${name}`]: 'set in the console' });
    }
    tencent.functions.done.length = 0;
    return { ...held('reminder').variables };
  };

  const expectRenewed = (before: Readonly<Record<string, string>>): void => {
    expect([...tencent.functions.held.keys()].sort()).toEqual([...NAMES].sort());
    expect(held('reminder')).toMatchObject({ runtime: 'Nodejs20.19', variables: before });
    expect([...held('reminder').timers.keys()]).toEqual(['sweep']);
  };

  it('is made anew with every variable it had, and its timer', async () => {
    const before = grow();
    await deploy(college.deployment());
    expectRenewed(before);
    expect(college.lines.join('\n')).toContain('运行环境 Nodejs16.13 → Nodejs20.19');
  });

  it('is not deleted before another function holds its variables', async () => {
    grow();
    await deploy(college.deployment());
    const { done } = tencent.functions;
    expect(done.indexOf('create reminder-kept')).toBeLessThan(done.indexOf('delete reminder'));
    expect(done.lastIndexOf('delete reminder-kept')).toBeGreaterThan(done.lastIndexOf('configure reminder'));
  });

  it.each<[string, Fault]>([
    ['making the keeper', { action: 'CreateFunction', from: 4, times: 1 }],
    ['making the keeper, its answer lost', { action: 'CreateFunction', from: 4, times: 1, half: true }],
    ['deleting the old one', { action: 'DeleteFunction', from: 1, times: 1 }],
    ['deleting the old one, its answer lost', { action: 'DeleteFunction', from: 1, times: 1, half: true }],
    ['making the new one', { action: 'CreateFunction', from: 5, times: 1 }],
    ['making the new one, its answer lost', { action: 'CreateFunction', from: 5, times: 1, half: true }],
    ['the timer', { action: 'BatchCreateTrigger', from: 2, times: 1, code: 'FailedOperation' }],
    ['the last settings', { action: 'UpdateFunctionConfiguration', from: 4, times: 1 }],
    ['deleting the keeper', { action: 'DeleteFunction', from: 2, times: 1 }],
  ])('loses nothing when the run breaks at %s', async (_where, fault) => {
    const before = grow();
    tencent.faults.push(fault);
    await expect(deploy(college.deployment())).rejects.toThrow();
    await deploy(college.deployment());
    expectRenewed(before);
  });
});
