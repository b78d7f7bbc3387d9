/** The doctor and the functions as they are shipped: what Tencent Cloud would run, the emulator runs. */
import * as v from 'valibot';
import { grantedTemplates } from '../../../miniprogram/domain/reminding/notices/granted';
import { builtFunctions } from '../../../tools/browser/broker';
import { functionNames } from '../../../tools/build/functions';
import { openCloud } from '../../../tools/deploy/cloud';
import { checkAssumptions } from '../../../tools/deploy/doctor/database';
import { checkOpenApis } from '../../../tools/deploy/doctor/open-apis';
import { openSelfCheck } from '../../../tools/deploy/doctor/self-check';
import { checkTemplates } from '../../../tools/deploy/doctor/templates';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { startCloud, type Cloud } from '../../cloudfunctions/support/cloud';
import { openOperator } from '../../cloudfunctions/wechat/support/operator';
import { ENV, KEYS, TencentCloud } from './support/tencent';

let functionsDir: string;
let names: readonly string[];
let cloud: Cloud;
let tencent: TencentCloud;
beforeAll(async () => {
  functionsDir = await builtFunctions();
  names = await functionNames();
  cloud = await startCloud();
  tencent = await new TencentCloud().open();
  const operator = openOperator(cloud.adminUrl);
  tencent.functions.invoke = (name, event) => operator.ask(name, event as object);
  for (const name of names)
    tencent.functions.held.set(name, {
      runtime: 'Nodejs20.19',
      memorySize: 256,
      timeout: 10,
      logTopic: '',
      variables: FUNCTION_ENV,
      timers: new Map(),
      files: [],
      busyLooks: 0,
    });
});
afterAll(async () => {
  await tencent.close();
  await cloud.close();
});
afterEach(() => cloud.clearFaults());

const selfCheck = () => openSelfCheck(openCloud({ env: ENV, region: 'ap-shanghai', ...KEYS }).functions);

describe('the doctor, inside', () => {
  it('finds every assumption about the database true', async () => {
    const { differs } = await selfCheck().database();
    expect(checkAssumptions({ differs, latencyMs: 0 })).toEqual([]);
  });

  it('says what it means when the database has been told to differ', async () => {
    const [action, code] = ['database.insertDocument', 'DATABASE_REQUEST_FAILED'];
    await cloud.fault({ action, kind: 'code', code, message: 'key is taken', match: '-twice' });
    expect(checkAssumptions(await selfCheck().database()).join('\n')).toMatch(
      /应当：同一个 _id 写第二次会被拒绝.*实际：.*key is taken.*重复的消息认不出来/,
    );
  });

  it('finds every function permitted what it declares, and names the one that is not', async () => {
    expect(await checkOpenApis(selfCheck(), functionsDir, names)).toEqual([]);
    const refused = { kind: 'code', code: -604101, message: 'no permission' };
    await cloud.fault({ action: 'wx.openApi:subscribeMessage.send', ...refused });
    const said = await checkOpenApis(selfCheck(), functionsDir, names);
    expect(said[0]).toBe('云函数 reminder 的 subscribeMessage.send：没有权限（-604101）');
    expect(said.join('\n')).toContain('右键 reminder → “云函数增量上传：更新文件”');
  });

  it('finds the templates with the fields that our messages fill in', async () => {
    const configured = v.parse(grantedTemplates, JSON.parse(FUNCTION_ENV.TEMPLATE_IDS));
    expect(checkTemplates(await selfCheck().templates(), configured)).toEqual([]);
  });
});
