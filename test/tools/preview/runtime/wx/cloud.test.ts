import type { Page } from 'playwright-core';
import { agreeOn, REPLIES, runOn } from '../../call-apis';
import { fixture } from '../../fixture';
import type { TestPhone } from '../../open-phone';

const { open } = fixture('builtins', REPLIES);
let phone: TestPhone;
let page: Page;

beforeEach(async () => {
  phone = await open('pages/apis/apis');
  page = phone.page;
});

const run = (code: string) => runOn(page, code);
const agree = () => agreeOn(page);

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
      failed: { errCode: -503003 },
    });
    expect(await run("wx.cloud.downloadFile({ fileID: 'cloud://e.1/foreign' })")).toMatchObject({
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

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
