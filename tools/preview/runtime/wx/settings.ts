/** Permissions, consent and settings. */
import type { RuntimeHost } from '../host';
import { asyncApis, failure, type Options } from './async-api';
import { element, openLayer, textButton } from './layer';
import { privacyOf } from './privacy';
import { showMessageSettings } from './message-settings';
import { readItemSettings, requestSubscribeMessage } from './subscribe';

const settings = async (host: RuntimeHost, { withSubscriptions }: Options) => ({
  authSetting: {
    'scope.writePhotosAlbum': !host.conditions.has('no-album'),
    'scope.camera': !host.conditions.has('no-camera'),
  },
  // Items appear only for templates a person set for good; here these are the ones switched off.
  ...(withSubscriptions === true && {
    subscriptionsSetting: {
      mainSwitch: !host.conditions.has('no-subscriptions'),
      itemSettings: await readItemSettings(host),
    },
  }),
});

/** WeChat shows the text its administrators filled in; it is not part of the source. */
function showContract(host: RuntimeHost, name: string): void {
  const box = element('div', 'mp-modal');
  box.setAttribute('aria-label', name);
  const close = () => layer.close();
  const layer = openLayer(host, box, { role: 'dialog', dismissed: close });
  const footer = element('footer');
  footer.append(textButton('关闭', close));
  box.append(
    element('h3', '', name),
    element('p', '', '全文由小程序管理员在微信公众平台填写，在微信里打开时显示。'),
    footer,
  );
  layer.focus();
}

export function createSettingApis(host: RuntimeHost): Record<string, unknown> {
  const privacy = privacyOf(host);
  return {
    ...asyncApis({
      requestSubscribeMessage: (options) => requestSubscribeMessage(host, options),
      getSetting: (options) => settings(host, options),
      openSetting: async (options) => {
        if (!host.isInTap()) throw failure('openSetting', 'can only be invoked by user TAP gesture.');
        await showMessageSettings(host);
        return settings(host, options);
      },
      openAppAuthorizeSetting: () => undefined,
      authorize: () => undefined,
      getPrivacySetting: () => privacy.setting(),
      requirePrivacyAuthorize: () => privacy.require('requirePrivacyAuthorize'),
      openPrivacyContract: () => showContract(host, privacy.setting().privacyContractName),
    }),
    onNeedPrivacyAuthorization: privacy.onNeed.bind(privacy),
  };
}
