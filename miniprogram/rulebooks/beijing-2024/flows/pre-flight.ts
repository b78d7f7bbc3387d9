import type { Flow } from '../../../domain/rules/flow';
import { advice, onRoster, option, question } from '../../flow-parts';

const START = { label: '去填写', do: 'open-form' } as const;
const MARK = '系统里没有毕业去向可选，就是团支部还没标毕业年份，请团支书在电脑上标。';
const PARTY = '党组织关系另外找党支部办。';

/**
 * In 北京 a post is a wall: who holds one cannot be moved (CAU24). As everywhere, `no` is the school's own system and
 * `yes` another one. Whether the branch has marked the year nobody is asked: the guide says it before, and the system
 * itself shows it, for without the mark it offers no way at all.
 */
export const preFlight = (ageLimit: number): Flow => ({
  id: 'pre-flight',
  title: '动手前查一查',
  start: 'post',
  nodes: [
    question(
      'post',
      '你现在还有团内职务吗？',
      [
        onRoster('no-post', option('none', '没有，或已经解除', 'age')),
        option('held', '还有', 'post-first'),
        option('unsure', '不确定', 'post-check'),
      ],
      '团支书、组织委员、宣传委员都算。没解除职务，系统不让转出。',
    ),
    question(
      'age',
      `到毕业那个月，你满 ${ageLimit} 岁了吗？`,
      [onRoster('under-age', option('under', '还没满', 'party')), option('over', '满了', 'over-age')],
      '按毕业那个月算，不按今天算。',
    ),
    question('party', '你是党员或预备党员吗？', [
      option('no', '不是', 'province'),
      option('yes', '是', 'province-party', '没满年龄的，团关系照样转'),
    ]),
    question('province', '接收你的团组织，在北京的系统里吗？', [
      option('no', '在', 'ready-inside'),
      option('yes', '不在，在京外', 'ready-outside'),
    ]),
    question('province-party', '接收你的团组织，在北京的系统里吗？', [
      option('no', '在', 'ready-party-inside'),
      option('yes', '不在，在京外', 'ready-party-outside'),
    ]),
    advice('post-first', {
      title: '先解除职务，再转出',
      text: '挂着职务转不出去。参军、涉密的同学要先由团支部账号转好，然后团干部登录系统解除职务，再办自己的。',
      steps: ['和团支书对一遍：参军、涉密的转好了没有', '登录“北京共青团”解除自己的职务', '回到这里，接着办'],
      copy: '老师您好，我是{name}。我要转出团组织关系，在北京共青团系统里还有团内职务。请问我什么时候可以解除？谢谢！',
      action: { label: '复制给老师的话', do: 'copy-text' },
      settled: { label: '解除了，接着办', option: 'none' },
    }),
    advice('post-check', {
      title: '先请团支书看一眼',
      text: '团支书在“我的团员”里能看到你有没有职务。没有就接着办；有，先解除。',
      copy: '帮我看一眼北京共青团系统的“我的团员”，我名下还有团内职务吗？我是{name}。',
      action: { label: '复制给团支书的话', do: 'copy-text' },
      settled: { label: '看过了，没有职务', option: 'none' },
    }),
    advice('over-age', {
      title: '把年龄情况告诉学院',
      text: `满 ${ageLimit} 岁、又没有团内职务，就不再保留团籍，也不用转团关系。学院会记进名单。`,
      action: { label: '去告诉学院', do: 'report-over-age' },
    }),
    advice('ready-inside', {
      title: '可以开始了',
      text: `在“我的组织”里点“转移团组织”，组织可以搜到。${MARK}`,
      action: START,
    }),
    advice('ready-outside', {
      title: '可以开始了，走另一个入口',
      text: `在“我的组织”里点“转至外部系统”，选省份，组织的全称逐字填。对方十天没处理，申请会失效，先打好招呼再发起。${MARK}`,
      action: START,
    }),
    advice('ready-party-inside', {
      title: '可以开始了',
      text: `在“我的组织”里点“转移团组织”，组织可以搜到。${MARK}${PARTY}`,
      action: START,
    }),
    advice('ready-party-outside', {
      title: '可以开始了，走另一个入口',
      text: `在“我的组织”里点“转至外部系统”，选省份，组织的全称逐字填。对方十天没处理，申请会失效。${MARK}${PARTY}`,
      action: START,
    }),
  ],
});
