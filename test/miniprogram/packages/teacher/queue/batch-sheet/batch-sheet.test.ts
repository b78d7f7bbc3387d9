import { answer, refuse } from '../../../../support/fake-wx';
import { mount, phone, tapOn, type Mounted } from '../../../../support/mount';

const BATCH = { ids: ['t-1', 't-2'], decision: 'approve', rulebookId: 'usst-2020' };
const about = (transferId: string) => ({
  transferId,
  version: 3,
  memberName: transferId,
  branchName: '电信2202团支部',
  wayId: 'employed',
  routeId: 'direct',
  organisation: '某某有限公司团支部',
  deadlineAt: null,
});
const PREVIEW = {
  included: [about('t-1')],
  excluded: [{ ...about('t-2'), reasons: ['no-screenshot'], findings: [] }],
  now: 0,
};
const DECIDED = { results: [{ transferId: 't-1', done: true, reasons: [], state: 'approved' }], now: 0 };

let wechat: ReturnType<typeof phone>;
let sheet: Mounted;
let replies: Record<string, () => Promise<{ result: unknown }>>;
const sent = (action: string) =>
  wechat.cloud.callFunction.mock.calls
    .filter(([{ data }]) => data.action === action)
    .map(([{ data }]) => data.payload);

beforeEach(() => {
  wechat = phone();
  replies = { batchPreview: () => answer(PREVIEW), batchDecide: () => answer(DECIDED) };
  wechat.cloud.callFunction.mockImplementation(
    ({ data }) => replies[data.action]?.() ?? refuse({ code: 'UNKNOWN_ACTION' }),
  );
  sheet = mount(() =>
    jest.requireActual('../../../../../../miniprogram/packages/teacher/queue/batch-sheet/batch-sheet'),
  );
});

it('decides only what the preview took, once', async () => {
  await sheet.does('open', BATCH);
  expect(sheet.data.view).toMatchObject({ confirm: '批准 1 条', excludedTitle: '1 条要你单独看' });
  await Promise.all([sheet.does('onConfirmTap'), sheet.does('onConfirmTap')]);
  expect(sent('batchDecide')).toEqual([{ decision: 'approve', items: [{ transferId: 't-1', version: 3 }] }]);
  expect(sheet.data).toMatchObject({ finished: true, busy: '', view: { title: '批准了 1 条' } });
  expect(sheet.triggerEvent).toHaveBeenCalledWith('done');
});

it('tries the preview again after a failure', async () => {
  replies.batchPreview = () => Promise.reject(new Error('request:fail'));
  await sheet.does('open', BATCH);
  expect(sheet.data.view).toBeNull();
  expect(sheet.data.error).not.toBe('');
  replies.batchPreview = () => answer(PREVIEW);
  await sheet.does('onRetryTap');
  expect(sheet.data).toMatchObject({ error: '', view: { confirm: '批准 1 条' } });
});

it('keeps the preview when deciding fails, and can be tapped again', async () => {
  await sheet.does('open', BATCH);
  replies.batchDecide = () => refuse({ code: 'INTERNAL' });
  await sheet.does('onConfirmTap');
  expect(sheet.data).toMatchObject({ busy: '', finished: false, view: { confirm: '批准 1 条' } });
  expect(sheet.data.error).not.toBe('');
  expect(sheet.triggerEvent).not.toHaveBeenCalled();
});

it('leads to one that was left out', async () => {
  await sheet.does('open', BATCH);
  await sheet.does('onRowTap', tapOn({ id: 't-2' }));
  expect(sheet.data.visible).toBe(false);
  expect(sheet.triggerEvent).toHaveBeenCalledWith('look', { id: 't-2' });
});
