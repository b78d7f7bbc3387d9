/** Permissions, consent and settings. */
import type { RuntimeHost } from '../host';
import { asyncApis, failure, type Options } from './async-api';
import { privacyOf } from './privacy';
import { requestSubscribeMessage } from './subscribe';

const AUTHORIZED = { 'scope.writePhotosAlbum': true, 'scope.camera': true };

const settings = ({ withSubscriptions }: Options) => ({
  authSetting: AUTHORIZED,
  // Items appear only for templates a person chose to keep without being asked; here everyone is asked every time.
  ...(withSubscriptions === true && { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
});

export function createSettingApis(host: RuntimeHost): Record<string, unknown> {
  const privacy = privacyOf(host);
  return {
    ...asyncApis({
      requestSubscribeMessage: (options) => requestSubscribeMessage(host, options),
      getSetting: settings,
      openSetting: (options) => {
        if (!host.isInTap()) throw failure('openSetting', 'can only be invoked by user TAP gesture.');
        return settings(options);
      },
      openAppAuthorizeSetting: () => undefined,
      authorize: () => undefined,
      getPrivacySetting: () => privacy.setting(),
      requirePrivacyAuthorize: () => privacy.require('requirePrivacyAuthorize'),
      openPrivacyContract: () => undefined,
    }),
    onNeedPrivacyAuthorization: privacy.onNeed.bind(privacy),
  };
}
