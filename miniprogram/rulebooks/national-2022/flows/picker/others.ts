import type { FlowNode } from '../../../../domain/rules/flow';
import { advice, notFor, onRoster, option, question, wayNode } from '../../../flow-parts';

const toldCollege = { label: '联系学院老师', do: 'ask-college' } as const;

/** Undecided, army, deferred, and who must talk to the college first. */
export const others = (ageLimit: number): readonly FlowNode[] => [
  question('other', '是下面哪一种？', [
    option('undecided', '工作或去处还没定', 'home', '找工作、再考一年都算'),
    option('army', '参军入伍', 'army', '已经毕业，或今年毕业'),
    option('deferred', '延迟毕业', wayNode('deferred')),
    option('none', '都不是', 'special'),
  ]),
  question(
    'home',
    '团关系先放在哪里？',
    [
      option(
        'current',
        '居住地的街道、乡镇',
        wayNode('no-organisation', 'current-residence'),
        '你现在经常住的地方',
      ),
      option(
        'registered',
        '户籍地的街道、乡镇',
        wayNode('no-organisation', 'registered-residence'),
        '不在那里住，就先选居住地',
      ),
      option('keep', '暂时留在学校', wayNode('no-organisation', 'keep'), '最多一年，要登记、签告知书'),
    ],
    '先选居住地，那里不看户口。',
  ),
  question(
    'army',
    '谁在系统里发起？',
    [
      option('self', '我自己发起', wayNode('army', 'self')),
      option('school', '请学院发起', wayNode('army'), '已经离校，或不方便上网'),
    ],
    '两种都行，都要另外开介绍信。部队的名称哪里都不写。',
  ),
  question('special', '哪一句最像你？', [
    option('without-degree', '结业，没有拿到毕业证', 'without-degree'),
    option('stay', '休学，或参军保留学籍', 'stay', '还没有毕业'),
    notFor('under-age', option('age', `到毕业那个月，我满 ${ageLimit} 岁了`, 'age-post')),
    option('else', '都不像', 'ask-college'),
  ]),
  question(
    'age-post',
    '你现在还担任团内职务吗？',
    [
      onRoster('no-post', option('no', '没有担任', 'over-age')),
      onRoster('post', option('yes', '还在担任', 'ask-college')),
    ],
    `满 ${ageLimit} 岁又没有团内职务，就不再保留团籍。`,
  ),
  advice('without-degree', {
    title: '结业和毕业一样转',
    text: '回到第一题，按你去工作、读书还是还没定来选。',
    action: { label: '回去选去向', do: 'way-picker' },
  }),
  advice('stay', {
    title: '还没有毕业，先不转',
    text: '告诉学院，学院会安排你留在哪个团支部，有的学校有“待转接团支部”。复学、退伍以后再说。',
    steps: ['把休学或入伍的时间告诉学院团委老师', '问清楚：我在哪个团支部，谁联系我'],
    action: toldCollege,
  }),
  advice('over-age', {
    title: '把年龄情况告诉学院',
    text: `到毕业那个月满 ${ageLimit} 岁、又没有团内职务，就不再保留团籍，也就不用转团关系。学院会记进名单。`,
    steps: ['把出生年月和毕业时间告诉学院团委老师', '学院记进名单，交给校团委', '在这之前，不要自己发起转出'],
    action: { label: '告诉学院老师', do: 'ask-college' },
  }),
  advice('ask-college', {
    title: '请学院帮你判断',
    text: '你的情况这几个问题分不清楚。选错去向要退回重来，先问学院更快。',
    steps: ['把你的情况用一两句话告诉学院团委老师', '老师说好选哪一种，再回来办'],
    action: toldCollege,
  }),
];
