/** The page on which who has arrived leaves the office's telephone for classmates, or does not. */
import { answer } from '../../../support/fake-wx';
import { homeResponse, NOW, transferIn } from '../../../support/home-responses';
import { mount, phone, said, type Mounted } from '../../../support/mount';

let wechat: ReturnType<typeof phone>;
let page: Mounted;
const shared = () =>
  wechat.cloud.callFunction.mock.calls
    .map(([{ data }]) => data)
    .filter(({ action }) => action === 'shareReceiverPhone')
    .map(({ payload }) => payload);

const opens = async (state: 'accepted' | 'approved', receiverPhone?: string) => {
  const kept = receiverPhone === undefined ? {} : { receiverPhone };
  wechat.cloud.callFunction.mockImplementation(({ data }) =>
    data.action === 'shareReceiverPhone'
      ? answer({ transfer: transferIn(state) })
      : answer(homeResponse({ transfer: transferIn(state, kept) })),
  );
  page = mount(() =>
    jest.requireActual('../../../../../miniprogram/packages/graduate/receiver-phone/receiver-phone'),
  );
  await page.does('onShow');
};

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setImmediate'] });
  wechat = phone();
});
afterEach(() => jest.useRealTimers());

it('sends an office’s telephone once the sentence is ticked', async () => {
  await opens('accepted');
  await page.does('onInput', said({ value: '０２１－５８９５６７８９' }));
  await page.does('onSaveTap');
  expect(page.data.wrong).toBe('先勾选下面这一句');
  expect(shared()).toEqual([]);
  await page.does('onAgreeTap');
  await page.does('onSaveTap');
  expect(shared()).toEqual([{ version: 4, phone: '021-58956789' }]);
});

it('refuses somebody’s own telephone before it is sent', async () => {
  await opens('accepted');
  await page.does('onAgreeTap');
  await page.does('onInput', said({ value: '138 0013 8000' }));
  await page.does('onSaveTap');
  expect(page.data.wrong).toContain('手机是个人的');
  expect(shared()).toEqual([]);
});

it('takes it back with one tap', async () => {
  await opens('accepted', '021-58956789');
  expect(page.data).toMatchObject({ typed: '021-58956789', view: { shared: '021-58956789' } });
  await page.does('onTakeBackTap');
  expect(shared()).toEqual([{ version: 4, phone: null }]);
});

it('says why there is nothing to leave yet', async () => {
  await opens('approved');
  expect(page.data.view).toMatchObject({ closed: expect.stringContaining('接收你以后') as string });
});
