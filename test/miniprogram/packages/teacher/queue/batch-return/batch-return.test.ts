import { answer, refuse } from '../../../../support/fake-wx';
import { mount, phone, said, type Mounted } from '../../../../support/mount';

const shown = (transferId: string) => ({ transferId, version: 3 });
const REASON = said({ reason: '截图看不清' });
const RETURNED = () => answer({ version: 4, state: 'returned' });

let wechat: ReturnType<typeof phone>;
let sheet: Mounted;
/** What the cloud says to one transfer after the other; the last one holds for all that follow. */
let replies: (() => Promise<{ result: unknown }>)[];
const sent = () => wechat.cloud.callFunction.mock.calls.map(([{ data }]) => data.payload);

beforeEach(async () => {
  wechat = phone();
  replies = [RETURNED];
  wechat.cloud.callFunction.mockImplementation(() =>
    ((replies.length > 1 ? replies.shift() : replies[0]) ?? RETURNED)(),
  );
  sheet = mount(() =>
    jest.requireActual('../../../../../../miniprogram/packages/teacher/queue/batch-return/batch-return'),
  );
  await sheet.does('open', { transfers: [shown('t-1'), shown('t-2')], reasons: ['截图看不清'] });
});

it('returns each once with the same reason, however often it is tapped', async () => {
  expect(sheet.data).toMatchObject({ visible: true, total: 2, reasons: ['截图看不清'] });
  await Promise.all([sheet.does('onConfirm', REASON), sheet.does('onConfirm', REASON)]);
  const decision = { decision: 'return', reason: '截图看不清', seenOnSystem: false };
  expect(sent()).toEqual([
    { ...shown('t-1'), ...decision },
    { ...shown('t-2'), ...decision },
  ]);
  expect(sheet.data).toMatchObject({ visible: false, busy: '' });
  expect(sheet.triggerEvent).toHaveBeenCalledWith('done');
});

it.each([
  ['changed meanwhile', 'TRANSFER_VERSION_STALE', '退回了 1 条，其余的刚刚有了变化'],
  ['could not be returned', 'INTERNAL', '退回了 1 条，其余的没有退回，请再选一次'],
])('goes on past one that %s and says how many it was', async (_, code, words) => {
  replies = [() => refuse({ code }), RETURNED];
  await sheet.does('onConfirm', REASON);
  expect(sent()).toHaveLength(2);
  expect(wechat.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: words }));
  expect(sheet.triggerEvent).toHaveBeenCalledWith('done');
});

it('asks for newer ones when all have changed', async () => {
  replies = [() => refuse({ code: 'TRANSFER_ILLEGAL_STEP' })];
  await sheet.does('onConfirm', REASON);
  expect(sheet.data).toMatchObject({ visible: true, busy: '' });
  expect(sheet.data.error).toContain('刚刚有了变化');
  expect(sheet.triggerEvent.mock.calls).toEqual([['stale']]);
});

it('tries no further without a line, keeps the sheet and can be tapped again', async () => {
  replies = [() => Promise.reject(new Error('request:fail'))];
  await sheet.does('onConfirm', REASON);
  expect(sent()).toHaveLength(1);
  expect(sheet.data).toMatchObject({ visible: true, busy: '', total: 2 });
  expect(sheet.data.error).toContain('网络');
  expect(sheet.triggerEvent).not.toHaveBeenCalled();
  replies = [RETURNED];
  await sheet.does('onConfirm', REASON);
  expect(sheet.data).toMatchObject({ visible: false, error: '' });
  expect(sheet.triggerEvent).toHaveBeenCalledWith('done');
});
