import { call } from '../../../miniprogram/asking/call';
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
    ['MONTH_USED_UP', { errMsg: 'cloud.callFunction:fail -501003 exceed request limit' }],
    ['MONTH_USED_UP', { errMsg: 'EXCEED_REQUEST_LIMIT request limit exceeded, plan resources exhausted' }],
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

  describe('while very many ask', () => {
    const BUSY = { code: 'BUSY' };
    const TOO_MANY = { errMsg: 'cloud.callFunction:fail -501004 exceed concurrent request limit' };
    beforeEach(() => {
      jest.useFakeTimers();
      fake.cloud.callFunction.mockClear();
    });
    afterEach(() => jest.useRealTimers());
    const replyWithin = async (ms: number) => {
      const reply = call('graduate', 'confirmLogin', {});
      await jest.advanceTimersByTimeAsync(ms);
      return reply;
    };

    it('asks again when the function is not run, or says that it is busy', async () => {
      fake.cloud.callFunction
        .mockRejectedValueOnce(TOO_MANY)
        .mockReturnValueOnce(refuse(BUSY))
        .mockReturnValueOnce(answer({ loginConfirmedAt: 5 }));
      expect(await replyWithin(5_000)).toEqual({ ok: true, data: { loginConfirmedAt: 5 } });
    });

    it('says that the person stands in the queue, and after a minute to come back later', async () => {
      fake.cloud.callFunction.mockRejectedValue(TOO_MANY);
      const reply = call('graduate', 'confirmLogin', {});
      await jest.advanceTimersByTimeAsync(50_000);
      expect(fake.showToast).toHaveBeenCalledWith(
        expect.objectContaining({ title: '人多，正在排队，请稍等', icon: 'none' }),
      );
      await jest.advanceTimersByTimeAsync(20_000);
      expect(await reply).toEqual({ ok: false, error: BUSY });
      // Nobody who has waited long asks more rarely than who has just come.
      expect(fake.cloud.callFunction.mock.calls.length).toBeGreaterThan(12);
      fake.cloud.callFunction.mockReset();
    });

    it('says nothing of a queue for what nobody waits for', async () => {
      fake.showToast.mockClear();
      fake.cloud.callFunction.mockRejectedValueOnce(TOO_MANY).mockReturnValueOnce(answer({ savedAt: 5 }));
      const reply = call('graduate', 'saveDraft', { draft: {}, screenshots: [] });
      await jest.advanceTimersByTimeAsync(5_000);
      expect(await reply).toEqual({ ok: true, data: { savedAt: 5 } });
      expect(fake.showToast).not.toHaveBeenCalled();
    });

    it('asks once where the function ran out of its time: it may have done its work', async () => {
      fake.cloud.callFunction.mockRejectedValueOnce({ errMsg: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
      expect(await replyWithin(0)).toEqual({ ok: false, error: BUSY });
      expect(fake.cloud.callFunction).toHaveBeenCalledTimes(1);
    });
  });

  it('keeps the template ids that came along, for the next tap', async () => {
    const subscription = { templateIds: { code: 'tmpl-code' }, credits: { code: 1 } };
    fake.cloud.callFunction.mockReturnValueOnce(answer({ subscription }));
    await call('account', 'whoAmI', {});
    expect(latestSubscription()).toEqual(subscription);
  });
});
