import type { FlowNode } from '../../../../domain/rules/flow';
import type { Terms } from '../../terms';
import { advice, notFor, onRoster, option, question, wayNode } from '../../../flow-parts';

/** Undecided, army, deferred, and who must talk to the college first. */
export const others = (terms: Terms): FlowNode[] => [
  question('other', '是下面哪一种？', [
    option('undecided', '工作或去处还没定', 'residence', '找工作、再考一年、自由职业都算'),
    option('army', '参军入伍', wayNode('army')),
    option('deferred', '延迟毕业', wayNode('deferred')),
    option('none', '都不是', 'special'),
  ]),
  question('special', '哪一句最像你？', [
    notFor('under-age', option('age', `到毕业那个月，我满 ${terms.ageLimit} 岁了`, 'age-post')),
    option('party', '我已经是党员了', 'party', '预备党员也选这个'),
    option('post', '我还担任团内职务', 'post-first'),
    option('else', '都不像', 'ask-college'),
  ]),
  question(
    'age-post',
    '你现在还担任团内职务吗？',
    [
      onRoster('no-post', option('no', '没有担任', 'over-age')),
      onRoster('post', option('yes', '还在担任', 'ask-college')),
    ],
    `满 ${terms.ageLimit} 岁又没有团内职务，就不再保留团籍。`,
  ),
  question(
    'party',
    `到毕业那个月，你满 ${terms.ageLimit} 岁了吗？`,
    [
      onRoster('under-age', option('no', '还没满', 'party-member')),
      onRoster('over-age', option('yes', '满了', 'age-post')),
    ],
    '党员的团关系和党组织关系，是分开转的两件事。',
  ),
  advice('party-member', {
    title: '党员也要转团关系',
    text: `没满 ${terms.ageLimit} 岁的党员还是团员，团关系照样要转，办法和别人一样。党组织关系另外找党支部办。`,
    action: { label: '回去选去向', do: 'way-picker' },
  }),
  advice('post-first', {
    title: '先请学院去掉职务',
    text: '有职务也许能转，也许转不了，各地不一样。先请学院去掉职务，最稳妥。去掉以后，回来选去向。',
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
