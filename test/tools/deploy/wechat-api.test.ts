import * as v from 'valibot';
import { openWechatApi, type WechatApi } from '../../../tools/deploy/wechat-api';
import { APPID, ENV, SECRET, StandIn } from './support/stand-in';

const GET = '/tcb/databasecollectionget';
const TOKEN = '/cgi-bin/stable_token';

let standIn: StandIn;
let api: WechatApi;
const pauses: number[] = [];
beforeEach(async () => {
  standIn = await new StandIn().open();
  pauses.length = 0;
  const pause = (ms: number) => Promise.resolve(void pauses.push(ms));
  api = openWechatApi({ host: standIn.url, appid: APPID, secret: SECRET, pause });
});
afterEach(() => standIn.close());
const ask = () => api.call(GET, { env: ENV, limit: 1, offset: 0 }, v.looseObject({}));

describe("WeChat's HTTP API", () => {
  it('is asked for one token, which serves until it has expired', async () => {
    await ask();
    await ask();
    expect(standIn.calls[TOKEN]).toBe(1);
    standIn.expireToken();
    await ask();
    expect(standIn.calls[TOKEN]).toBe(2);
  });

  it.each([40001, 40014, 42001])('gets a new token after %d, without a pause', async (errcode) => {
    await ask();
    standIn.faults.push({ api: GET, from: 2, times: 1, errcode });
    await ask();
    expect([standIn.calls[TOKEN], pauses]).toEqual([2, []]);
  });

  it.each([
    ['busy', { errcode: -1 }],
    ['over its frequency', { errcode: 45011 }],
    ['down', { errcode: 0, httpStatus: 502 }],
  ])('is asked again, ever more slowly, while it is %s', async (_what, fault) => {
    standIn.faults.push({ api: GET, from: 1, times: 3, ...fault });
    await ask();
    expect(pauses).toEqual([500, 1000, 2000]);
  });

  it('is given up when it stays busy', async () => {
    standIn.faults.push({ api: GET, from: 1, times: 100, errcode: -1 });
    await expect(ask()).rejects.toThrow('微信系统繁忙，过一会儿再运行一次');
    expect(standIn.calls[GET]).toBe(5);
  });

  it.each([
    [{ appid: 'wxffffffffffffffff', secret: SECRET }, 'AppID 不对'],
    [{ appid: APPID, secret: 'old' }, 'AppSecret 不对'],
  ])('refuses what is wrong at once, in words: %j', async (account, words) => {
    api = openWechatApi({ host: standIn.url, ...account });
    await expect(ask()).rejects.toThrow(words);
    expect(standIn.calls[TOKEN]).toBe(1);
  });

  it('never puts the secret into an error', async () => {
    api = openWechatApi({
      host: 'http://127.0.0.1:9',
      appid: APPID,
      secret: SECRET,
      pause: () => Promise.resolve(),
    });
    await expect(ask()).rejects.not.toThrow(SECRET);
  });
});
