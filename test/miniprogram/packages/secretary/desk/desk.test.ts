import { mount, phone, said } from '../../../support/mount';

/** @param width of the window, px */
const deskIn = async (width: number, tab = 'branch') => {
  const wechat = phone();
  Object.assign(wechat, {
    getWindowInfo: () => ({ windowWidth: width }),
    canIUse: () => false,
    getStorageSync: () => [{ role: 'secretary', scopeId: 'b', scopeName: '' }],
  });
  const page = mount(() => jest.requireActual('../../../../../miniprogram/packages/secretary/desk/desk'));
  await page.does('onLoad', { tab });
  return { page, wechat };
};

it('opens a classmate beside the list where there is room, else on a page of their own', async () => {
  const wide = await deskIn(1100);
  await wide.page.does('onOpen', said({ memberId: 'm-1' }));
  expect(wide.page.data).toMatchObject({ beside: true, opened: 'm-1' });
  expect(wide.wechat.navigateTo).not.toHaveBeenCalled();

  const narrow = await deskIn(375);
  await narrow.page.does('onOpen', said({ memberId: 'm-1' }));
  expect(narrow.page.data).toMatchObject({ beside: false, opened: '' });
  expect(narrow.wechat.navigateTo).toHaveBeenCalledTimes(1);
});

it('opens whoever waits for a code beside the queue, and leaves a phone on the queue', async () => {
  const wide = await deskIn(1100, 'codes');
  await wide.page.does('onWaiting', said({ memberId: 'm-2' }));
  expect(wide.page.data.opened).toBe('m-2');

  const narrow = await deskIn(375, 'codes');
  await narrow.page.does('onWaiting', said({ memberId: 'm-2' }));
  expect(narrow.page.data.opened).toBe('');
});

it('shows the invitation alone, and nobody of the tab that was left', async () => {
  const { page } = await deskIn(1100);
  await page.does('onOpen', said({ memberId: 'm-1' }));
  await page.does('onTabChange', said({ value: 'invite' }));
  expect(page.data).toMatchObject({ beside: false, opened: '' });
});
