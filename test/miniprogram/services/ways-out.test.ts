/** What a person is told when the phone says no, and where the button leads. */
import { MEGABYTE, PICTURE_MEGABYTES } from '../../../miniprogram/domain/rules/file-sizes';
import { explainRefusal } from '../../../miniprogram/services/device-refusal';
import { reportErrors, withoutPersons } from '../../../miniprogram/services/error-report';
import { pictureFault, withoutFaults } from '../../../miniprogram/services/picture-faults';
import { explainMainSwitch } from '../../../miniprogram/services/reminder-switch';
import { offerUpdate } from '../../../miniprogram/services/update';

interface Modal {
  readonly title: string;
  readonly content: string;
  readonly showCancel?: boolean;
  success?(answer: { confirm: boolean }): void;
}

const modals: Modal[] = [];
const opened: string[] = [];
const log = { error: jest.fn() };
let listeners: ((error: unknown) => void)[] = [];
let ready = (): void => undefined;
let mainSwitch = false;
const SIDES: Readonly<Record<string, { width: number; height: number } | undefined>> = {
  'shot.png': { width: 1080, height: 2340 },
  'dot.png': { width: 1, height: 1 },
};

const fake = {
  showModal: (modal: Modal) => void modals.push(modal),
  openSetting: ({ withSubscriptions = false }) =>
    void opened.push(withSubscriptions ? 'subscriptions' : 'setting'),
  openAppAuthorizeSetting: () => void opened.push('system'),
  getSetting: ({ success }: { success(setting: object): void }) =>
    success({ subscriptionsSetting: { mainSwitch } }),
  getImageInfo: ({ src, success, fail }: { src: string; success(sides: object): void; fail(): void }) =>
    SIDES[src] ? success(SIDES[src]) : fail(),
  getUpdateManager: () => ({
    onUpdateReady: (run: () => void) => void (ready = run),
    applyUpdate: () => void opened.push('update'),
  }),
  getRealtimeLogManager: () => log,
  onError: (run: (error: unknown) => void) => void listeners.push(run),
  onUnhandledRejection: (run: (event: { reason: unknown }) => void) =>
    void listeners.push((reason) => run({ reason })),
};

beforeEach(() => {
  Object.assign(globalThis, { wx: fake, getCurrentPages: () => [{ route: 'pages/home/home' }] });
  modals.length = 0;
  opened.length = 0;
  listeners = [];
  log.error.mockClear();
});

const confirm = (): void => modals[0]?.success?.({ confirm: true });

test.each([
  ['album', 'chooseMedia:fail auth deny', '还没有允许用相册', 'setting'],
  ['camera', 'scanCode:fail system permission denied', '手机没有让微信用相机', 'system'],
  ['camera', 'scanCode:fail privacy permission is not authorized', '还没有同意隐私保护指引', undefined],
  ['album', 'chooseMedia:fail unknown', '相册没有打开', undefined],
] as const)('a refused %s (%s) is explained, with a way out', (device, reason, title, leads) => {
  explainRefusal(device, reason);
  expect(modals.map((modal) => modal.title)).toEqual([title]);
  confirm();
  expect(opened).toEqual(leads === undefined ? [] : [leads]);
});

test('whoever turns back is told nothing', () => {
  explainRefusal('camera', 'scanCode:fail cancel');
  expect(modals).toEqual([]);
});

test.each([
  [0, undefined, /空的/],
  [PICTURE_MEGABYTES * MEGABYTE, { width: 4000, height: 3000 }, undefined],
  [PICTURE_MEGABYTES * MEGABYTE + 1, { width: 4000, height: 3000 }, `超过 ${PICTURE_MEGABYTES} MB`],
  [900, undefined, /不是图片/],
  [95, { width: 1, height: 1 }, /太小/],
  [300_000, { width: 1080, height: 2340 }, undefined],
])('a picture of %i bytes and %j is answered', (size, sides, words) => {
  const fault = pictureFault(size, sides);
  if (words === undefined) expect(fault).toBeUndefined();
  else expect(fault).toMatch(words);
  expect(fault ?? '选').toContain('选');
});

test('of several pictures the good ones stay, and one sentence says why the others do not', async () => {
  const images = ['shot.png', 'dot.png', 'note.txt'].map((path) => ({ path, size: 5000 }));
  expect(await withoutFaults(images)).toEqual([{ path: 'shot.png', size: 5000 }]);
  expect(modals.map(({ content, showCancel }) => [content, showCancel])).toEqual([
    ['这张图太小，看不清字，换一张完整的截图再选。', false],
  ]);
});

test('the main switch is explained once, when it is off, and the button opens it', () => {
  mainSwitch = true;
  explainMainSwitch();
  expect(modals).toEqual([]);
  mainSwitch = false;
  explainMainSwitch();
  explainMainSwitch();
  expect(modals.map((modal) => modal.title)).toEqual(['消息提醒的总开关关着']);
  confirm();
  expect(opened).toEqual(['subscriptions']);
});

test('a new version is offered, and applied only by whoever wants it', () => {
  offerUpdate();
  ready();
  modals[0]?.success?.({ confirm: false });
  expect(opened).toEqual([]);
  confirm();
  expect(opened).toEqual(['update']);
});

describe('an error nobody caught', () => {
  test('is reported with its page and place, without persons', () => {
    reportErrors();
    listeners[0]?.({ message: 'x', stack: 'TypeError: 林晚 2235040123\n at home.js:12:5' });
    listeners[1]?.({ errMsg: 'request:fail 13800138000' });
    listeners[0]?.('plain');
    expect(log.error.mock.calls).toEqual([
      ['pages/home/home', 'TypeError: … #\n at home.js:12:5'],
      ['pages/home/home', 'request:fail #'],
      ['pages/home/home', 'plain'],
    ]);
  });

  test('is cut short', () => {
    expect(withoutPersons('x'.repeat(5000))).toHaveLength(800);
  });
});
