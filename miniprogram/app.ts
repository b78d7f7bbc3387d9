import { flushCredits } from './services/subscribe';

App({
  onLaunch() {
    // Without `env` the first environment of this AppID is used, so no environment id stands in the code.
    wx.cloud.init({ traceUser: false });
  },
  onShow() {
    void flushCredits();
  },
});
