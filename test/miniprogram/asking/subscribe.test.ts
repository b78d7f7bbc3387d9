import { askForReminders, flushCredits } from '../../../miniprogram/asking/subscribe';
import { rememberSubscription } from '../../../miniprogram/memory/subscription';
import { answer, installWx } from '../support/fake-wx';

const templateIds = { progress: 'tmpl-p', deadline: 'tmpl-d', code: 'tmpl-c', task: 'tmpl-t' };

describe('asking for reminders', () => {
  const { fake, stored } = installWx();
  const sheet = (answers: object) =>
    fake.requestSubscribeMessage.mockImplementationOnce(({ success }: { success(value: object): void }) =>
      success({ errMsg: 'ok', ...answers }),
    );

  beforeEach(() => {
    jest.clearAllMocks();
    stored.clear();
    rememberSubscription({ subscription: { templateIds, credits: {} } });
  });

  it('books each accepted template once', async () => {
    sheet({ 'tmpl-d': 'accept', 'tmpl-p': 'reject' });
    const subscription = { templateIds, credits: { deadline: 1 } };
    fake.cloud.callFunction.mockReturnValueOnce(answer({ subscription }));
    expect(await askForReminders(['deadline', 'progress'])).toEqual({ accepted: ['deadline'], subscription });
    const { data } = fake.cloud.callFunction.mock.calls[0]?.[0] ?? {};
    expect(data).toMatchObject({ action: 'addCredits', payload: { accepted: ['deadline'] } });
    expect(stored.get('unbooked-credits')).toEqual([]);
  });

  it('never asks for more than three templates in one sheet', async () => {
    sheet({});
    await askForReminders(['code', 'deadline', 'progress', 'task']);
    expect(fake.requestSubscribeMessage.mock.calls[0]?.[0].tmplIds).toEqual(['tmpl-c', 'tmpl-d', 'tmpl-p']);
  });

  it.each([
    ['rejected everything', () => sheet({ 'tmpl-c': 'reject' })],
    ['switched reminders off', () => sheet({ 'tmpl-c': 'ban' })],
    [
      'cannot be asked now',
      () =>
        fake.requestSubscribeMessage.mockImplementationOnce(
          ({ fail }: { fail(error: { errCode: number }): void }) => fail({ errCode: 10002 }),
        ),
    ],
  ])('lets the action go on when the person %s', async (_, arrange) => {
    arrange();
    expect(await askForReminders(['code'])).toEqual({ accepted: [], subscription: null });
    expect(fake.cloud.callFunction).not.toHaveBeenCalled();
  });

  it('asks nothing while no template id is known', async () => {
    rememberSubscription({ subscription: { templateIds: {}, credits: {} } });
    expect((await askForReminders(['code'])).accepted).toEqual([]);
    expect(fake.requestSubscribeMessage).not.toHaveBeenCalled();
  });

  it('books later, under the same id, what the network lost', async () => {
    sheet({ 'tmpl-c': 'accept' });
    fake.cloud.callFunction.mockRejectedValueOnce({ errMsg: 'request:fail' });
    expect((await askForReminders(['code'])).subscription).toBeNull();
    const lost = fake.cloud.callFunction.mock.calls[0]?.[0].data.payload;
    fake.cloud.callFunction.mockReturnValueOnce(
      answer({ subscription: { templateIds, credits: { code: 1 } } }),
    );
    await flushCredits();
    expect(fake.cloud.callFunction.mock.calls[1]?.[0].data.payload).toEqual(lost);
    await flushCredits();
    expect(fake.cloud.callFunction).toHaveBeenCalledTimes(2);
  });
});
