import { answer } from '../../../support/fake-wx';
import { at, homeResponse, NOW, transferIn } from '../../../support/home-responses';
import { mount, phone, type Mounted } from '../../../support/mount';

let wechat: ReturnType<typeof phone>;
const showModal = jest.fn();

const NAME = '澄江智能装备（上海）有限公司团支部';
const opened = async (
  initiatedAt: number,
  organisation = NAME,
  receivers: readonly object[] = [],
): Promise<Mounted> => {
  const draft = { organisation, initiatedAt };
  wechat.cloud.callFunction.mockImplementation(({ data }: { data: { action: string } }) =>
    data.action === 'receivers'
      ? answer({ receivers })
      : answer(homeResponse({ transfer: transferIn('draft', { draft }) })),
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

it('shows and asks once more what does not go together, and is no wall', async () => {
  showModal.mockResolvedValueOnce({ confirm: false }).mockResolvedValueOnce({ confirm: true });
  const page = await opened(NOW, '北京大学光华管理学院2026级团支部');
  expect(page.data['doubts']).toMatchObject([{ id: 'organisation' }]);
  await page.does('onSubmitTap');
  expect(submissions()).toEqual([]);
  await page.does('onSubmitTap');
  expect(submissions()).toHaveLength(1);
});

const UNIVERSITY = '北京大学光华管理学院2026级团支部';
it.each([
  [true, []],
  [false, [{ id: 'organisation' }]],
])(
  'asks about a name that classmates arrived under unless it was seen on the list: %s',
  async (verified, left) => {
    const page = await opened(NOW, UNIVERSITY, [{ name: UNIVERSITY, people: 2, verified }]);
    expect(page.data['doubts']).toMatchObject(left);
    expect(page.data['doubts']).toHaveLength(left.length);
  },
);
