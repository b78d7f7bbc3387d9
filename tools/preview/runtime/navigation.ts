import { createEventChannel } from './event-channel';
import type { AppConfig, Navigation, WxFailure } from './host';
import type { PageStack } from './page-stack';
import { parsePageUrl } from './page-url';
import type { PageUrl } from './page-url';

/** WeChat keeps at most this many pages open. */
const MAX_PAGES = 10;

type Api = keyof Navigation;

/** WeChat's rules about who may go where, over the page stack. */
export function createNavigation(stack: PageStack, config: AppConfig): Navigation {
  const target = (api: Api, url: string): PageUrl => {
    const parsed = parsePageUrl(url, stack.top()?.path ?? '');
    if (!config.pages.includes(parsed.path)) throw failure(api, `page "${parsed.path}" is not found`);
    return parsed;
  };
  const noTab = (api: Api, url: string): PageUrl => {
    const parsed = target(api, url);
    if (stack.isTab(parsed.path)) throw failure(api, `can not ${api} a tabbar page`);
    return parsed;
  };
  return {
    async navigateTo({ url, events }) {
      const to = noTab('navigateTo', url);
      if (stack.pages().length >= MAX_PAGES) throw failure('navigateTo', 'webview count limit exceed');
      const { opener, opened } = createEventChannel(events);
      stack.push(to, opened);
      return { eventChannel: opener };
    },
    async redirectTo({ url }) {
      stack.replaceTop(noTab('redirectTo', url));
    },
    async navigateBack({ delta = 1 } = {}) {
      if (stack.pages().length < 2) throw failure('navigateBack', 'cannot navigate back at first page.');
      stack.pop(delta);
    },
    async switchTab({ url }) {
      const to = target('switchTab', url);
      if (!stack.isTab(to.path)) throw failure('switchTab', 'can not switch to no-tabBar page');
      // a tab page takes no query
      stack.switchTab({ ...to, query: {}, search: '' });
    },
    async reLaunch({ url }) {
      stack.reset(target('reLaunch', url));
    },
  };
}

function failure(api: Api, reason: string): WxFailure {
  return { errMsg: `${api}:fail ${reason}` };
}
