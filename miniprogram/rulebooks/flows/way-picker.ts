import type { Flow, FlowNode } from '../../domain/flow';
import type { WayId } from '../../domain/model';
import { namesOf, seasonDay } from '../terms';
import type { Terms } from '../terms';
import { advice, option, question, wayNode, wayResult } from './build';

const RESIDENCE_WAYS = ['no-organisation', 'study-abroad', 'work-abroad'] as const;

const residenceOptions = (way: WayId) => [
  option('registered', '户籍地的街道、乡镇', wayNode(way, 'registered-residence'), '户口本上的地址'),
  option('current', '居住地的街道、乡镇', wayNode(way, 'current-residence'), '你自己或父母现在住的地方'),
];

const residence = (id: string, way: WayId, terms: Terms): FlowNode =>
  question(
    id,
    '转到哪里的街道、乡镇？',
    residenceOptions(way),
    `两个地方都行，都有${namesOf(terms.holdingBranches)}。选联系得上的那个。`,
  );

const work = (terms: Terms): FlowNode[] => [
  question(
    'employer',
    '单位在智慧团建上有没有团组织？',
    [
      option('has', '有，我能问到团支部的全称', wayNode('employed')),
      option('none', '没有', 'residence', '先转到户籍地或居住地的街道、乡镇'),
      option('unsure', '我不知道', 'employer-ask'),
      option('confidential', '工作单位属于保密机构', wayNode('confidential'), '我们不会问单位的名称'),
    ],
    '问单位的人事或团委，一句话就能知道。',
  ),
  question(
    'employer-ask',
    '能先问一下单位吗？',
    [
      option('will-ask', '我去问，问到再回来', 'ask-employer', '问的话已经替你写好'),
      option('asked', '问过了，对方也说不清', 'residence', '先转到户籍地或居住地'),
      option('later', '还没报到，暂时问不到', 'residence', '以后还能再转到单位'),
    ],
    `${seasonDay(terms)}前问到都来得及。`,
  ),
  advice('ask-employer', {
    title: '先问一句，再选去向',
    text: '单位有没有团组织，只有单位说得准。把下面这段话发给人事或单位团委，得到答复再回来选。',
    steps: [
      '复制下面的话，发给单位人事或团委',
      '对方说有：记下团支部的全称',
      '对方说没有或说不清：回来选“没有”',
    ],
    copy: '您好，我是今年入职的毕业生{name}，需要转团组织关系。请问咱们单位在智慧团建上有没有团组织？有的话，团支部的全称是什么？谢谢！',
    action: { label: '复制这段话', do: 'copy-text' },
  }),
];

const study: FlowNode[] = [
  question('study', '去哪所学校读？', [
    option('other', '换一所学校', 'study-branch'),
    option('same', '留在本校', 'study-same', '本校读研、读博也要转'),
  ]),
  question(
    'study-branch',
    '新学校学院的团支部，全称问到了吗？',
    [
      option('known', '问到了', wayNode('further-study')),
      option('not-yet', '还没问', 'ask-school', '问的话已经替你写好'),
      option('none', '学校说没有，或还没建', 'ask-college'),
    ],
    '问新学校的学院团委，或者录取群里的老师。',
  ),
  question(
    'study-same',
    '新的团支部建好了吗？',
    [
      option('known', '建好了，我知道全称', wayNode('further-study')),
      option('not-yet', '还没建好，或不知道', 'same-university'),
    ],
    '换了学院、年级，团支部也会换，所以本校升学同样要转。',
  ),
  advice('ask-school', {
    title: '先问到团支部的全称',
    text: '名称差一个字就会转错地方。把下面这段话发给新学校的学院团委，问到再回来选。',
    copy: '老师您好，我是今年录取的新生{name}，需要转团组织关系。请问新生团支部在智慧团建上的全称是什么？谢谢！',
    action: { label: '复制这段话', do: 'copy-text' },
  }),
  advice('same-university', {
    title: '先别转，等新团支部建好',
    text: '留在本校读，团关系不用离开学校，等新学院的团支部建好再转过去。先转回户籍地，开学后还要再转一次。',
    steps: [
      '问新学院的团委：团支部什么时候建好',
      '把这件事告诉现在的学院团委老师',
      '团支部建好后，回来选“建好了”',
    ],
    action: { label: '告诉学院老师', do: 'ask-college' },
  }),
];

const abroad = (terms: Terms): FlowNode[] => [
  question(
    'abroad',
    '出去做什么？',
    [
      option('study', '读书', 'abroad-study'),
      option('sent', '工作，国内单位派我去', 'sent-employer'),
      option('work', '工作，单位在国（境）外', 'abroad-residence'),
      option('undecided', '还没定', 'residence'),
    ],
    '去香港、澳门、台湾和去国外，办法是一样的。',
  ),
  question(
    'abroad-study',
    '读书期间，团关系放在哪里？',
    [
      ...residenceOptions('study-abroad'),
      option('keep', '申请保留在学院', wayNode('study-abroad', 'keep'), '学院审核，之后要定期联系'),
    ],
    '国（境）外的学校在智慧团建上没有团组织，转不过去。',
  ),
  question(
    'sent-employer',
    '派你出去的单位，在智慧团建上有没有团组织？',
    [
      option('has', '有，我能问到团支部的全称', wayNode('employed'), '转到国内单位的团支部'),
      option('none', '没有，或不知道', 'abroad-residence', '先转到户籍地或居住地'),
      option('confidential', '工作单位属于保密机构', wayNode('confidential'), '我们不会问单位的名称'),
    ],
    '劳动合同和国内单位签的，就看国内这个单位。',
  ),
  residence('abroad-residence', 'work-abroad', terms),
];

const others = (terms: Terms): FlowNode[] => [
  question('other', '是下面哪一种？', [
    option('undecided', '工作或去处还没定', 'residence', '找工作、再考一年、自由职业都算'),
    option('army', '参军入伍', wayNode('army')),
    option('deferred', '延迟毕业', wayNode('deferred')),
    option('none', '都不是', 'special'),
  ]),
  question('special', '哪一句最像你？', [
    option('age', `到毕业那个月，我满 ${terms.ageLimit} 岁了`, 'age-post'),
    option('party', '我已经是党员了', 'party', '预备党员也选这个'),
    option('post', '我还担任团内职务', 'post-first'),
    option('else', '都不像', 'ask-college'),
  ]),
  question(
    'age-post',
    '你现在还担任团内职务吗？',
    [option('no', '没有担任', 'over-age'), option('yes', '还在担任', 'ask-college')],
    `满 ${terms.ageLimit} 岁又没有团内职务，就不再保留团籍。`,
  ),
  question(
    'party',
    `到毕业那个月，你满 ${terms.ageLimit} 岁了吗？`,
    [option('no', '还没满', 'party-member'), option('yes', '满了', 'age-post')],
    '党员的团关系和党组织关系，是分开转的两件事。',
  ),
  advice('party-member', {
    title: '党员也要转团关系',
    text: `没满 ${terms.ageLimit} 岁的党员还是团员，团关系照样要转，办法和别人一样。党组织关系另外找党支部办。`,
    action: { label: '回去选去向', do: 'way-picker' },
  }),
  advice('post-first', {
    title: '先卸任，再转出',
    text: '还挂着团内职务时，智慧团建不让转出。先请学院在系统里把职务去掉，再回来选去向。',
    steps: ['告诉学院团委老师：你担任的是什么职务', '请老师在智慧团建里去掉这个职务', '去掉以后，回来选去向'],
    action: { label: '请学院帮忙', do: 'ask-college' },
  }),
  advice('over-age', {
    title: '把年龄情况告诉学院',
    text: `到毕业那个月满 ${terms.ageLimit} 岁、又没有团内职务，就不再保留团籍，也就不用转团关系。学院会记进名单，由校团委在智慧团建里处理。`,
    steps: ['把出生年月和毕业时间告诉学院团委老师', '学院记进名单，交给校团委', '在这之前，不要自己发起转出'],
    action: { label: '告诉学院老师', do: 'ask-college' },
  }),
  advice('ask-college', {
    title: '请学院帮你判断',
    text: '你的情况这几个问题分不清楚。选错去向要退回重来，先问学院更快。',
    steps: ['把你的情况用一两句话告诉学院团委老师', '老师说好选哪一种，再回来办'],
    action: { label: '联系学院老师', do: 'ask-college' },
  }),
];

export const wayPicker = (terms: Terms): Flow => ({
  id: 'way-picker',
  title: '选去向',
  start: 'where',
  nodes: [
    question(
      'where',
      '毕业以后，你去哪里？',
      [
        option('work', '毕业后工作', 'employer'),
        option('study', '继续读书', 'study', '在国内读研、读博'),
        option('abroad', '去国外或港澳台', 'abroad', '读书、工作都选这个'),
        option('other', '还没定，或者是别的情况', 'other', '参军、延迟毕业也在这里'),
      ],
      '按现在的打算选，以后变了还能再转。',
    ),
    ...work(terms),
    ...study,
    ...abroad(terms),
    ...others(terms),
    residence('residence', 'no-organisation', terms),
    wayResult('employed', 'direct'),
    wayResult('further-study', 'direct'),
    wayResult('study-abroad', 'keep'),
    wayResult('army', 'direct'),
    wayResult('confidential', 'direct'),
    wayResult('deferred', 'direct'),
    ...RESIDENCE_WAYS.flatMap((way) => [
      wayResult(way, 'registered-residence'),
      wayResult(way, 'current-residence'),
    ]),
  ],
});
