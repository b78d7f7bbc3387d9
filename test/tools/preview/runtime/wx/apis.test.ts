import type { Page } from 'playwright-core';
import { agreeOn, REPLIES, runOn, tapOn } from '../../call-apis';
import { fixture } from '../../fixture';
import { takeSeen, type TestPhone } from '../../open-phone';

const { open, url } = fixture('builtins', REPLIES);
let phone: TestPhone;
let page: Page;

beforeEach(async () => {
  phone = await open('pages/apis/apis');
  page = phone.page;
});

const run = (code: string) => runOn(page, code);
const tap = (code: string) => tapOn(page, code);

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

  it('fails where WeChat has an API and the preview has not, and says so', async () => {
    const failed = { errMsg: 'openBluetoothAdapter:fail not in the preview' };
    expect(await run('wx.openBluetoothAdapter()')).toEqual({ failed });
    expect(await run('new Promise((fail) => wx.openBluetoothAdapter({ fail }))')).toEqual(failed);
    expect(await run('wx.createInnerAudioContext()')).toMatchObject({
      failed: { errMsg: 'createInnerAudioContext:fail not in the preview' },
    });
    expect(phone.errors.join()).toContain('wx.openBluetoothAdapter is not in the preview');
  });
});

describe('the base library', () => {
  const WITH = `['chooseMedia', 'getPrivacySetting', 'page-meta', 'picker.level', 'button.open-type.share', 'startBluetooth',
    'view.colour'].map((name) => wx.canIUse(name))`;
  const THERE =
    "[typeof wx.chooseMedia, typeof wx.getPrivacySetting, 'chooseMedia' in wx, typeof wx.startBluetooth]";

  it.each([
    ['3.8.12', [true, true, true, true, true, false, false], ['function', 'function', true, 'undefined']],
    ['2.32.3', [true, true, true, true, true, false, false], ['function', 'function', true, 'undefined']],
    ['2.20.0', [true, false, true, false, true, false, false], ['function', 'undefined', true, 'undefined']],
    [
      '2.8.0',
      [false, false, false, false, true, false, false],
      ['undefined', 'undefined', false, 'undefined'],
    ],
  ])('of %s has what it has, and says so', async (library, canIUse, there) => {
    await phone.close();
    phone = await open('pages/apis/apis', `library=${library}`);
    page = phone.page;
    expect(await run(WITH)).toEqual(canIUse);
    expect(await run(THERE)).toEqual(there);
  });
});

describe('a phone with something in the way', () => {
  it('refuses the camera and the reminders, and offers a new version', async () => {
    await phone.close();
    const query = ['no-camera', 'no-subscriptions', 'update'].map((one) => `with=${one}`).join('&');
    phone = await open('pages/apis/apis', query);
    page = phone.page;
    await agreeOn(page);
    expect(await run('wx.scanCode()')).toEqual({ failed: { errMsg: 'scanCode:fail auth deny' } });
    expect(await tap("wx.requestSubscribeMessage({ tmplIds: ['T1'] })")).toMatchObject({
      error: { errCode: 20004 },
    });
    expect(await run('wx.getSetting({ withSubscriptions: true })')).toMatchObject({
      authSetting: { 'scope.camera': false },
      subscriptionsSetting: { mainSwitch: false },
    });
    expect(await run('new Promise((ready) => wx.getUpdateManager().onUpdateReady(() => ready(true)))')).toBe(
      true,
    );
    await run('wx.getUpdateManager().applyUpdate()').catch(() => undefined);
    await page.waitForURL((address) => !address.search.includes('with=update'));
    expect(page.url()).toContain('with=no-camera');
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
    await frame.goto(url() + '/phone.html');
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

  it('measures a text in its own font, however late that comes', async () => {
    await page.route(/late$/, async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    const widths = `(async () => {
      const measure = () => new Promise((done) => wx.createSelectorQuery().select('#boxed').boundingClientRect()
        .exec(([{ width }]) => done(width)));
      const face = new FontFace('Late', 'url(fonts/files/noto-sans-sc-latin-wght-normal.woff2?late)');
      document.fonts.add(face);
      document.querySelector('#boxed').setAttribute('style', 'display: inline-block; width: auto; font: 40px Late');
      document.querySelector('#boxed').textContent = 'late';
      const first = await measure();
      await document.fonts.ready;
      return [face.status, first === await measure()];
    })()`;
    expect(await run(widths)).toEqual(['loaded', true]);
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
