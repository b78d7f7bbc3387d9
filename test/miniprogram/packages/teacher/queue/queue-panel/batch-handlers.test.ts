import { installWx } from '../../../../support/fake-wx';
import { BATCH } from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/batch-handlers';
import {
  initial,
  own,
  type QueuePanel,
} from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/panel';
import { PICKING } from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/pick-handlers';
import type {
  QueueKind,
  TeacherQueue,
} from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/queue';
import { toQueueView } from '../../../../../../miniprogram/packages/teacher/queue/queue-panel/view';
import { RULEBOOKS } from '../../../../../../miniprogram/rulebooks';

const NOW = Date.UTC(2026, 5, 12, 2, 0);
const [rulebook] = RULEBOOKS;
if (!rulebook) throw new Error('no rulebook');

const item = (id: string, kind: QueueKind): TeacherQueue['items'][number] => ({
  kind,
  id,
  memberName: '林晚',
  studentNumber: id,
  branchName: '通信2201团支部',
  wayId: 'employed',
  since: NOW,
  deadlineAt: null,
  reason: null,
  version: 3,
});

/** The panel with these rows, and what its sheets were opened with. */
const panelOf = (items: TeacherQueue['items']) => {
  installWx();
  const opened: Record<string, unknown> = {};
  const queue: TeacherQueue = {
    college: { id: 'c', name: '信息工程学院' },
    items,
    counts: {},
    rulebookId: rulebook.id,
    subscription: { templateIds: {}, credits: {} },
    now: NOW,
  };
  let data: QueuePanel['data'] = { ...initial, wide: true, opened: 's2' };
  const panel: QueuePanel = {
    get data() {
      return data;
    },
    setData: (part) => void (data = { ...data, ...part }),
    triggerEvent: () => undefined,
    selectComponent: (selector) => ({ open: (about: unknown) => void (opened[selector] = about) }),
    load: () => Promise.resolve(),
    loadMore: () => Promise.resolve(),
    show: () => panel.setData({ view: toQueueView(queue, 'all', rulebook, NOW, panel.data.picked) }),
  };
  own(panel).queue = queue;
  panel.show();
  return { panel, opened };
};

it('picks what is open beside the list, and takes it back', () => {
  const { panel } = panelOf([item('s1', 'approval'), item('s2', 'approval')]);
  PICKING.pickOpened.call(panel);
  expect(panel.data.picked).toEqual(['s2']);
  PICKING.pickOpened.call(panel);
  expect(panel.data.picked).toEqual([]);
});

it('sends back those picked, by the version that was shown', () => {
  const { panel, opened } = panelOf([item('s1', 'approval'), item('s2', 'approval')]);
  PICKING.pickOpened.call(panel);
  BATCH.onReturnTap.call(panel);
  expect(opened['#return']).toEqual({
    transfers: [{ transferId: 's2', version: 3 }],
    reasons: ['名称不完整', '接转原因不对', '截图看不清', '去向要改'],
  });
});

it('asks what the system shows of those whose clock ran out, told apart where a name is shared', async () => {
  const { panel, opened } = panelOf([item('s1', 'timeout'), item('s2', 'timeout')]);
  PICKING.pickOpened.call(panel);
  await BATCH.onBatchTap.call(panel);
  const waiting = [{ transferId: 's2', version: 3, name: '林晚 s2', branch: '通信2201' }];
  expect(opened['#timeout']).toEqual({ outcome: 'accepted', waiting });
  BATCH.onReturnTap.call(panel);
  expect(opened['#timeout']).toEqual({ outcome: 'returned', waiting });
});
