import { answer, refuse } from '../../../../support/fake-wx';
import type * as Round from '../../../../../../miniprogram/memory/round';
import { mount, phone, said, tapOn, type Mounted } from '../../../../support/mount';

const NOW = Date.UTC(2026, 5, 12, 2, 0);
const SUBSCRIPTION = {
  templateIds: { progress: '', deadline: '', code: '', task: '' },
  credits: { progress: 0, deadline: 0, code: 0, task: 9 },
};
const entry = (step: string, name: string, at = NOW) => ({
  at,
  step,
  by: { role: 'teacher', name },
  attempt: 1,
});
const item = (more: object = {}) => ({
  id: 't-1',
  version: 3,
  rulebookId: 'usst-2020',
  memberId: 'm-1',
  state: 'submitted',
  memberName: '陈可',
  branchName: '电信2202团支部',
  wayId: 'employed',
  routeId: 'direct',
  attempt: 1,
  fields: { organisation: '北辰海洋仪器（青岛）有限公司团支部' },
  screenshots: [
    { fileId: 'cloud://a', url: 'https://x/1.png' },
    { fileId: 'cloud://b', url: 'https://x/2.png' },
  ],
  initiatedAt: NOW,
  deadlineAt: NOW + 5 * 86_400_000,
  timeline: [entry('submit', '陈可', NOW - 1)],
  ...more,
});
const shown = (more: object = {}) => answer({ item: item(more), subscription: SUBSCRIPTION, now: NOW });

let wechat: ReturnType<typeof phone>;
let page: Mounted;
const calls = () => wechat.cloud.callFunction.mock.calls.map(([{ data }]) => data);
const sent = (action: string) => calls().filter((one) => one.action === action);

/** The page around it says which. */
const opens = async (id: string) => {
  page.gets('transferId', id);
  await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(async () => {
  wechat = phone();
  wechat.cloud.callFunction.mockImplementation(() => shown());
  page = mount(() =>
    jest.requireActual(
      '../../../../../../miniprogram/packages/teacher/decision/decision-panel/decision-panel',
    ),
  );
  await opens('t-1');
});
const answers = (action: string, reply: () => Promise<{ result: unknown }>, then = shown) =>
  wechat.cloud.callFunction.mockImplementation(({ data }) => (data.action === action ? reply() : then()));

it('opens with one call', () => {
  expect(calls()).toEqual([{ action: 'decision', payload: { transferId: 't-1' } }]);
});

it('goes back to the one before after a wrong tap on the next', async () => {
  page = mount(() => {
    jest
      .requireActual<typeof Round>('../../../../../../miniprogram/memory/round')
      .rememberRound('decisions', ['t-1', 't-2']);
    return jest.requireActual(
      '../../../../../../miniprogram/packages/teacher/decision/decision-panel/decision-panel',
    );
  });
  await opens('t-1');
  await page.does('onNextTap');
  expect(page.data).toMatchObject({ id: 't-2', previous: 't-1' });
  expect(page.triggerEvent).toHaveBeenCalledWith('open', { id: 't-2' });
  await page.does('onPreviousTap');
  expect(page.data).toMatchObject({ id: 't-1', previous: '', next: 't-2' });
});

it('decides once however often it is tapped', async () => {
  answers('decide', () => answer({ version: 4, state: 'approved' }));
  await Promise.all([page.does('onMainTap'), page.does('onMainTap'), page.does('onMainTap')]);
  expect(sent('decide')).toEqual([
    {
      action: 'decide',
      payload: { transferId: 't-1', version: 3, decision: 'approve', seenOnSystem: false },
    },
  ]);
  expect(page.triggerEvent.mock.calls.filter(([name]) => name === 'leave')).toHaveLength(1);
});

it('says why it failed, keeps everything and opens the button again', async () => {
  answers('decide', () => refuse({ code: 'INTERNAL' }));
  await page.does('onSeenTap');
  await page.does('onMainTap');
  expect(page.data).toMatchObject({ busy: '', seen: true, overtaken: '' });
  expect(page.data.failed).not.toBe('');
  answers('decide', () => answer({ version: 4, state: 'approved' }));
  await page.does('onMainTap');
  expect(sent('decide')).toHaveLength(2);
  expect(sent('decide')[1]?.payload).toMatchObject({ seenOnSystem: true });
});

it('shows a colleague’s decision instead of its own', async () => {
  const approved = () =>
    shown({ state: 'approved', version: 4, timeline: [...item().timeline, entry('approve', '梁清和')] });
  answers('decide', () => refuse({ code: 'TRANSFER_VERSION_STALE' }), approved);
  await page.does('onReasonTap', tapOn({ reason: '名称不完整' }));
  await page.does('onReturnTap');
  await page.does('onSheetConfirm', said({ reason: '名称不完整' }));
  expect(page.data).toMatchObject({
    overtaken: '10:00 梁清和，批准转出。你的决定没有记下，下面是最新的。',
    sheetVisible: false,
    view: { state: 'approved', main: null },
  });
});

it('keeps the reason that was typed when a return fails', async () => {
  await page.does('onOwnReasonTap');
  answers('decide', () => Promise.reject(new Error('request:fail')));
  await page.does('onSheetConfirm', said({ reason: '请写全称' }));
  expect(page.data).toMatchObject({ sheetVisible: true, busy: '', failed: '' });
  expect(page.data.sheetError).not.toBe('');
});

it('enlarges the screenshot that was tapped, among all of them', async () => {
  await page.does('onShotTap', tapOn({ url: 'https://x/2.png' }));
  expect(wechat.previewImage).toHaveBeenCalledWith({
    current: 'https://x/2.png',
    urls: ['https://x/1.png', 'https://x/2.png'],
  });
});

it('reports what 智慧团建 shows with the version it saw', async () => {
  answers('decision', () => shown({ state: 'timedOut', version: 7 }));
  await page.does('onRetryTap');
  await page.does('onReportTap', tapOn({ outcome: 'accepted' }));
  expect(page.data.question).toMatchObject({ outcome: 'accepted' });
  answers('confirmStatus', () => answer({ version: 8, state: 'accepted' }));
  const yes = said({ outcome: 'accepted', reason: '' });
  await Promise.all([page.does('onQuestionConfirm', yes), page.does('onQuestionConfirm', yes)]);
  expect(sent('confirmStatus')).toEqual([
    { action: 'confirmStatus', payload: { transferId: 't-1', version: 7, outcome: 'accepted' } },
  ]);
});

it('has a way on when it cannot be opened', async () => {
  answers('decision', () => refuse({ code: 'NOT_FOUND' }));
  await opens('t-2');
  expect(page.data).toMatchObject({ view: null });
  expect(page.data.error).not.toBe('');
  answers('decision', () => shown());
  await page.does('onRetryTap');
  expect(page.data).toMatchObject({ error: '', view: { name: '陈可' } });
});

it('hears the keys of a desk, and none while something is asked', async () => {
  await page.does('onKey', 'seen');
  await page.does('onKey', 'return');
  expect(page.data).toMatchObject({ seen: true, sheetVisible: true });
  answers('decide', () => answer({ version: 4, state: 'approved' }));
  await page.does('onKey', 'approve');
  expect(sent('decide')).toHaveLength(0);
  await page.does('onSheetClose');
  await page.does('onKey', 'approve');
  expect(sent('decide')[0]?.payload).toMatchObject({ decision: 'approve', seenOnSystem: true });
  expect(page.triggerEvent).toHaveBeenCalledWith('settled', { id: 't-1' });
});

it('approves thirty in at most thirty-five taps, each leading to the next', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `t-${index}`);
  page = mount(() => {
    jest
      .requireActual<typeof Round>('../../../../../../miniprogram/memory/round')
      .rememberRound('decisions', ids);
    return jest.requireActual(
      '../../../../../../miniprogram/packages/teacher/decision/decision-panel/decision-panel',
    );
  });
  wechat.cloud.callFunction.mockImplementation(({ data: { action, payload } }) =>
    action === 'decide'
      ? answer({ version: 4, state: 'approved' })
      : shown({ id: (payload as { transferId: string }).transferId }),
  );
  // The tap on the first row of the queue.
  let taps = 1;
  await opens('t-0');
  for (const id of ids) {
    expect(page.data).toMatchObject({ id });
    await page.does('onMainTap');
    taps += 1;
  }
  expect(sent('decide').map(({ payload }) => (payload as { transferId: string }).transferId)).toEqual(ids);
  expect(taps).toBeLessThanOrEqual(35);
});
