import { mount, phone, type Mounted } from '../../support/mount';

let wechat: ReturnType<typeof phone>;
let page: Mounted;
beforeEach(() => {
  wechat = phone();
  page = mount(() => jest.requireActual('../../../../miniprogram/pages/sign-in/sign-in'));
});

it('leads on to the page behind it, with what the code or the card says', async () => {
  await page.does('onLoad', { scene: 'QX7K2M', as: undefined });
  const url = '/packages/start/sign-in/sign-in?scene=QX7K2M';
  expect(wechat.redirectTo).toHaveBeenCalledWith(expect.objectContaining({ url }));
  expect(page.data).toEqual({ failed: false });
});

it('says when the page could not be fetched, and tries again', async () => {
  wechat.redirectTo.mockImplementationOnce(({ fail }: { fail(): void }) => fail());
  await page.does('onLoad', {});
  expect(page.data).toEqual({ failed: true });
  await page.does('onRetry');
  expect(page.data).toEqual({ failed: false });
  expect(wechat.redirectTo).toHaveBeenCalledTimes(2);
});
