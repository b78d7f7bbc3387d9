import type { Flow } from '../../../domain/rules/flow';
import type { Terms } from '../terms';
import { advice, onRoster, option, question } from '../../flow-parts';

/** What stops a transfer on 智慧团建 before it begins. */
export const preFlight = (terms: Terms): Flow => ({
  id: 'pre-flight',
  title: '动手前查一查',
  start: 'post',
  nodes: [
    question(
      'post',
      '你现在还有团内职务吗？',
      [
        onRoster('no-post', option('none', '没有，或已经卸任', 'age')),
        option('held', '还有', 'post-first'),
        option('unsure', '不确定', 'post-check'),
      ],
      '团支书、支部委员、院系团委的职务都算。',
    ),
    question(
      'age',
      `到毕业那个月，你满 ${terms.ageLimit} 岁了吗？`,
      [onRoster('under-age', option('under', '还没满', 'party')), option('over', '满了', 'over-age')],
      '按毕业那个月算，不按今天算。',
    ),
    question('party', '你是党员或预备党员吗？', [
      option('no', '不是', 'province'),
      option('yes', '是', 'province-party', '团关系和党组织关系要分开转'),
    ]),
    question(
      'province',
      '接收你的团组织，用的是北京、广东或福建自己的系统吗？',
      [option('no', '不是', 'ready'), option('yes', '是其中一个', 'ready-own-system')],
      '智慧团建第一题就会问。看组织归谁管，不看它在哪座城市。',
    ),
    question(
      'province-party',
      '接收你的团组织，用的是北京、广东或福建自己的系统吗？',
      [option('no', '不是', 'ready-party'), option('yes', '是其中一个', 'ready-party-own-system')],
      '智慧团建第一题就会问。看组织归谁管，不看它在哪座城市。',
    ),
    advice('post-first', {
      title: '先请学院去掉职务',
      text: '有职务也许能转，也许转不了，各地不一样。先请学院去掉职务，最稳妥。',
      steps: ['把下面的话发给学院团委老师', '老师在智慧团建里去掉你的职务', '回到这里，接着办'],
      copy: '老师您好，我是{name}。我要转出团组织关系，在智慧团建上还挂着团内职务。麻烦您在系统里把我的职务去掉，谢谢！',
      action: { label: '复制给老师的话', do: 'copy-text' },
      settled: { label: '职务去掉了，接着办', option: 'none' },
    }),
    advice('post-check', {
      title: '先请团支书看一眼',
      text: '团支书在智慧团建团员列表里能看到你有没有职务。没有就接着办；有，请学院先去掉。',
      copy: '帮我看一眼智慧团建的团员列表，我名下还有团内职务吗？有的话我先请学院去掉，再转关系。我是{name}。',
      action: { label: '复制给团支书的话', do: 'copy-text' },
      settled: { label: '看过了，没有职务', option: 'none' },
    }),
    advice('over-age', {
      title: '把年龄情况告诉学院',
      text: `满 ${terms.ageLimit} 岁、又没有团内职务，就不再保留团籍，也不用转团关系。学院会记进名单，由校团委在系统里处理。`,
      action: { label: '去告诉学院', do: 'report-over-age' },
    }),
    advice('ready', {
      title: '可以开始了',
      text: '智慧团建第一题问接收方是不是在北京、广东、福建，选“否”。',
      action: { label: '去填写', do: 'open-form' },
    }),
    advice('ready-own-system', {
      title: '可以开始了，第一题要选对',
      text: '智慧团建第一题问接收方在不在北京、广东、福建，选“是”，再选对应的地方。选错了会找不到组织。',
      action: { label: '去填写', do: 'open-form' },
    }),
    advice('ready-party', {
      title: '可以开始了',
      text: '没满年龄的党员还是团员，团关系照样转。智慧团建第一题选“否”。党组织关系另外找党支部办。',
      action: { label: '去填写', do: 'open-form' },
    }),
    advice('ready-party-own-system', {
      title: '可以开始了，第一题要选对',
      text: '没满年龄的党员还是团员，团关系照样转。智慧团建第一题选“是”，再选对应的地方。党组织关系另外找党支部办。',
      action: { label: '去填写', do: 'open-form' },
    }),
  ],
});
