import { reportErrors } from './services/error-report';
import { flushCredits } from './asking/subscribe';
import { recallRules } from './services/published-rules';
import { offerUpdate } from './services/update';

App({
  onLaunch() {
    // Without `env` the first environment of this AppID is used, so no environment id stands in the code.
    wx.cloud.init({ traceUser: false });
    reportErrors();
    recallRules();
    offerUpdate();
  },
  onShow() {
    void flushCredits();
  },
});
