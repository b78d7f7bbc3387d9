/** What leaves the mini-program: the system's own, and the phone's calendar. */
import { addToCalendar } from '../../../miniprogram/services/calendar';
import { openSystem } from '../../../miniprogram/services/open-system';

const APP = { name: '团中央智慧团建云平台', path: ['业务办理'], shortLink: '#小程序://团中央/abc' };
const toasts: string[] = [];
const copied: string[] = [];
const fake = {
  showToast: ({ title }: { title: string }) => void toasts.push(title),
  hideToast: () => undefined,
  setClipboardData: ({ data, success }: { data: string; success(): void }) => {
    copied.push(data);
    success();
  },
};
const withApis = (more: object = {}): void =>
  void Object.assign(globalThis, { wx: { ...fake, ...more }, getCurrentPages: () => [] });
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  toasts.length = 0;
  copied.length = 0;
  withApis();
});

it.each([
  ['the name, while no link is known', { phoneApp: { ...APP, shortLink: null }, address: 'a' }, APP.name],
  [
    'the address, where there is no mini-program',
    { phoneApp: null, address: 'zhtj.example' },
    'zhtj.example',
  ],
  ['the name, on a WeChat that cannot leave', { phoneApp: APP, address: 'a' }, APP.name],
])('copies %s, and says what was copied', async (_, system, text) => {
  openSystem(system);
  await settled();
  expect(copied).toEqual([text]);
  expect(toasts[0]).toContain(text);
});

it.each([
  ['navigateToMiniProgram:fail cancel', []],
  ['navigateToMiniProgram:fail invalid shortLink', [APP.name]],
])('opens the mini-program by its link; %s', async (errMsg, then) => {
  const opened: string[] = [];
  const navigateToMiniProgram = ({ shortLink, fail }: { shortLink: string; fail(e: object): void }) => {
    opened.push(shortLink);
    fail({ errMsg });
  };
  withApis({ navigateToMiniProgram });
  openSystem({ phoneApp: APP, address: 'a' });
  await settled();
  expect([opened, copied]).toEqual([[APP.shortLink], then]);
});

it('writes the last day in seconds, with a day’s notice; says so where it cannot', () => {
  const day = { title: '截止', note: '看一眼', at: 1_781_749_200_000 };
  addToCalendar(day);
  expect(toasts).toEqual(['这里写不进日历，请在手机的微信里点']);
  const written: object[] = [];
  withApis({ addPhoneCalendar: (event: object) => void written.push(event) });
  addToCalendar(day);
  expect(written).toMatchObject([{ startTime: 1_781_749_200, alarmOffset: 86_400, description: '看一眼' }]);
});
