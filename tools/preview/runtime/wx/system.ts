/** What the phone is: sizes, versions, theme, settings. Sizes are CSS px. */
import type { RuntimeHost, Theme } from '../host';
import { asyncApi, asyncApis } from './async-api';
import { listenerPair } from './listener-pair';

const WECHAT_VERSION = '8.0.56';
const SYSTEM = 'iOS 17.5';

const STATUS_BAR_HEIGHT = 44;
const HOME_INDICATOR_HEIGHT = 34;
/** The capsule at the top right: margins and size as on an iPhone. */
const CAPSULE = { width: 87, height: 32, top: 48, right: 7 };

/** With the navigation bar of the frame, the page begins below it; without, it reaches the top of the screen. */
function windowInfo(host: RuntimeHost): Record<string, unknown> {
  const custom = host.currentPage()?.bar.navigationStyle === 'custom';
  const { innerWidth: width, innerHeight: height } = window;
  const screenTop = custom ? 0 : STATUS_BAR_HEIGHT + 44;
  const screenHeight = height + screenTop;
  const bottom = screenHeight - HOME_INDICATOR_HEIGHT;
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight: STATUS_BAR_HEIGHT,
    screenTop,
    safeArea: {
      left: 0,
      right: width,
      top: STATUS_BAR_HEIGHT,
      bottom,
      width,
      height: bottom - STATUS_BAR_HEIGHT,
    },
  };
}

const appBaseInfo = (host: RuntimeHost): Record<string, unknown> => ({
  SDKVersion: host.library,
  version: WECHAT_VERSION,
  language: 'zh_CN',
  enableDebug: false,
  // WeChat keeps silent about the theme of a mini-program without a dark mode.
  ...(host.config.darkmode && { theme: host.theme() }),
  fontSizeSetting: host.fontSize(),
  fontSizeScaleFactor: host.fontSize() / 16,
  host: { appId: '', env: 'WeChat', version: WECHAT_VERSION },
});

const deviceInfo = (): Record<string, unknown> => ({
  abi: 'arm64',
  benchmarkLevel: -1,
  brand: 'iPhone',
  model: 'iPhone 12/13 (Pro)',
  system: SYSTEM,
  platform: 'ios',
  memorySize: '4096',
});

const systemSetting = (): Record<string, unknown> => ({
  bluetoothEnabled: true,
  locationEnabled: false,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
});

const appAuthorizeSetting = (): Record<string, unknown> => ({
  albumAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'denied',
  microphoneAuthorized: 'denied',
  notificationAuthorized: 'authorized',
  phoneCalendarAuthorized: 'denied',
});

function capsule(): Record<string, number> {
  const right = window.innerWidth - CAPSULE.right;
  return { ...CAPSULE, left: right - CAPSULE.width, right, bottom: CAPSULE.top + CAPSULE.height };
}

/** A version that waits is applied by starting the phone anew without it. */
function applyUpdate(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete('with', 'update');
  window.location.replace(address);
}

const updateManager = (host: RuntimeHost) => {
  const hasUpdate = host.conditions.has('update');
  return {
    onCheckForUpdate: (run: (result: { hasUpdate: boolean }) => void) =>
      void setTimeout(() => host.guard(() => run({ hasUpdate }))),
    onUpdateReady: (run: () => void) => void (hasUpdate && setTimeout(() => host.guard(run))),
    onUpdateFailed: () => undefined,
    applyUpdate,
  };
};

type KeyPressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'shiftKey' | 'timeStamp'>;

/** As on a computer: nothing while something is being typed. */
function onKeyDown(run: (pressed: KeyPressed) => void): () => void {
  const listen = (event: KeyboardEvent): void => {
    const { target, key, code, altKey, shiftKey, timeStamp } = event;
    if (target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')) return;
    run({ key, code, altKey, shiftKey, timeStamp });
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

export function createSystemApis(host: RuntimeHost): Record<string, unknown> {
  const theme = listenerPair<{ theme: Theme }>((run) => host.onThemeChange((value) => run({ theme: value })));
  const thrown = listenerPair<string>((run) => host.onError(run));
  const rejected = listenerPair<{ reason: unknown }>((run) => host.onRejection((reason) => run({ reason })));
  const nothing = () => undefined;
  const keys = listenerPair<KeyPressed>((run) => onKeyDown((pressed) => host.guard(() => run(pressed))));
  const everything = () => ({
    ...windowInfo(host),
    ...appBaseInfo(host),
    ...deviceInfo(),
    ...systemSetting(),
    cameraAuthorized: true,
    albumAuthorized: true,
    notificationAuthorized: true,
  });
  return {
    getSystemInfoSync: everything,
    getSystemInfo: asyncApi('getSystemInfo', everything),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', everything),
    getWindowInfo: () => windowInfo(host),
    getAppBaseInfo: () => appBaseInfo(host),
    getDeviceInfo: deviceInfo,
    getSystemSetting: systemSetting,
    getAppAuthorizeSetting: appAuthorizeSetting,
    getMenuButtonBoundingClientRect: capsule,
    onMenuButtonBoundingClientRectWeightChange: nothing,
    offMenuButtonBoundingClientRectWeightChange: nothing,
    onError: thrown.on,
    offError: thrown.off,
    onUnhandledRejection: rejected.on,
    offUnhandledRejection: rejected.off,
    onThemeChange: theme.on,
    offThemeChange: theme.off,
    onWindowResize: nothing,
    offWindowResize: nothing,
    onKeyDown: keys.on,
    offKeyDown: keys.off,
    onKeyboardHeightChange: nothing,
    offKeyboardHeightChange: nothing,
    onMemoryWarning: nothing,
    offMemoryWarning: nothing,
    getUpdateManager: () => updateManager(host),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wxpreview', envVersion: 'develop', version: '' },
      plugin: {},
    }),
    getPerformance: () => ({ now: () => performance.now(), getEntries: () => [] }),
    reportEvent: nothing,
    reportAnalytics: nothing,
    reportPerformance: nothing,
    getLogManager: () => console,
    getRealtimeLogManager: () => ({ ...console, setFilterMsg: nothing, addFilterMsg: nothing }),
    nextTick: (run: () => void) => queueMicrotask(run),
    ...asyncApis({
      login: () => ({ code: `preview-${host.openid}` }),
      checkSession: nothing,
      setKeepScreenOn: nothing,
    }),
  };
}
