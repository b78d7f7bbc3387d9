import { answer } from '../../../support/fake-wx';
import { at, homeResponse, NOW, transferIn } from '../../../support/home-responses';
import { mount, phone, type Mounted } from '../../../support/mount';

let wechat: ReturnType<typeof phone>;
const showModal = jest.fn();

const opened = async (initiatedAt: number): Promise<Mounted> => {
  const draft = { organisation: '澄江智能装备（上海）有限公司团支部', initiatedAt };
  wechat.cloud.callFunction.mockImplementation(() =>
    answer(homeResponse({ transfer: transferIn('draft', { draft }) })),
  );
  const page = mount(() => jest.requireActual('../../../../../miniprogram/packages/graduate/review/review'));
  await page.does('onLoad');
  await page.does('onShow');
  return page;
};
const submissions = () =>
  wechat.cloud.callFunction.mock.calls.filter(([{ data }]) => data.action === 'submit');

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setImmediate'] });
  wechat = phone();
  Object.assign(wechat, { showModal });
  showModal.mockReset();
  wechat.requestSubscribeMessage.mockImplementation(({ fail }: { fail(error: object): void }) =>
    fail({ errMsg: 'requestSubscribeMessage:fail', errCode: 10005 }),
  );
});
afterEach(() => jest.useRealTimers());

it('hands in at once what was started lately', async () => {
  const page = await opened(NOW);
  await page.does('onSubmitTap');
  expect(showModal).not.toHaveBeenCalled();
  expect(submissions()).toHaveLength(1);
});

it('asks about a start before the season, and hands it in when that is right', async () => {
  showModal.mockResolvedValue({ confirm: true });
  const page = await opened(at('03-01 09:00'));
  await page.does('onSubmitTap');
  expect(showModal).toHaveBeenCalledWith(
    expect.objectContaining({ content: '你填的发起时间是 2026年3月1日，确定吗？' }),
  );
  expect(submissions()).toHaveLength(1);
});

it('hands nothing in and leads back to the form when it was a slip', async () => {
  showModal.mockResolvedValue({ confirm: false });
  const page = await opened(at('03-01 09:00'));
  await page.does('onSubmitTap');
  expect(submissions()).toEqual([]);
  expect(wechat.redirectTo).toHaveBeenCalledWith({ url: '/packages/graduate/form/form' });
});
