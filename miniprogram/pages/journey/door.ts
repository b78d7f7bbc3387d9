import { pagePath, type DoorName } from '../../domain/reminding/pages';

/**
 * A page that leads on to the page behind it, with the same query. It is seen only while that page is fetched, or when
 * it could not be fetched.
 */
export const door = (name: DoorName): void =>
  Page({
    data: { failed: false },

    url: '',

    onLoad(query: Record<string, string | undefined>) {
      const given = Object.entries(query).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      );
      this.url = `/${pagePath(name, Object.fromEntries(given))}`;
      this.leadOn();
    },

    leadOn() {
      wx.redirectTo({ url: this.url, fail: () => this.setData({ failed: true }) });
    },

    onRetry() {
      this.setData({ failed: false });
      this.leadOn();
    },
  });
