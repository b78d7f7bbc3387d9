/** Clipboard, scanner, network state, vibration and what else a phone does by itself. */
import type { RuntimeHost } from '../host';
import { asyncApis, failure, requireText } from './async-api';
import type { ShowToast } from './feedback';
import { listenerPair } from './listener-pair';
import { toBase64 } from './base64';
import { privacyOf } from './privacy';

interface Clipboard {
  read(): string;
  write(text: string): Promise<void>;
}

/** Every phone has its own clipboard; the computer's gets a copy where the browser allows it. */
function clipboardOf(host: RuntimeHost): Clipboard {
  const key = `${host.storagePrefix}clipboard`;
  return {
    read: () => localStorage.getItem(key) ?? '',
    write: async (text) => {
      localStorage.setItem(key, text);
      await navigator.clipboard?.writeText(text).catch(() => undefined);
    },
  };
}

const networkOf = (online: boolean) => (online ? 'wifi' : 'none');

export function createDeviceApis(host: RuntimeHost, showToast: ShowToast): Record<string, unknown> {
  const clipboard = clipboardOf(host);
  const privacy = privacyOf(host);
  const network = listenerPair<{ isConnected: boolean; networkType: string }>((run) =>
    host.onNetworkChange((online) => run({ isConnected: online, networkType: networkOf(online) })),
  );
  return {
    ...asyncApis({
      setClipboardData: async (options) => {
        const text = requireText('setClipboardData', options, 'data');
        await privacy.require('setClipboardData');
        await clipboard.write(text);
        showToast('内容已复制');
      },
      getClipboardData: async () => {
        await privacy.require('getClipboardData');
        return { data: clipboard.read() };
      },
      scanCode: async () => {
        await privacy.require('scanCode');
        if (host.conditions.has('no-camera')) throw failure('scanCode', 'auth deny');
        const result = await host.shell.scanCode();
        if (result === undefined) throw failure('scanCode', 'cancel');
        return {
          result,
          scanType: 'QR_CODE',
          charSet: 'UTF-8',
          path: '',
          rawData: toBase64(new TextEncoder().encode(result)),
        };
      },
      getNetworkType: () => ({
        networkType: networkOf(host.isOnline()),
        signalStrength: 0,
        hasSystemProxy: false,
      }),
      vibrateShort: () => undefined,
      vibrateLong: () => undefined,
      hideKeyboard: () => {
        const focused = document.activeElement;
        if (!(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) {
          throw failure('hideKeyboard', "input or textarea hasn't been focused");
        }
        focused.blur();
      },
      makePhoneCall: (options) => {
        showToast(`拨打 ${requireText('makePhoneCall', options, 'phoneNumber')}`);
      },
    }),
    onNetworkStatusChange: network.on,
    offNetworkStatusChange: network.off,
  };
}
