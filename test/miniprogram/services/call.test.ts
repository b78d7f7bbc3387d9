import { call } from '../../../miniprogram/services/call';
import { latestSubscription } from '../../../miniprogram/memory/subscription';
import { answer, installWx, refuse } from '../support/fake-wx';

describe('a call to the cloud', () => {
  const { fake } = installWx();

  it('sends action and payload and hands the data on', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(answer({ loginConfirmedAt: 5 }));
    const reply = await call('graduate', 'confirmLogin', {});
    expect(fake.cloud.callFunction).toHaveBeenCalledWith({
      name: 'graduate',
      data: { action: 'confirmLogin', payload: {} },
    });
    expect(reply).toEqual({ ok: true, data: { loginConfirmedAt: 5 } });
  });

  it('hands an expected failure on with its field and detail', async () => {
    const error = { code: 'SIGN_IN_LOCKED', field: 'code', detail: { minutes: 5 }, stack: 'secret' };
    fake.cloud.callFunction.mockReturnValueOnce(refuse(error));
    expect(await call('graduate', 'confirmLogin', {})).toEqual({
      ok: false,
      error: { code: 'SIGN_IN_LOCKED', field: 'code', detail: { minutes: 5 } },
    });
  });

  it.each([
    ['an unknown code', { ok: false, error: { code: 'SOMETHING_NEW' } }],
    ['no result', undefined],
    ['a text', 'oops'],
    ['a failure without error', { ok: false }],
  ])('takes %s for a fault of ours', async (_, result) => {
    fake.cloud.callFunction.mockResolvedValueOnce({ result });
    expect(await call('graduate', 'confirmLogin', {})).toEqual({ ok: false, error: { code: 'INTERNAL' } });
  });

  it.each([
    ['OFFLINE', { errMsg: 'cloud.callFunction:fail Error: request:fail net::ERR_INTERNET_DISCONNECTED' }],
    ['OFFLINE', { errMsg: 'cloud.callFunction:fail timeout' }],
    ['OFFLINE', new Error('network is offline')],
    ['BUSY', { errMsg: 'cloud.callFunction:fail -502003 database request timeout' }],
    ['BUSY', { errMsg: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' }],
    ['INTERNAL', { errMsg: 'cloud.callFunction:fail -501000 function not found' }],
    ['INTERNAL', undefined],
  ])('maps to %s the transport failure %j', async (code, thrown) => {
    fake.cloud.callFunction.mockRejectedValueOnce(thrown);
    expect(await call('graduate', 'confirmLogin', {})).toEqual({ ok: false, error: { code } });
  });

  it('gives up after twenty seconds of silence', async () => {
    jest.useFakeTimers();
    fake.cloud.callFunction.mockReturnValueOnce(new Promise(() => undefined));
    const reply = call('graduate', 'confirmLogin', {});
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await reply).toEqual({ ok: false, error: { code: 'OFFLINE' } });
    jest.useRealTimers();
  });

  it('keeps the template ids that came along, for the next tap', async () => {
    const subscription = { templateIds: { code: 'tmpl-code' }, credits: { code: 1 } };
    fake.cloud.callFunction.mockReturnValueOnce(answer({ subscription }));
    await call('account', 'whoAmI', {});
    expect(latestSubscription()).toEqual(subscription);
  });
});
