import type { Flow, FlowNode, FlowOption } from '../../../domain/rules/flow';
import { advice, onRoster, option, question } from '../../flow-parts';

const START = { label: '去填写', do: 'open-form' } as const;

/** The system is asked by organisation, not by place: a civil-aviation college in 广州 belongs to 全国民航团委 (GC25). */
const SYSTEMS: readonly { readonly id: string; readonly label: string; readonly hint?: string }[] = [
  { id: 'no', label: '不是', hint: '上海、浙江、江苏、天津都不是；系统团委也不是' },
  { id: 'beijing', label: '北京的' },
  { id: 'guangdong', label: '广东的' },
  { id: 'fujian', label: '福建的' },
];

const TYPED = '组织的名称和地址照着对方给的逐字填，那里不能点选。';
const READY: Readonly<
  Record<string, { readonly title: string; readonly text: string; readonly steps?: readonly string[] }>
> = {
  no: { title: '可以开始了', text: '第一题问接收方是不是在北京、广东、福建，选“否”，组织可以一级一级点选。' },
  beijing: {
    title: '可以开始了，第一题选“是”',
    text: `选“北京”。${TYPED}对方接收以后，北京那边还有一步，问接收的团组织。`,
  },
  guangdong: {
    title: '先报到，再发起',
    text: `转去广东，要先在那边做团员报到，再回来发起。${TYPED}`,
    steps: [
      '微信里关注公众号“广东共青团”，做“团员报到”',
      '报到好了，再在智慧团建发起',
      '第一题选“是”，再选“广东”',
    ],
  },
  fujian: { title: '可以开始了，第一题选“是”', text: `选“福建”。${TYPED}` },
};

const PARTY = '还没到离团年龄的党员，团关系照样转，一般跟着党组织关系的去处走。党组织关系另外找党支部办。';

const systemQuestion = (id: string, suffix: string): FlowNode =>
  question(
    id,
    '接收你的团组织，用的是这三个地方自己的系统吗？',
    SYSTEMS.map((system): FlowOption =>
      option(system.id, system.label, `ready${suffix}-${system.id}`, system.hint),
    ),
    '问接收你的团组织最准。看组织归谁管，不看它在哪座城市。',
  );

const readyNodes = (suffix: string, more: string): FlowNode[] =>
  SYSTEMS.map(({ id }) => {
    const { title = '', text = '', steps } = READY[id] ?? {};
    return advice(`ready${suffix}-${id}`, {
      title,
      text: `${text}${more}`,
      ...(steps ? { steps } : {}),
      action: START,
    });
  });

/** What to know before a transfer is started. */
export const preFlight = (ageLimit: number): Flow => ({
  id: 'pre-flight',
  title: '动手前查一查',
  start: 'post',
  nodes: [
    question(
      'post',
      '你现在还有团内职务吗？',
      [
        onRoster('no-post', option('none', '没有，或已经卸任', 'age')),
        option('secretary', '我是团支书', 'secretary-last'),
        option('held', '有别的职务', 'post-first'),
        option('unsure', '不确定', 'post-check'),
      ],
      '支部委员、院系团委的职务都算。',
    ),
    question(
      'age',
      `到毕业那个月，你满 ${ageLimit} 岁了吗？`,
      [onRoster('under-age', option('under', '还没满', 'party')), option('over', '满了', 'over-age')],
      '按毕业那个月算，不按今天算。',
    ),
    question('party', '你是党员或预备党员吗？', [
      option('no', '不是', 'province'),
      option('yes', '是', 'province-party', '团关系和党组织关系要分开转'),
    ]),
    systemQuestion('province', ''),
    systemQuestion('province-party', '-party'),
    advice('secretary-last', {
      title: '团支书最后一个转',
      text: '同学们还要靠你给验证码。等大家都发起了，再请学院帮你办自己的。现在就急着走，也可以先和学院说好谁来接。',
      copy: '老师您好，我是团支书{name}。班里同学办完以后，我的团组织关系也要转出。请问什么时候办合适，我的职务由您去掉吗？谢谢！',
      action: { label: '复制给老师的话', do: 'copy-text' },
      settled: { label: '和学院说好了，接着办', option: 'none' },
    }),
    advice('post-first', {
      title: '先请学院去掉职务',
      text: '有职务也许能转，也许转不了，各地不一样。先请学院在系统里去掉，最稳妥。',
      copy: '老师您好，我是{name}。我要转出团组织关系，在系统里还挂着团内职务。麻烦您帮我去掉，谢谢！',
      action: { label: '复制给老师的话', do: 'copy-text' },
      settled: { label: '说好了，接着办', option: 'none' },
    }),
    advice('post-check', {
      title: '先请团支书看一眼',
      text: '团支书在团员列表里能看到你有没有职务。没有就接着办；有，请学院先去掉。',
      copy: '帮我看一眼智慧团建的团员列表，我名下还有团内职务吗？有的话我先请学院去掉，再转关系。我是{name}。',
      action: { label: '复制给团支书的话', do: 'copy-text' },
      settled: { label: '看过了，没有职务', option: 'none' },
    }),
    advice('over-age', {
      title: '把年龄情况告诉学院',
      text: `满 ${ageLimit} 岁、又没有团内职务，就不再保留团籍，也不用转团关系。学院会记进名单，由校团委在系统里处理。`,
      action: { label: '去告诉学院', do: 'report-over-age' },
    }),
    ...readyNodes('', ''),
    ...readyNodes('-party', PARTY),
  ],
});
