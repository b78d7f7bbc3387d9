import { reachPerson } from '../../../miniprogram/services/reach-person';
import { phone } from '../support/mount';

const office = { name: '学院团委', phone: '021-55270000', line: '' };
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A phone whose dialling ends like this. */
const dialling = (errMsg: string | null) => {
  const wechat = Object.assign(phone(), {
    makePhoneCall: jest.fn(({ fail }: { fail: (error: { errMsg: string }) => void }) => {
      if (errMsg !== null) fail({ errMsg });
    }),
  });
  wechat.setClipboardData.mockImplementation(({ success }: { success: () => void }) => success());
  return wechat;
};

it.each<[string, string | null, string | null]>([
  ['calls, and copies nothing', null, null],
  ['leaves it at that when the person does not want to call', 'makePhoneCall:fail cancel', null],
  [
    'copies the number where nothing can call, and says which',
    'makePhoneCall:fail not supported',
    '021-55270000',
  ],
])('%s', async (_, errMsg, copied) => {
  const wechat = dialling(errMsg);
  reachPerson(office);
  await settled();
  expect(wechat.makePhoneCall).toHaveBeenCalledWith(expect.objectContaining({ phoneNumber: '021-55270000' }));
  expect(wechat.setClipboardData.mock.calls.map(([{ data }]) => data as string)).toEqual(
    copied ? [copied] : [],
  );
  if (copied)
    expect(wechat.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '打不了电话，已复制 021-55270000' }),
    );
});

it('copies the name of who has given no number', async () => {
  const wechat = dialling(null);
  reachPerson({ name: '团支书许嘉宁', phone: '', line: '' });
  await settled();
  expect(wechat.makePhoneCall).not.toHaveBeenCalled();
  expect(wechat.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '已复制“团支书许嘉宁”' }));
});
