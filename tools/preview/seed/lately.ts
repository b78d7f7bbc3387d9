import { COLLEGE_OFFICE } from './college';
import { chinaTime, type StoryStep } from './deed';
import { approves, arrives, employed, XUHUI, ZHANGJIANG } from './tell';

/** Two whom the receiver took without their saying so: 对账 finds them. */
const TAKEN_UNSAID = ['徐承泽', '孙清越'] as const;

/**
 * The last days before the desk opens, in the third branch: a rule is changed, somebody plans for September by it, the
 * secretary records for somebody who never came, and a 对账 waits to be looked through.
 */
export const LATELY: readonly StoryStep[] = [
  ...TAKEN_UNSAID.flatMap((who) => arrives(who, '06-03 19:00')),
  employed('徐承泽', '06-03 20:00', '云栖软件园第二联合团支部', XUHUI, '06-03 19:30'),
  employed('孙清越', '06-03 20:00', '澄江智能装备（上海）有限公司团支部', ZHANGJIANG, '06-03 19:40'),
  ...TAKEN_UNSAID.map((about) => approves(about, '06-05 14:00', '梁清和')),
  {
    at: '06-12 08:50',
    who: '罗北辰',
    does: 'recordFor',
    about: '吴明远',
    wayId: 'employed',
    routeId: 'direct',
    fields: {
      organisation: '云栖软件园第一联合团支部',
      region: XUHUI,
      initiatedAt: chinaTime('06-11 20:10'),
    },
  },
  {
    at: '06-12 09:12',
    who: '周岚',
    does: 'changeRules',
    edits: [
      { path: 'ways.further-study.routes.our-1.from', value: 'direct' },
      { path: 'ways.further-study.routes.our-1.label', value: '新学校的团支部 9 月才建' },
      { path: 'ways.further-study.routes.our-1.hint', value: '先记下打算，报到以后再发起' },
      { path: 'ways.further-study.routes.our-1.window.opens', value: { month: 9, day: 1 } },
      {
        path: 'flows.way-picker.nodes.study-branch.options.known.label',
        value: '问到了，或说 9 月才建',
      },
      { path: 'flows.way-picker.nodes.study-branch.options.none.label', value: '学校说没有' },
      { path: 'contacts', value: [{ name: '信息工程学院团委', phone: '021-55550130', ...COLLEGE_OFFICE }] },
    ],
  },
  ...arrives('黄云舒', '06-12 09:12'),
  { at: '06-12 09:30', who: '黄云舒', does: 'plan', wayId: 'further-study', routeId: 'our-1' },
  { at: '06-12 09:31', who: '黄云舒', does: 'consent', templates: ['deadline'] },
  {
    at: '06-12 09:31',
    who: '梁清和',
    does: 'reconcile',
    pasted: [
      '姓名\t团支部\t审批状态',
      ...TAKEN_UNSAID.map((name) => `${name}\t计算机2203团支部\t已完成`),
      '李念真\t计算机2203团支部\t已完成',
      '白露\t计算机2203团支部\t待审批',
    ].join('\n'),
  },
];
