import { askForWantedCode, isCodeWanted, wantCode } from '../../../miniprogram/asking/wanted-code';
import { answer, installWx } from '../support/fake-wx';
import { resetIn } from '../support/home-responses';

let wechat: ReturnType<typeof installWx>['fake'];
const asked = () => wechat.cloud.callFunction.mock.calls.map(([{ data }]) => data);

beforeEach(() => {
  wechat = installWx().fake;
});

it('asks for nothing that nobody wanted', async () => {
  await askForWantedCode();
  expect(asked()).toEqual([]);
});

it('keeps what could not be asked, until the network is there', async () => {
  wantCode('之前的验证码不管用');
  wechat.cloud.callFunction.mockRejectedValueOnce({ errMsg: 'request:fail' });
  await askForWantedCode();
  expect(isCodeWanted()).toBe(true);
  wechat.cloud.callFunction.mockImplementation(() => answer({ resetRequest: resetIn('waiting') }));
  await Promise.all([askForWantedCode(), askForWantedCode()]);
  expect(isCodeWanted()).toBe(false);
  expect(asked()).toEqual([
    { action: 'requestResetCode', payload: { note: '之前的验证码不管用', escalate: true } },
    { action: 'requestResetCode', payload: { note: '之前的验证码不管用', escalate: true } },
  ]);
});

it('is settled once the cloud has answered, whatever it says', async () => {
  wantCode();
  wechat.cloud.callFunction.mockImplementation(() =>
    Promise.resolve({ result: { ok: false, error: { code: 'RESET_ALREADY_WAITING' } } }),
  );
  await askForWantedCode();
  expect(isCodeWanted()).toBe(false);
  expect(asked()).toHaveLength(1);
});
