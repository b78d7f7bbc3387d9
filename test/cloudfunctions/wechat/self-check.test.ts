/** The self-check on the emulator, with the functions as they are shipped. */
import { TEMPLATE_KEYS } from '../../../miniprogram/domain/reminding/kinds';
import { FUNCTION_ENV } from '../../../tools/emulator/product';
import { atChinaTime, chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import { reportEnvironment } from '../../../cloudfunctions/wechat/environment';
import { startCloud, type Cloud } from '../support/cloud';
import { openOperator, type Operator } from './support/operator';

const operatorKey = FUNCTION_ENV.OPERATOR_KEY;
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } };

const MINUTE = 60_000;

let cloud: Cloud;
let operator: Operator;
beforeAll(async () => {
  cloud = await startCloud();
  operator = openOperator(cloud.adminUrl);
});
afterAll(() => cloud.close());
afterEach(() => cloud.clearFaults());

const check = (name: string, what: string, more: object = {}) =>
  operator.ask(name, { operatorKey, check: what, ...more });

describe('the operator', () => {
  it.each(['wechat', 'reminder', 'teacher'])('is not believed from a phone, by %s', async (name) => {
    const event = { operatorKey, check: 'permissions', apis: [] };
    expect(await cloud.invoke('oSomebody', name, event)).toEqual(FORBIDDEN);
  });

  it.each([
    { operatorKey: 'another', check: 'environment' },
    { operatorKey: '', check: 'environment' },
    { check: 'environment' },
    {},
  ])('is not believed without the key: %j', async (event) => {
    expect(await operator.ask('wechat', event)).toEqual(FORBIDDEN);
  });
});

describe('the self-check of the environment', () => {
  it('finds every assumption about the database true, and leaves nothing behind', async () => {
    const report = await check('wechat', 'database');
    expect(report).toEqual({ ok: true, data: { differs: {}, latencyMs: expect.any(Number) as number } });
  });

  it('says what the platform does instead, when it differs', async () => {
    const [action, code] = ['database.insertDocument', 'DATABASE_REQUEST_FAILED'];
    await cloud.fault({ action, kind: 'code', code, message: 'key is taken', match: '-twice' });
    const report = await check('wechat', 'database');
    expect(report).toMatchObject({
      ok: true,
      data: { differs: { duplicateId: expect.stringContaining('key is taken') as string } },
    });
  });

  it('reports its variables, its clock and the backlog of the timer', async () => {
    const now = await cloud.now();
    expect(await check('wechat', 'environment')).toEqual({
      ok: true,
      data: {
        problems: [],
        fault: null,
        now: expect.any(Number) as number,
        node: process.version,
        backlogMs: 0,
        pictureMs: 0,
        timerLateMs: null,
      },
    });
    expect(now).toBeGreaterThan(0);
  });

  it('says how late the timer is by what the timer wrote down, and counts no night', async () => {
    await cloud.tick();
    const report = async () => (await check('wechat', 'environment')) as { data: { timerLateMs: number } };
    expect((await report()).data.timerLateMs).toBe(0);
    const now = await cloud.now();
    const wake = { _id: 'wake', recordVersion: 1, version: 9, loweredAt: 0 };
    const noon = atChinaTime(chinaDay(now), 12, 0);
    for (const [dueAt, at, late] of [
      [noon, noon + 25 * MINUTE, 25],
      [atChinaTime(chinaDay(noon), 23, 30), atChinaTime(chinaDay(noon) + 1, 7, 20), 20],
      [noon, atChinaTime(chinaDay(noon) + 1, 3, 0), 660],
    ] as const) {
      const { timerLateMs } = await reportEnvironment({
        ports: () =>
          ({
            store: { get: async () => ({ ...wake, dueAt, clockAt: dueAt }), find: async () => [] },
          }) as never,
        variableProblems: () => [],
        now: () => at,
        node: '',
      });
      expect(timerLateMs).toBe(late * MINUTE);
    }
  });

  it('lists the templates with their fields', async () => {
    const { data } = (await check('wechat', 'templates')) as {
      data: { granted: { title: string; content: string }[] };
    };
    expect(data.granted).toHaveLength(TEMPLATE_KEYS.length);
    expect(data.granted[0]?.content).toContain('{{thing1.DATA}}');
  });

  it('lets every function say itself what it may ask of WeChat', async () => {
    const apis = ['subscribeMessage.send', 'security.msgSecCheck'];
    const nobody = 40003;
    const notPermitted = -604101;
    expect(await check('reminder', 'permissions', { apis })).toEqual({
      ok: true,
      data: { 'subscribeMessage.send': nobody, 'security.msgSecCheck': notPermitted },
    });
    expect(await check('graduate', 'permissions', { apis })).toEqual({
      ok: true,
      data: { 'subscribeMessage.send': notPermitted, 'security.msgSecCheck': nobody },
    });
  });
});
