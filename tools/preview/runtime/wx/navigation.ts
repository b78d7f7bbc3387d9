/** Pages and the navigation bar, handed to the host. */
import type { RuntimeHost } from '../host';
import { asyncApis, failure, requireText } from './async-api';
import { listenerPair } from './listener-pair';

type Events = Record<string, (...args: unknown[]) => void>;

export function createNavigationApis(host: RuntimeHost): Record<string, unknown> {
  const barColor = (api: string, value: unknown): 'white' | 'black' => {
    if (value === '#ffffff') return 'white';
    if (value === '#000000') return 'black';
    throw failure(api, 'parameter error: frontColor should be #ffffff or #000000');
  };
  const shown = listenerPair(host.onAppShow.bind(host));
  const hidden = listenerPair<void>(host.onAppHide.bind(host));
  return {
    ...asyncApis({
      navigateTo: (options) =>
        host.navigateTo({
          url: requireText('navigateTo', options, 'url'),
          events: options.events as Events | undefined,
        }),
      redirectTo: (options) => host.redirectTo({ url: requireText('redirectTo', options, 'url') }),
      switchTab: (options) => host.switchTab({ url: requireText('switchTab', options, 'url') }),
      reLaunch: (options) => host.reLaunch({ url: requireText('reLaunch', options, 'url') }),
      navigateBack: ({ delta = 1 }) => host.navigateBack({ delta: Number(delta) }),
      exitMiniProgram: () => host.reLaunch({ url: `/${host.config.pages[0] ?? ''}` }),
      setNavigationBarTitle: (options) =>
        host.setBar({ title: requireText('setNavigationBarTitle', options, 'title') }),
      setNavigationBarColor: (options) =>
        host.setBar({
          backgroundColor: requireText('setNavigationBarColor', options, 'backgroundColor'),
          textStyle: barColor('setNavigationBarColor', options.frontColor),
        }),
      showNavigationBarLoading: () => host.setBar({ loading: true }),
      hideNavigationBarLoading: () => host.setBar({ loading: false }),
      hideHomeButton: () => undefined,
      setBackgroundColor: () => undefined,
      setBackgroundTextStyle: () => undefined,
      startPullDownRefresh: () => host.startPullDownRefresh(),
      stopPullDownRefresh: () => host.stopPullDownRefresh(),
      pageScrollTo: ({ scrollTop, duration = 300, selector }) =>
        host.pageScrollTo({
          scrollTop: scrollTop === undefined ? undefined : Number(scrollTop),
          duration: Number(duration),
          selector: typeof selector === 'string' ? selector : undefined,
        }),
      // With a custom tab bar WeChat only answers these.
      ...Object.fromEntries(
        [
          'showTabBar',
          'hideTabBar',
          'setTabBarBadge',
          'removeTabBarBadge',
          'showTabBarRedDot',
          'hideTabBarRedDot',
          'setTabBarItem',
          'setTabBarStyle',
        ].map((name) => [name, () => undefined]),
      ),
      showShareMenu: () => undefined,
      hideShareMenu: () => undefined,
      updateShareMenu: () => undefined,
    }),
    getLaunchOptionsSync: () => host.launchOptions(),
    getEnterOptionsSync: () => host.enterOptions(),
    onAppShow: shown.on,
    offAppShow: shown.off,
    onAppHide: hidden.on,
    offAppHide: hidden.off,
  };
}
