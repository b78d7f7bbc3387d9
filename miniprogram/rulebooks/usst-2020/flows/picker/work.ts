import type { FlowNode } from '../../../../domain/rules/flow';
import { seasonDay } from '../../terms';
import type { Terms } from '../../terms';
import { advice, option, question, wayNode } from '../../../flow-parts';

/** 毕业后工作: does the employer have an organisation, and what if nobody knows? */
export const work = (terms: Terms): FlowNode[] => [
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
    `学院的截止日是 ${seasonDay(terms)}，来得及就先问。`,
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
