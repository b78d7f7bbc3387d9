import { answer, refuse } from '../../support/fake-wx';
import { mount, phone, tapOn, type Mounted } from '../../support/mount';
import { homeResponse } from '../../support/home-responses';

const { season, comingReminders: coming, transfer, loginConfirmedAt, now } = homeResponse();
const subscription = {
  templateIds: { deadline: 'tmpl-d', progress: 'tmpl-p', code: 'tmpl-c', task: 'tmpl-t' },
  credits: { deadline: 1, progress: 0, code: 0, task: 0 },
};
const notice = (id: string, at: number) => ({
  id,
  kind: 'approved',
  title: id,
  text: '',
  page: 'pages/track/track',
  at,
  read: false,
});
const inbox = (more: object = {}) => ({
  notices: [notice('新的', now)],
  unread: 2,
  next: now,
  reminders: {
    state: transfer?.state,
    loginConfirmedAt,
    receiverClock: true,
    deadlineAt: transfer?.deadlineAt,
    season,
    rulebookId: season.rulebookId,
    coming,
  },
  subscription,
  ...more,
});

let wechat: ReturnType<typeof phone>;
let page: Mounted;
const calls = () => wechat.cloud.callFunction.mock.calls.map(([{ data }]) => data);
const shown = (): unknown[] => (page.data.rows as { title: string }[]).map(({ title }) => title);

beforeEach(async () => {
  jest.useFakeTimers({ now, doNotFake: ['setImmediate'] });
  wechat = phone();
  wechat.cloud.callFunction.mockImplementation(() => answer(inbox()));
  page = mount(() => jest.requireActual('../../../../miniprogram/pages/messages/messages'));
  await page.does('onShow');
});
afterEach(() => jest.useRealTimers());

it('opened from a message of WeChat’s, on a phone that knows nothing yet, it shows the card with one call', () => {
  expect(calls()).toEqual([{ action: 'messages', payload: {} }]);
  expect(page.data.credits).toMatchObject({ count: 1 });
});

it('asks for one more there, in that very tap, and counts it', async () => {
  wechat.requestSubscribeMessage.mockImplementation(({ tmplIds, success }) =>
    success(Object.fromEntries((tmplIds as string[]).map((id) => [id, 'accept']))),
  );
  const more = { ...subscription, credits: { ...subscription.credits, deadline: 2 } };
  wechat.cloud.callFunction.mockImplementation(() => answer({ subscription: more }));
  await page.does('onMoreTap');
  expect(calls().map(({ action }) => action)).toEqual(['messages', 'addCredits']);
  expect(page.data.credits).toMatchObject({ count: 2 });
});

it('puts older notices behind, each once, and keeps the card', async () => {
  const older = { notices: [notice('新的', now), notice('旧的', now - 1)], next: null, reminders: null };
  wechat.cloud.callFunction.mockImplementation(() => answer(inbox(older)));
  await page.does('onOlderTap');
  await page.does('onOlderTap');
  expect(calls().slice(1)).toEqual([{ action: 'messages', payload: { before: now } }]);
  expect(shown()).toEqual(['新的', '旧的']);
  expect(page.data).toMatchObject({ more: false, credits: { count: 1 } });
});

it('keeps what it shows when the older ones do not come, and can ask again', async () => {
  wechat.cloud.callFunction.mockImplementation(() => refuse({ code: 'INTERNAL' }));
  await page.does('onOlderTap');
  expect(shown()).toEqual(['新的']);
  expect(page.data).toMatchObject({ more: true, busy: '' });
});

it('counts a notice as read at once, opens what it is about, and tells the cloud', async () => {
  await page.does('onNoticeTap', tapOn({ id: '新的' }));
  expect(page.data.unread).toBe(1);
  expect(wechat.switchTab).toHaveBeenCalledWith({ url: '/pages/track/track' });
  expect(calls().slice(1)).toEqual([{ action: 'markRead', payload: { ids: ['新的'] } }]);
});
