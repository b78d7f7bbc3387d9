import { answer, refuse } from '../support/fake-wx';
import { mount, phone, said } from '../support/mount';

const wechat = phone();
beforeEach(() => jest.clearAllMocks());

const COLLEGE = { id: 'c1', name: '光电学院' };
const opened = async () => {
  const sheet = mount(() =>
    jest.requireActual('../../../miniprogram/packages/teacher/accounts/college-sheet/college-sheet'),
  );
  await sheet.does('open', COLLEGE);
  await sheet.does('onName', said({ value: '光电信息学院' }));
  return sheet;
};
const asked = () => wechat.cloud.callFunction.mock.calls.length;

it('asks once, however often it is tapped, and closes when it is done', async () => {
  wechat.cloud.callFunction.mockReturnValue(answer({ people: 30 }));
  const sheet = await opened();
  await Promise.all([sheet.does('onConfirm'), sheet.does('onConfirm')]);
  expect(asked()).toBe(1);
  expect(sheet.data).toMatchObject({ visible: false, busy: '', error: '' });
  expect(sheet.triggerEvent.mock.calls).toEqual([['done', undefined]]);
  expect(wechat.showToast?.mock.calls).toMatchObject([[{ title: '改好了，30 人跟着改了' }]]);
});

it.each([
  ['CONFLICT', '已经有一个学院叫这个名字，或名单正在写入'],
  ['OFFLINE', '网络没有连上，联网后再试一次'],
])('stays open and says why not: %s', async (code, words) => {
  wechat.cloud.callFunction.mockReturnValue(refuse({ code }));
  const sheet = await opened();
  await sheet.does('onConfirm');
  expect(sheet.data).toMatchObject({ visible: true, busy: '', error: words });
  expect(sheet.triggerEvent).not.toHaveBeenCalled();
});

it('cannot be left while it asks', async () => {
  let reply: (value: { result: unknown }) => void = () => undefined;
  wechat.cloud.callFunction.mockReturnValue(new Promise((resolve) => (reply = resolve)));
  const sheet = await opened();
  await sheet.does('onConfirm');
  await sheet.does('onVisibleChange', said({ visible: false }));
  expect(sheet.data.visible).toBe(true);
  reply(await refuse({ code: 'CONFLICT' }));
  await new Promise((resolve) => setTimeout(resolve));
  await sheet.does('onVisibleChange', said({ visible: false }));
  expect(sheet.data.visible).toBe(false);
});
