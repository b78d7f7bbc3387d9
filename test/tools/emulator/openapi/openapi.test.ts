import { create } from 'qrcode';
import { RISKY_WORD } from '../../../../tools/emulator/openapi/text-check';
import { startTestEmulator, TEMPLATE, type Json, type TestEmulator } from '../start-test-emulator';

interface Picture {
  readonly width: number;
  readonly data: Buffer;
}
/** The decoder that comes with `qrcode`; it ships no types. */
const { PNG } = jest.requireActual<{ PNG: { sync: { read(bytes: Buffer): Picture } } }>('pngjs');

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator({ quotas: { messagesPerDay: 3 } });
  await emulator.client('callFunction', { name: 'who' });
});
afterAll(() => emulator.close());

/** Calls an open API from a function with, or without, the permission. */
async function call(api: string, args: object, functionName = 'notify'): Promise<Json> {
  const reply = await emulator.client('callFunction', { name: functionName, data: { api, args } });
  return reply.result as Json;
}
const consent = (openid = 'oPerson') =>
  emulator.client('subscribe', { answers: { [TEMPLATE.templateId]: 'accept' } }, openid);

const MESSAGE = {
  touser: 'oPerson',
  templateId: TEMPLATE.templateId,
  page: 'pages/track/track?id=1',
  miniprogramState: 'formal',
  data: { thing1: { value: '接收组织还没有审核' }, date2: { value: '2026年7月16日' } },
};
const send = (change: object, functionName?: string) =>
  call('subscribeMessage.send', { ...MESSAGE, ...change }, functionName);
const withFields = (fields: object) => ({ data: { ...MESSAGE.data, ...fields } });
const sentTo = async (openid: string) => (await emulator.get(`/control/messages?openid=${openid}`)).messages;

describe('subscribeMessage.send', () => {
  const refused: [string, object, number, RegExp][] = [
    ['a person never seen', { touser: 'oNobody' }, 40003, /openid/],
    ['an unknown template', { templateId: 'tmpl-other' }, 40037, /template/],
    ['a page that does not exist', { page: 'pages/lost/lost' }, 41030, /page/],
    ['a page with a leading slash', { page: '/pages/track/track' }, 41030, /page/],
    ['a missing field', { data: { thing1: MESSAGE.data.thing1 } }, 47003, /date2/],
    ['an empty field', withFields({ thing1: { value: '' } }), 47003, /data\.thing1\.value is empty/],
    ['an over-long field', withFields({ thing1: { value: '字'.repeat(21) } }), 47003, /thing1/],
    ['an ill-typed field', withFields({ date2: { value: '明天' } }), 47003, /date2/],
    ['a field without a value', withFields({ date2: '2026年7月16日' }), 47003, /date2/],
    ['a field the template has not', withFields({ thing9: { value: '多' } }), 47003, /thing9/],
    ['a person without consent left', {}, 43101, /refuse/],
  ];
  it.each(refused)('refuses %s', async (_name, change, errCode, errMsg) => {
    expect(await send(change)).toEqual({ errCode, errMsg: expect.stringMatching(errMsg) });
  });

  it('checks the fields before the consent and spends none on a refusal', async () => {
    await consent();
    expect(await send(withFields({ thing1: { value: '' } }))).toMatchObject({ errCode: 47003 });
    expect(await send({})).toMatchObject({ errCode: 0, msgid: expect.anything() });
    expect(await send({})).toMatchObject({ errCode: 43101 });
  });

  it('keeps what was sent, with the fields’ labels', async () => {
    expect(await sentTo('oPerson')).toEqual([
      {
        id: expect.any(String),
        openid: 'oPerson',
        templateId: TEMPLATE.templateId,
        title: '截止提醒',
        page: MESSAGE.page,
        fields: [
          { key: 'thing1', label: '事项', value: '接收组织还没有审核' },
          { key: 'date2', label: '截止日期', value: '2026年7月16日' },
        ],
        sentAt: expect.any(Number),
      },
    ]);
  });

  it('sends once per consent, however many calls come at the same time', async () => {
    await emulator.client('callFunction', { name: 'who' }, 'oBusy');
    await consent('oBusy');
    await consent('oBusy');
    const replies = await Promise.all(Array.from({ length: 8 }, () => send({ touser: 'oBusy' })));
    const codes = replies.map((reply) => reply.errCode).sort();
    // Two consents, and two of the day's three messages left.
    expect(codes).toEqual([0, 0, 43101, 43101, 43101, 43101, 43101, 43101]);
    expect(await sentTo('oBusy')).toHaveLength(2);
  });

  it('refuses what exceeds the day’s quota, and takes it the next China day', async () => {
    await consent();
    expect(await send({})).toMatchObject({ errCode: 45009 });
    await emulator.post('/control/clock', { advanceMs: 24 * 60 * 60 * 1000 });
    expect(await send({})).toMatchObject({ errCode: 0 });
    await emulator.post('/control/clock', { advanceMs: -24 * 60 * 60 * 1000 });
  });

  it('does not count a rejected request for consent', async () => {
    await emulator.client('subscribe', { answers: { [TEMPLATE.templateId]: 'reject' } }, 'oShy');
    expect(await send({ touser: 'oShy' })).toMatchObject({ errCode: 43101 });
  });
});

describe('permissions', () => {
  it.each(['subscribeMessage.send', 'wxacode.getUnlimited', 'security.msgSecCheck'])(
    'a function without %s in config.json is refused',
    async (api) => {
      expect(await call(api, MESSAGE, 'mute')).toMatchObject({ errCode: -604101 });
    },
  );

  it('an API that does not exist is not found', async () => {
    expect(await call('subscribeMessage.recall', {})).toMatchObject({ errCode: -604100 });
  });
});

describe('wxacode.getUnlimited', () => {
  const code = (args: object) => call('wxacode.getUnlimited', args);

  it('makes a PNG whose modules are exactly those of the code', async () => {
    const reply = await code({ scene: 'b=class-4&c=X1', page: 'pages/home/home', width: 300 });
    expect(reply.contentType).toBe('image/png');
    const png = PNG.sync.read(Buffer.from(reply.base64 as string, 'base64'));
    expect(readModules(png)).toEqual(expectedModules('wxacode:pages/home/home?scene=b=class-4&c=X1'));
  });

  it.each([
    ['a page that does not exist', { scene: 'a', page: 'pages/lost/lost' }, 41030],
    ['a leading slash', { scene: 'a', page: '/pages/home/home' }, 41030],
    ['an empty scene', { scene: '' }, 40169],
    ['a scene above 32 characters', { scene: 'x'.repeat(33) }, 40169],
    ['a scene with Chinese in it', { scene: '支部' }, 40169],
    ['a scene that is no text', { scene: 1 }, 47001],
  ])('refuses %s', async (_name, args, errCode) => {
    expect(await code(args)).toMatchObject({ errCode });
  });

  it('takes an unpublished page when the check is off', async () => {
    const reply = await code({ scene: 'a', page: 'pages/lost/lost', checkPath: false });
    expect(reply.contentType).toBe('image/png');
  });
});

describe('wxacode.get', () => {
  const code = (args: object) => call('wxacode.get', args);

  it('makes a code of a path with its query', async () => {
    const reply = await code({ path: 'pages/home/home?from=poster' });
    const png = PNG.sync.read(Buffer.from(reply.base64 as string, 'base64'));
    expect(readModules(png)).toEqual(expectedModules('wxacode:pages/home/home?from=poster'));
  });

  it.each([
    ['a page that does not exist', { path: 'pages/lost/lost?a=1' }, 41030],
    ['a leading slash', { path: '/pages/home/home' }, 41030],
    ['an empty path', { path: '' }, 40159],
    ['a path above 1024 bytes', { path: `pages/home/home?a=${'x'.repeat(1024)}` }, 40159],
    ['no path', {}, 47001],
  ])('refuses %s', async (_name, args, errCode) => {
    expect(await code(args)).toMatchObject({ errCode });
  });
});

describe('security.msgSecCheck', () => {
  const check = (change: object) =>
    call('security.msgSecCheck', {
      content: '我的团支部',
      version: 2,
      scene: 2,
      openid: 'oPerson',
      ...change,
    });

  it.each([
    ['我的团支部', 'pass'],
    [`一段${RISKY_WORD}文字`, 'risky'],
  ])('judges %s as %s', async (content, suggest) => {
    expect(await check({ content })).toMatchObject({ errCode: 0, result: { suggest } });
  });

  it.each([
    ['a person never seen', { openid: 'oNobody' }, 40003],
    ['no person', { openid: undefined }, 40003],
    ['a text above 2500 characters', { content: '字'.repeat(2501) }, 47001],
    ['an empty text', { content: '' }, 47001],
    ['version 1', { version: 1 }, 47001],
    ['an unknown scene', { scene: 5 }, 40129],
  ])('refuses %s', async (_name, change, errCode) => {
    expect(await check(change)).toMatchObject({ errCode });
  });

  it('refuses a person who has not been here for two hours', async () => {
    await emulator.client('callFunction', { name: 'who' }, 'oAway');
    await emulator.post('/control/clock', { advanceMs: 3 * 60 * 60 * 1000 });
    expect(await check({ openid: 'oAway' })).toMatchObject({ errCode: 61010 });
  });
});

function expectedModules(text: string): boolean[][] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (__, column) => Boolean(modules.get(row, column))),
  );
}

/** Reads a picture of a code back into its modules: the quiet zone ends at the first dark pixel. */
function readModules({ width, data }: Picture): boolean[][] {
  const isDark = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 128;
  let start = 0;
  while (!isDark(start, start)) start += 1;
  let finder = start;
  while (isDark(finder, start)) finder += 1;
  // The edge of a finder pattern is seven modules long.
  const module_ = (finder - start) / 7;
  const size = Math.round((width - 2 * start) / module_);
  const at = (index: number) => Math.floor(start + (index + 0.5) * module_);
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => isDark(at(column), at(row))),
  );
}
