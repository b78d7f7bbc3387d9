/** A stand-in for WeChat's API object: storage in memory, everything else a jest mock. */
type CallFunction = (options: {
  name: string;
  data: { action: string; payload: unknown };
}) => Promise<{ result: unknown }>;

export const installWx = () => {
  const stored = new Map<string, unknown>();
  const fake = {
    cloud: {
      callFunction: jest.fn<ReturnType<CallFunction>, Parameters<CallFunction>>(),
      uploadFile: jest.fn(),
    },
    getStorageSync: jest.fn((key: string) => stored.get(key) ?? ''),
    setStorageSync: jest.fn((key: string, value: unknown) => void stored.set(key, value)),
    removeStorageSync: jest.fn((key: string) => void stored.delete(key)),
    clearStorageSync: jest.fn(() => stored.clear()),
    requestSubscribeMessage: jest.fn(),
    reLaunch: jest.fn(),
    switchTab: jest.fn(),
    navigateTo: jest.fn(),
    redirectTo: jest.fn(),
    setClipboardData: jest.fn(),
    compressImage: jest.fn(),
    showToast: jest.fn(),
    getAppBaseInfo: jest.fn(() => ({ fontSizeSetting: 16 })),
  };
  (globalThis as unknown as { wx: typeof fake }).wx = fake;
  Object.assign(globalThis, { getCurrentPages: () => [] });
  return { fake, stored };
};

/** What the cloud answers to every call. */
export const answer = (data: unknown) => Promise.resolve({ result: { ok: true, data } });
export const refuse = (error: unknown) => Promise.resolve({ result: { ok: false, error } });
