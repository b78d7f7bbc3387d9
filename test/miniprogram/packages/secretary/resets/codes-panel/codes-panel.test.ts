import { answer, refuse } from '../../../../support/fake-wx';
import { mount, phone, said } from '../../../../support/mount';

const NOW = Date.UTC(2026, 5, 12, 2);
const waiting = (name: string, hours: number) => ({
  id: `r-${name}`,
  memberId: `m-${name}`,
  memberName: name,
  note: null,
  requestedAt: NOW - hours * 3_600_000,
  escalatesAt: NOW + 3_600_000,
});
const queueOf = (...names: string[]) => ({
  branch: { id: 'b', name: '通信2201团支部' },
  rulebookId: 'national-2022',
  waiting: names.map((name, index) => waiting(name, 9 - index)),
  issuedToday: [],
  subscription: { templateIds: {}, credits: { task: 9 } },
  now: NOW,
});
const settled = () => new Promise((resolve) => setImmediate(resolve));

const begin = async () => {
  const wechat = phone();
  wechat.cloud.callFunction.mockImplementation(() => answer(queueOf('何牧', '周予安')));
  const panel = mount(() =>
    jest.requireActual('../../../../../../miniprogram/packages/secretary/resets/codes-panel/codes-panel'),
  );
  await panel.does('load');
  return { wechat, panel };
};

it('sends nobody the code that was typed for somebody whom another has helped meanwhile', async () => {
  const { wechat, panel } = await begin();
  await panel.does('onCodeChange', said({ value: '906118' }));
  wechat.cloud.callFunction.mockImplementation(({ data: { action } }) =>
    action === 'resetQueue' ? answer(queueOf('周予安')) : refuse({ code: 'RESET_ILLEGAL_STEP' }),
  );
  await panel.does('onSend', said({ code: '906118' }));
  await settled();
  expect(panel.data).toMatchObject({
    view: { open: { name: '周予安' } },
    typed: '',
    sendError: '晚了一步：何牧的求助已经不在你这里了，刚才的码没有发出去',
  });
});

it('opens the card of whoever a key leads to beside the queue, and tells who that is', async () => {
  const { panel } = await begin();
  panel.gets('opened', 'm-周予安');
  expect(panel.data).toMatchObject({ view: { open: { name: '周予安' } } });
  expect(panel.triggerEvent).toHaveBeenLastCalledWith('open', { memberId: 'm-周予安' });
  expect(panel.answers('idsListed')).toEqual(['m-何牧', 'm-周予安']);
});

it.each([
  ['national-2022', '智慧团建团员列表，姓名旁的钥匙图标', '智慧团建打不开或一直报错'],
  ['beijing-2024', '公开的通知没有写，先看团支部账号里有没有', '北京共青团打不开或一直报错'],
])('tells under %s where a code is read, and no more than is known', async (rulebookId, line, stuck) => {
  const { wechat, panel } = await begin();
  wechat.cloud.callFunction.mockImplementation(() => answer({ ...queueOf('何牧'), rulebookId }));
  await panel.does('load');
  expect(panel.data).toMatchObject({ help: { line, steps: expect.any(Array) } });
  expect(panel.data['stuckReasons']).toContain(stuck);
});
