import { RISKY_WORD } from '../../../../tools/emulator/openapi/text-check';
import { startTestEmulator, type Json, type TestEmulator } from '../start-test-emulator';

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator({ pushes: { wxa_media_check: 'hear' } });
  await emulator.client('callFunction', { name: 'who' });
});
afterAll(() => emulator.close());

const check = async (change: object, name = 'notify'): Promise<Json> => {
  const args = {
    mediaUrl: `${emulator.url}/nothing`,
    mediaType: 2,
    version: 2,
    scene: 2,
    openid: 'oPerson',
    ...change,
  };
  const data = { api: 'security.mediaCheckAsync', args };
  return (await emulator.client('callFunction', { name, data })).result as Json;
};

interface Heard {
  readonly SOURCE: string;
  readonly OPENID?: string;
  readonly event: Json;
}
const heard = (): Heard[] =>
  emulator.lines.flatMap((line) => {
    const text = /heard (\{.*\})/.exec(line)?.[1];
    return text === undefined ? [] : [JSON.parse(text) as Heard];
  });
/** The push about one question, as soon as it comes. */
const pushAbout = async (traceId: unknown): Promise<Heard> => {
  for (;;) {
    const found = heard().find(({ event }) => event.trace_id === traceId);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const upload = async (content: string): Promise<string> => {
  const path = `/client/uploadFile?cloudPath=${content.length}.png`;
  const { fileID } = await emulator.post(path, JSON.stringify(content), { 'x-openid': 'oPerson' });
  const { fileList } = await emulator.client('getTempFileURL', { fileList: [fileID] });
  return (fileList as { tempFileURL: string }[])[0]?.tempFileURL ?? '';
};

describe('security.mediaCheckAsync', () => {
  it.each([
    ['an ordinary picture', 'pass', '一张截图'],
    ['a picture with the test word in it', 'risky', `一张${RISKY_WORD}截图`],
  ])('takes %s at once and pushes “%s” later', async (_name, suggest, content) => {
    const { errCode, traceId } = await check({ mediaUrl: await upload(content) });
    expect({ errCode, traceId }).toEqual({ errCode: 0, traceId: expect.any(String) as string });
    expect(heard().some(({ event }) => event.trace_id === traceId)).toBe(false);
    const push = await pushAbout(traceId);
    expect(push).toMatchObject({
      SOURCE: 'wx_unknown',
      event: { MsgType: 'event', Event: 'wxa_media_check', errcode: 0, result: { suggest } },
    });
    expect(push).not.toHaveProperty('OPENID');
  });

  it('pushes that it could not fetch a picture, without a verdict', async () => {
    const { traceId } = await check({});
    const { event } = await pushAbout(traceId);
    expect(event).toMatchObject({ errcode: -1008 });
    expect(event).not.toHaveProperty('result');
  });

  it.each([
    ['a person never seen', { openid: 'oNobody' }, 40003],
    ['no address', { mediaUrl: '' }, 47001],
    ['an address that is none', { mediaUrl: 'cloud://picture' }, 47001],
    ['a kind of medium it does not know', { mediaType: 3 }, 47001],
    ['version 1', { version: 1 }, 47001],
    ['an unknown scene', { scene: 0 }, 40129],
  ])('refuses %s', async (_name, change, errCode) => {
    expect(await check(change)).toMatchObject({ errCode });
  });

  it('refuses a function without the permission', async () => {
    expect(await check({}, 'mute')).toMatchObject({ errCode: -604101 });
  });

  it('refuses a person who has not been here for two hours', async () => {
    await emulator.client('callFunction', { name: 'who' }, 'oAway');
    await emulator.post('/control/clock', { advanceMs: 3 * 60 * 60 * 1000 });
    expect(await check({ openid: 'oAway' })).toMatchObject({ errCode: 61010 });
  });
});

describe('an event that WeChat pushes', () => {
  it('reaches the function the console names for it, with whom it is about', async () => {
    const event = { Event: 'wxa_media_check', trace_id: 'pushed' };
    const reply = await emulator.post('/control/push', { event, openid: 'oPerson' });
    expect(reply).toEqual({ result: 'success' });
    expect(await pushAbout('pushed')).toMatchObject({
      OPENID: 'oPerson',
      event: { FromUserName: 'oPerson', MsgType: 'event' },
    });
  });

  it('goes nowhere when the console names no function', async () => {
    expect(await emulator.post('/control/push', { event: { Event: 'other' } })).toEqual({});
  });
});
