/**
 * A ninth way, written as data into one rulebook. Importing this first replaces that rulebook's file and no other, as
 * an author who adds a way would.
 */
import type { Flow } from '../../../miniprogram/domain/rules/flow';
import type { HandInList } from '../../../miniprogram/domain/rules/lists';
import type { Rulebook, WayRule } from '../../../miniprogram/domain/rules/rulebook';

const WEST: WayRule = {
  id: 'west-volunteer',
  label: '西部计划志愿者',
  shortLabel: '西部计划',
  routeQuestion: null,
  routes: [
    {
      id: 'project-office',
      label: '由学院报给项目办',
      hint: '你告诉学院就行',
      transferReason: null,
      targetHint: '不用填，由项目办统一接收',
      handledBy: 'college',
      receiverClock: false,
      window: null,
      initiators: ['college'],
      approvals: [],
      offlineSteps: [],
      keeping: null,
      counts: true,
      guarded: true,
      list: 'west',
      receiver: null,
      required: ['parentContact'],
      optional: [],
      organisationEndings: [],
      misplacedWords: [],
      nameMustMention: [],
      nameMissing: null,
      basis: '大学生志愿服务西部计划',
      guide: {
        summary: '学院把你报给西部计划项目办，服务期里由当地团组织接着管。',
        steps: ['在这里填父母的联系方式', '学院登记，报给项目办'],
        prepare: ['录取通知'],
        tellReceiver: null,
        mistakes: ['自己又在智慧团建发起了转出。'],
        askWhom: '问学院团委老师',
      },
    },
  ],
};

const LIST: HandInList = {
  id: 'west',
  title: '西部计划的',
  hint: '上交项目办的名单',
  fileName: '西部计划志愿者名单',
  holds: 'route',
  columns: ['way', 'parentContact'],
};

/** One more question for those who go to work. */
const asking = (flow: Flow): Flow => ({
  ...flow,
  nodes: [
    ...flow.nodes.map((node) =>
      'options' in node && node.id === flow.start
        ? {
            ...node,
            options: node.options.map((option) =>
              option.next === 'employer' ? { ...option, next: 'west' } : option,
            ),
          }
        : node,
    ),
    {
      id: 'west',
      question: '是去西部计划做志愿者吗？',
      options: [
        { id: 'yes', label: '是', next: 'way:west' },
        { id: 'no', label: '不是', next: 'employer' },
      ],
    },
    { id: 'way:west', result: { kind: 'way', wayId: 'west-volunteer', routeId: 'project-office' } },
  ],
});

jest.doMock('../../../miniprogram/rulebooks/usst-2020', () => {
  const { usst2020 } = jest.requireActual<{ readonly usst2020: Rulebook }>(
    '../../../miniprogram/rulebooks/usst-2020',
  );
  const { lists, ways, flows } = usst2020;
  return {
    usst2020: {
      ...usst2020,
      lists: [...lists, LIST],
      ways: [...ways, WEST],
      flows: { ...flows, 'way-picker': asking(flows['way-picker']) },
    },
  };
});
