import { installWx } from '../support/fake-wx';
import { hearsKeys, isSideBySide, listenToKeys } from '../../../miniprogram/services/window';

const onWindow = (more: object) => {
  const { fake } = installWx();
  const canIUse = (api: string) => api in fake;
  return Object.assign(fake, { getWindowInfo: () => ({ windowWidth: 375 }), canIUse, ...more });
};

it('puts a list and what is open of it side by side from 900 px on', () => {
  expect([899, 900].map((width) => isSideBySide(width))).toEqual([false, true]);
});

it.each([
  ['a computer, also in a narrow window', { platform: 'windows' }, true],
  ['a phone', { platform: 'android' }, false],
])('hears keys on %s', (_, device, hears) => {
  onWindow({ getDeviceInfo: () => device, onKeyDown: jest.fn(), offKeyDown: jest.fn() });
  expect(hearsKeys()).toBe(hears);
});

it('hears none where WeChat is too old to tell of them', () => {
  onWindow({ getDeviceInfo: () => ({ platform: 'mac' }) });
  expect(hearsKeys()).toBe(false);
  expect(() => listenToKeys(jest.fn())()).not.toThrow();
});

it('calls with each key until it is called off', () => {
  const listeners = new Set<(pressed: object) => void>();
  onWindow({
    getDeviceInfo: () => ({ platform: 'mac' }),
    onKeyDown: (run: (pressed: object) => void) => listeners.add(run),
    offKeyDown: (run: (pressed: object) => void) => listeners.delete(run),
  });
  const heard: unknown[] = [];
  const stop = listenToKeys((key) => heard.push(key));
  for (const run of listeners) run({ key: 'A', shiftKey: true });
  stop();
  expect(heard).toEqual([{ name: 'a', shift: true }]);
  expect(listeners.size).toBe(0);
});
