/** The short message at the top of a page: said once, read to its end, on the page it leads to as well. */
import { phone, register, type Mounted } from '../support/mount';
import type * as DisplayModule from '../../../miniprogram/services/display';

let wechat: ReturnType<typeof phone>;
let places: readonly [Mounted, Mounted];
let toast: typeof DisplayModule.toast;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  jest.resetModules();
  wechat = phone();
  const make = register(() => {
    jest.requireActual('../../../miniprogram/components/page-toast/page-toast');
    ({ toast } = jest.requireActual<typeof DisplayModule>('../../../miniprogram/services/display'));
  });
  places = [make(), make()];
});
afterEach(() => jest.useRealTimers());

const isOpen = (place: Mounted | null) =>
  Object.assign(globalThis, {
    getCurrentPages: () => [{ selectComponent: () => place && { say: () => void place.does('say') } }],
  });

it('is said at the top of the page, and not by WeChat over its middle', () => {
  const [here] = places;
  isOpen(here);
  toast('复制好了');
  expect(here.data.words).toBe('复制好了');
  expect(wechat.showToast).not.toHaveBeenCalled();
  jest.advanceTimersByTime(2499);
  expect(here.data.words).toBe('复制好了');
  jest.advanceTimersByTime(1);
  expect(here.data.words).toBe('');
});

it('gives a newer word its own time', () => {
  const [here] = places;
  isOpen(here);
  toast('复制好了');
  jest.advanceTimersByTime(2000);
  toast('发给老师就行');
  jest.advanceTimersByTime(2000);
  expect(here.data.words).toBe('发给老师就行');
});

it('goes along to the page that is led to, for the rest of its time', async () => {
  const [here, next] = places;
  isOpen(here);
  toast('收回了');
  jest.advanceTimersByTime(500);
  await next.does('say');
  expect(next.data.words).toBe('收回了');
  jest.advanceTimersByTime(2000);
  expect(next.data.words).toBe('');
  await next.does('say');
  expect(next.data.words).toBe('');
});

it('is WeChat’s own where the page has no place for it yet, and none without words', () => {
  isOpen(null);
  toast('登录好了');
  toast('');
  expect(wechat.showToast).toHaveBeenCalledTimes(1);
});
