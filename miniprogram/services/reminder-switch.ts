/** Subscribe messages have a main switch in WeChat's settings; while it is off no sheet opens and nobody says why. */

/** WeChat's code for a request while the main switch is off. */
export const MAIN_SWITCH_OFF = 20004;

let isExplained = false;

const explain = (): void => {
  isExplained = true;
  wx.showModal({
    title: '消息提醒的总开关关着',
    content: '打开“订阅消息”，快到期、有结果时微信才能提醒你。不打开也能接着办，消息页里都看得到。',
    confirmText: '去打开',
    cancelText: '先不用',
    success: ({ confirm }) => {
      if (confirm) void wx.openSetting({ withSubscriptions: true });
    },
  });
};

/** Explains it once until the mini-program is opened anew, when the settings say that it is off. */
export const explainMainSwitch = (): void => {
  if (isExplained) return;
  wx.getSetting({
    withSubscriptions: true,
    success: ({ subscriptionsSetting }) => {
      if (subscriptionsSetting?.mainSwitch === false) explain();
    },
  });
};
