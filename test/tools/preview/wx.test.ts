import type { Page } from 'playwright-core';
import { serveFixture, takeSeen, type Replies, type TestPhone } from './open-phone';

const TEMPLATES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'].map((templateId) => ({
  templateId,
  title: `题${templateId}`,
  fields: [],
}));

const replies: Replies = {
  '/control/templates': () => ({ body: { templates: TEMPLATES } }),
  '/client/subscribe': () => ({ body: {} }),
  '/client/callFunction': ({ body }) => {
    const { name, data } = JSON.parse(body.toString()) as { name: string; data: { code?: number } };
    if (data.code)
      return { body: { errCode: data.code, errMsg: 'FunctionName parameter could not be found' } };
    return { body: { result: { echo: data, name }, requestID: 'r-1' } };
  },
  '/client/uploadFile': ({ path }) => {
    const cloudPath = new URL(path, 'http://x').searchParams.get('cloudPath') ?? '';
    return cloudPath === 'slow' ? 'hang' : { body: { fileID: `cloud://e.1/${cloudPath}`, statusCode: 204 } };
  },
  '/client/getTempFileURL': ({ body }) => {
    const { fileList } = JSON.parse(body.toString()) as { fileList: string[] };
    const missing = (fileID: string) => fileID.endsWith('missing');
    return {
      body: {
        fileList: fileList.map((fileID) => ({
          fileID,
          tempFileURL: missing(fileID) ? '' : '/file/a.txt',
          status: missing(fileID) ? 1 : 0,
          errMsg: missing(fileID) ? 'STORAGE_FILE_NONEXIST' : 'ok',
          maxAge: 7200,
        })),
      },
    };
  },
  '/client/deleteFile': () => ({
    body: { fileList: [{ fileID: 'cloud://e.1/a', status: 0, errMsg: 'ok' }] },
  }),
  '/file/a.txt': () => ({ body: '内容', type: 'text/plain; charset=utf-8' }),
};

let served: Awaited<ReturnType<typeof serveFixture>>;
let phone: TestPhone;
let page: Page;

beforeAll(async () => {
  served = await serveFixture('builtins', replies);
});
afterAll(() => served.close());
beforeEach(async () => {
  phone = await served.open('pages/apis/apis');
  page = phone.page;
  phone.asked.length = 0;
});
afterEach(() => phone.close());

/** Runs an expression with `wx` in reach; a rejection comes back as `{ failed }`. */
const run = (code: string): Promise<unknown> =>
  page.evaluate(
    (source) =>
      Promise.resolve((0, eval)(`(async () => (${source}))()`)).catch((error: unknown) => ({
        failed: error instanceof Error ? { ...error, message: error.message } : error,
      })),
    code,
  );

/** Runs it inside the tap of a button, where WeChat allows more. */
async function tap(code: string): Promise<unknown> {
  await page.evaluate((source) => {
    Object.assign(globalThis, { onTap: () => (0, eval)(source) as unknown });
  }, code);
  await page.locator('#run').click();
  const done = await page.waitForFunction(() => (globalThis as { tapped?: unknown }).tapped);
  return done.jsonValue();
}

const agree = () => page.evaluate(() => localStorage.setItem('graduate:o-1:privacy-agreed', '1'));

describe('the calling convention', () => {
  it('answers a promise without callbacks and nothing with them', async () => {
    expect(await run('wx.getNetworkType()')).toMatchObject({
      errMsg: 'getNetworkType:ok',
      networkType: 'wifi',
    });
    const called = `new Promise((done) => {
      const calls = [];
      const nothing = wx.getStorage({ key: 'none',
        fail: (e) => calls.push('fail ' + e.errMsg),
        complete: (e) => { calls.push('complete ' + e.errMsg); done([nothing, ...calls]); } });
    })`;
    expect(await run(called)).toEqual([
      undefined,
      'fail getStorage:fail data not found',
      'complete getStorage:fail data not found',
    ]);
  });

  it('names an API that is missing', async () => {
    expect(await run('wx.startBluetooth()')).toEqual({
      failed: { message: 'wx.startBluetooth is not in the preview' },
    });
    expect(
      await run(
        "[wx.canIUse('startBluetooth'), wx.canIUse('chooseMedia'), wx.canIUse('button.open-type.share')]",
      ),
    ).toEqual([false, true, true]);
  });
});

describe('feedback', () => {
  it('shows a toast and takes it away', async () => {
    await run("wx.showToast({ title: '已保存', duration: 300 })");
    expect(await page.getByRole('status').innerText()).toContain('已保存');
    await page.getByRole('status').waitFor({ state: 'detached' });
  });

  it('keeps loading until it is hidden', async () => {
    await run("wx.showLoading({ title: '提交中', mask: true })");
    await page.waitForTimeout(1700);
    expect(await page.getByText('提交中').isVisible()).toBe(true);
    await run('wx.hideLoading()');
    expect(await page.getByText('提交中').count()).toBe(0);
  });

  it('asks with a modal, also for text', async () => {
    const answer = run("wx.showModal({ title: '删除？', content: '不能恢复', confirmText: '删除' })");
    await page.getByRole('alertdialog', { name: '删除？' }).getByRole('button', { name: '删除' }).click();
    expect(await answer).toEqual({ errMsg: 'showModal:ok', confirm: true, cancel: false, content: null });
    const typed = run("wx.showModal({ title: '原因', editable: true, placeholderText: '写原因' })");
    await page.getByPlaceholder('写原因').fill('材料不全');
    await page.getByRole('button', { name: '确定' }).click();
    expect(await typed).toMatchObject({ confirm: true, content: '材料不全' });
  });

  it('lets a person choose from an action sheet or leave it', async () => {
    const chosen = run("wx.showActionSheet({ itemList: ['拍照', '相册'] })");
    await page.getByRole('button', { name: '相册' }).click();
    expect(await chosen).toEqual({ errMsg: 'showActionSheet:ok', tapIndex: 1 });
    const left = run("wx.showActionSheet({ itemList: ['拍照'] })");
    await page.getByRole('button', { name: '取消' }).click();
    expect(await left).toEqual({ failed: { errMsg: 'showActionSheet:fail cancel' } });
  });
});

describe('storage', () => {
  it('keeps data per phone and reads an absent key as empty text', async () => {
    await run("wx.setStorageSync('draft', { at: 1, list: [true, null] })");
    expect(await run("[wx.getStorageSync('draft'), wx.getStorageSync('none')]")).toEqual([
      { at: 1, list: [true, null] },
      '',
    ]);
    await page.goto(page.url().replace('openid=o-1', 'openid=o-2'));
    await page.locator('wx-page').waitFor();
    expect(await run("wx.getStorageSync('draft')")).toBe('');
  });

  it('refuses an entry above 1 MB', async () => {
    expect(await run("wx.setStorage({ key: 'big', data: 'x'.repeat(1024 * 1024) })")).toEqual({
      failed: { errMsg: 'setStorage:fail entry size limit reached' },
    });
  });
});

describe('privacy', () => {
  it('asks before the clipboard, once, and refuses as WeChat does', async () => {
    await run('wx.onNeedPrivacyAuthorization((resolve, info) => { globalThis.need = { resolve, info }; })');
    const refused = run("wx.setClipboardData({ data: 'x' })");
    await page.waitForFunction(() => 'need' in globalThis);
    expect(await run('need.info')).toEqual({ referrer: 'setClipboardData' });
    await run("need.resolve({ event: 'disagree' })");
    expect(await refused).toEqual({
      failed: { errMsg: 'setClipboardData:fail privacy permission is not authorized', errno: 103 },
    });
    expect(await run('wx.getPrivacySetting()')).toMatchObject({ needAuthorization: true });

    const copied = run("delete globalThis.need, wx.setClipboardData({ data: '说明文字' })");
    await page.waitForFunction(() => 'need' in globalThis);
    await page.locator('#agree').click();
    await run("need.resolve({ event: 'agree', buttonId: 'agree' })");
    expect(await copied).toEqual({ errMsg: 'setClipboardData:ok' });
    expect(await page.getByText('内容已复制').isVisible()).toBe(true);
    expect(await run('wx.getClipboardData()')).toMatchObject({ data: '说明文字' });
    expect((await takeSeen(page)).map(({ type }) => type)).toEqual(['agreeprivacyauthorization']);
  });

  it('does not believe an agreement without a tap on the agree button', async () => {
    await run('wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: "agree", buttonId: "agree" }))');
    expect(await run('wx.getClipboardData()')).toMatchObject({ failed: { errno: 103 } });
  });
});

describe('subscription consent', () => {
  const ask = (ids: string[]) => `wx.requestSubscribeMessage({ tmplIds: ${JSON.stringify(ids)} })`;

  it('is refused outside a tap', async () => {
    expect(await run(ask(['T1']))).toEqual({
      failed: { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' },
    });
  });

  it('is refused when the tap is over', async () => {
    const late = `new Promise((r) => setTimeout(r, 20)).then(() => ${ask(['T1'])})`;
    expect(await tap(late)).toMatchObject({
      error: { errMsg: expect.stringContaining('user TAP gesture') as string },
    });
  });

  it.each([
    ['no template', [], 10001],
    ['more than five', ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'], 20003],
    ['an unknown template', ['T1', 'other'], 20001],
  ])('fails for %s', async (_what, ids, errCode) => {
    expect(await tap(ask(ids))).toMatchObject({ error: { errCode } });
  });

  it('asks in the frame, reports the answers to the emulator and to the page', async () => {
    const frame = await phone.page.context().newPage();
    await frame.goto(served.url + '/phone.html');
    await frame.evaluate((url) => {
      const askSubscription = (templates: { templateId: string }[]) =>
        Promise.resolve(
          Object.fromEntries(
            templates.map(({ templateId }, i) => [templateId, i === 0 ? 'accept' : 'reject']),
          ),
        );
      Object.assign(window, {
        shells: { graduate: { updateChrome() {}, reportError() {}, askSubscription } },
      });
      const inner = document.createElement('iframe');
      inner.src = url;
      inner.style.cssText = 'position:fixed;inset:0;width:375px;height:700px;z-index:9999';
      document.body.replaceChildren(inner);
    }, page.url());
    const inner = frame.frameLocator('iframe');
    await inner.locator('#run').waitFor();
    const inside = frame.frames().find((one) => one !== frame.mainFrame())!;
    await inside.evaluate(
      (source) => {
        Object.assign(globalThis, { onTap: () => (0, eval)(source) as unknown });
      },
      ask(['T1', 'T2']),
    );
    await inner.locator('#run').click();
    const done = await inside.waitForFunction(() => (globalThis as { tapped?: unknown }).tapped);
    expect(await done.jsonValue()).toEqual({
      value: { errMsg: 'requestSubscribeMessage:ok', T1: 'accept', T2: 'reject' },
    });
    const posted = phone.asked.filter(({ path }) => path === '/client/subscribe');
    expect(posted.map(({ openid, body }) => [openid, JSON.parse(body.toString())])).toEqual([
      ['o-1', { answers: { T1: 'accept', T2: 'reject' } }],
    ]);
  });
});

describe('the cloud', () => {
  beforeEach(() => run("wx.cloud.init({ env: 'e' })"));

  it('calls a function as the person of this phone', async () => {
    expect(await run("wx.cloud.callFunction({ name: 'graduate', data: { a: 1 } })")).toEqual({
      errMsg: 'cloud.callFunction:ok',
      requestID: 'r-1',
      result: { echo: { a: 1 }, name: 'graduate' },
    });
    expect(phone.asked.at(-1)?.openid).toBe('o-1');
  });

  it('rejects with the code of the cloud', async () => {
    expect(await run("wx.cloud.callFunction({ name: 'x', data: { code: -501000 } })")).toMatchObject({
      failed: {
        errCode: -501000,
        errMsg:
          'cloud.callFunction:fail errCode: -501000 | errMsg: FunctionName parameter could not be found',
      },
    });
  });

  it('needs init first', async () => {
    await page.reload();
    await page.locator('wx-page').waitFor();
    expect(await run("wx.cloud.callFunction({ name: 'x' })")).toMatchObject({ failed: { errCode: -1 } });
  });

  it('fails at once when the phone is offline', async () => {
    await page.evaluate(() =>
      (globalThis as unknown as { phone: { setOnline(on: boolean): void } }).phone.setOnline(false),
    );
    expect(await run("wx.cloud.callFunction({ name: 'x' })")).toMatchObject({
      failed: {
        errCode: -1,
        errMsg: expect.stringContaining('cloud.callFunction:fail request:fail') as string,
      },
    });
    expect(await run('wx.getNetworkType()')).toMatchObject({ networkType: 'none' });
    expect(phone.asked.filter(({ path }) => path.startsWith('/client'))).toEqual([]);
  });

  it('uploads a chosen picture with progress, and can stop', async () => {
    await agree();
    const chosen = run("wx.chooseMedia({ count: 1, mediaType: ['image'] }).then((r) => r.tempFiles[0])");
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'shot.png', mimeType: 'image/png', buffer: PNG });
    const file = (await chosen) as { tempFilePath: string };
    expect(file).toMatchObject({ fileType: 'image', size: PNG.length, width: 1, height: 1 });
    expect(file.tempFilePath).toMatch(/^wxfile:\/\/tmp_.*\.png$/);
    const upload = (cloudPath: string, then: string) => `new Promise((done) => {
      const progress = [];
      const task = wx.cloud.uploadFile({ cloudPath: '${cloudPath}', filePath: '${file.tempFilePath}',
        success: (r) => done([r, progress.at(-1)]), fail: (e) => done({ errCode: e.errCode, errMsg: e.errMsg }) });
      task.onProgressUpdate((p) => progress.push(p.progress));
      ${then}
    })`;
    expect(await run(upload('a/1.png', ''))).toEqual([
      { errMsg: 'cloud.uploadFile:ok', fileID: 'cloud://e.1/a/1.png', statusCode: 204 },
      100,
    ]);
    expect(phone.asked.find(({ path }) => path.startsWith('/client/uploadFile'))?.body).toEqual(PNG);
    expect(await run(upload('slow', 'setTimeout(() => task.abort(), 100);'))).toMatchObject({
      errCode: -1,
      errMsg: 'cloud.uploadFile:fail abort',
    });
  });

  it('downloads, links and deletes files', async () => {
    const download = "wx.cloud.downloadFile({ fileID: 'cloud://e.1/a.txt' })";
    const read = `${download}.then((r) => wx.getFileSystemManager().readFile({ filePath: r.tempFilePath, encoding: 'utf8' }))`;
    expect(await run(read)).toMatchObject({ data: '内容' });
    expect(await run("wx.cloud.downloadFile({ fileID: 'cloud://e.1/missing' })")).toMatchObject({
      failed: { errCode: -503002 },
    });
    expect(await run("wx.cloud.deleteFile({ fileList: ['cloud://e.1/a'] })")).toMatchObject({
      fileList: [{ status: 0 }],
    });
  });
});

describe('files and pictures', () => {
  it('writes, reads and removes a user file, and refuses other places', async () => {
    const code = `(async () => {
      const fs = wx.getFileSystemManager();
      const filePath = wx.env.USER_DATA_PATH + '/a.csv';
      await fs.writeFile({ filePath, data: '学号,姓名', encoding: 'utf8' });
      const { stats } = await fs.stat({ path: filePath });
      const { data } = await fs.readFile({ filePath, encoding: 'utf8' });
      await fs.unlink({ filePath });
      const gone = await fs.access({ path: filePath }).catch((e) => e.errMsg);
      const denied = await fs.writeFile({ filePath: 'wxfile://other', data: '' }).catch((e) => e.errno);
      return [stats.size, data, gone, denied];
    })()`;
    expect(await run(code)).toEqual([
      13,
      '学号,姓名',
      'access:fail no such file or directory, open "wxfile://usr/a.csv"',
      1300013,
    ]);
  });

  it('says cancel when nothing is chosen', async () => {
    await agree();
    const chosen = run("wx.chooseMessageFile({ count: 1, extension: ['xlsx'] })");
    const input = page.locator('input[type=file]');
    expect(await input.getAttribute('accept')).toBe('.xlsx');
    await input.dispatchEvent('cancel');
    expect(await chosen).toEqual({ failed: { errMsg: 'chooseMessageFile:fail cancel' } });
  });

  it('shrinks a picture and tells its size', async () => {
    const code = `(async () => {
      const canvas = wx.createOffscreenCanvas({ type: '2d', width: 200, height: 100 });
      canvas.getContext('2d').fillRect(0, 0, 200, 100);
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas });
      const small = await wx.compressImage({ src: tempFilePath, compressedWidth: 50, quality: 60 });
      const { width, height, type } = await wx.getImageInfo({ src: small.tempFilePath });
      return { width, height, type };
    })()`;
    expect(await run(code)).toEqual({ width: 50, height: 25, type: 'jpeg' });
  });

  it('shows pictures over the page', async () => {
    const pictures = JSON.stringify(
      [1, 2].map(
        (n) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='${n}0' height='10'/>`,
      ),
    );
    await run(`wx.previewImage({ urls: ${pictures} })`);
    const viewer = page.getByRole('dialog', { name: '图片预览' });
    await viewer.getByRole('button', { name: '下一张' }).click();
    expect(await viewer.innerText()).toContain('2/2');
    await viewer.getByRole('button', { name: '关闭' }).click();
    expect(await viewer.count()).toBe(0);
  });
});

describe('the phone', () => {
  it('knows its window, theme and font size', async () => {
    await page.goto(`${page.url()}&theme=dark&fontSize=20`);
    await page.locator('wx-page').waitFor();
    expect(await run('({ ...wx.getAppBaseInfo(), ...wx.getWindowInfo() })')).toMatchObject({
      theme: 'dark',
      fontSizeSetting: 20,
      windowWidth: 375,
      windowHeight: 700,
    });
    const changed = `new Promise((done) => { wx.onThemeChange(done); phone.setTheme('light'); })`;
    expect(await run(changed)).toEqual({ theme: 'light' });
  });

  it('measures nodes and scrolls the page', async () => {
    const measure = `new Promise((done) => wx.createSelectorQuery().select('#boxed').boundingClientRect().exec(done))`;
    expect(await run(measure)).toMatchObject([{ width: 50, height: 20 }]);
    await run('wx.pageScrollTo({ scrollTop: 300, duration: 0 })');
    await page.waitForFunction(() => window.scrollY === 300);
  });

  it('tells when a node comes into view', async () => {
    const watch = `new Promise((done) => wx.createIntersectionObserver().relativeToViewport()
      .observe('#boxed', ({ intersectionRatio }) => done(intersectionRatio)))`;
    expect(await run(watch)).toBe(1);
  });

  it('hands a canvas node to drawing code', async () => {
    await run("wx.navigateTo({ url: '/pages/boxes/boxes' })");
    await page.locator('#canvas').waitFor();
    const draw = `new Promise((done) => wx.createSelectorQuery().select('#canvas').fields({ node: true, size: true })
      .exec(([{ node, width, height }]) => done([typeof node.getContext, typeof node.createImage, width, height])))`;
    expect(await run(draw)).toEqual(['function', 'function', 60, 40]);
  });

  it('fails navigation in WeChat’s words', async () => {
    expect(await run("wx.navigateTo({ url: '/pages/none/none' })")).toMatchObject({
      failed: { errMsg: expect.stringMatching(/^navigateTo:fail page .*is not found/) as string },
    });
    expect(await run('wx.navigateTo({})')).toMatchObject({
      failed: {
        errMsg: 'navigateTo:fail parameter error: parameter.url should be String instead of Undefined;',
      },
    });
  });

  it('declines a phone number politely', async () => {
    await page.locator('#phone').click();
    expect(await takeSeen(page)).toEqual([
      { id: 'phone', type: 'getphonenumber', detail: { errMsg: 'getPhoneNumber:fail user deny' } },
    ]);
  });
});

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
