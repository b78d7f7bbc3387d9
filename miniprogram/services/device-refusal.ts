/** What stood between a person and their album or camera, with a way out. */
type Device = 'album' | 'camera' | 'calendar';

const NAMES: Readonly<Record<Device, string>> = {
  album: '相册',
  camera: '相机',
  calendar: '日历',
};

const TURNED_BACK = /cancel/i;
const SYSTEM = /system/i;
/** The person said no to the privacy guide, which WeChat asks again at the next tap. */
const PRIVACY = /privacy/i;
const REFUSED = /auth|permission|den(?:y|ied)/i;

interface Explanation {
  readonly title: string;
  readonly content: string;
  /** Opens the switch that is off; none when there is nothing to switch. */
  readonly open: (() => void) | null;
}

const explanationOf = (device: Device, reason: string): Explanation => {
  const name = NAMES[device];
  if (PRIVACY.test(reason))
    return {
      title: '还没有同意隐私保护指引',
      content: `不同意就打不开${name}。再点一次，可以重新选。`,
      open: null,
    };
  if (!REFUSED.test(reason))
    return { title: `${name}没有打开`, content: '再试一次；还不行就重新打开小程序。', open: null };
  return SYSTEM.test(reason)
    ? {
        title: `手机没有让微信用${name}`,
        content: `在手机设置里给微信打开${name}，再回来试一次。`,
        open: () => void wx.openAppAuthorizeSetting({}),
      }
    : {
        title: `还没有允许用${name}`,
        content: `在设置里打开${name}，再回来试一次。`,
        open: () => void wx.openSetting({}),
      };
};

/** Says nothing to whoever turned back themselves. @param reason WeChat's `errMsg` */
export const explainRefusal = (device: Device, reason: string): void => {
  if (TURNED_BACK.test(reason)) return;
  const { title, content, open } = explanationOf(device, reason);
  wx.showModal({
    title,
    content,
    confirmText: open ? '去设置' : '知道了',
    showCancel: open !== null,
    success: ({ confirm }) => {
      if (confirm) open?.();
    },
  });
};
