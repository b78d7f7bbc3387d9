import type { FlowNode } from '../../../../domain/rules/flow';
import { advice, option, question, wayNode } from '../../../flow-parts';

const WORK_PLACE = '先转到工作地或居住地的街道、乡镇';

/** 去工作: has the employer an organisation, under whom, and what if nobody knows? 户籍地 is never offered here. */
export const work: readonly FlowNode[] = [
  question(
    'employer',
    '单位有没有团组织？',
    [
      option('has', '有', 'employer-kind'),
      option('none', '没有', 'workplace', '自由职业也选它，转到工作地或居住地'),
      option('unsure', '我不知道', 'employer-ask'),
      option('confidential', '工作单位属于保密机构', wayNode('confidential'), '我们不会问单位的名称'),
    ],
    '问单位的人事或团委，一句话就能知道。',
  ),
  question(
    'employer-kind',
    '单位的团组织归谁管？',
    [
      option('local', '省里、市里、区县的团委', wayNode('employed'), '多数公司、学校、医院、地方机关'),
      option('system', '自己的系统', wayNode('employed', 'system'), '铁路、民航、中央金融、央企、中央机关'),
      option('unsure', '我不知道', 'employer-who'),
    ],
    '看团组织归谁管，不看单位在哪座城市。',
  ),
  question(
    'employer-ask',
    '能先问一下单位吗？',
    [
      option('will-ask', '我去问，问到再回来', 'ask-employer', '问的话已经替你写好'),
      option('asked', '问过了，对方也说不清', 'workplace', WORK_PLACE),
      option('later', '还没报到，暂时问不到', 'workplace', '以后还能再转到单位'),
    ],
    '问不到也不要紧，先按没有团组织办。',
  ),
  question(
    'workplace',
    '转到哪里的街道、乡镇？',
    [
      option('work', '工作地', wayNode('workplace', 'work-place'), '单位在的街道、乡镇'),
      option('home', '经常居住地', wayNode('workplace', 'current-residence'), '你住的街道、乡镇'),
    ],
    '有了工作，就不用转回户籍地。先选工作地，住得远再选居住地。',
  ),
  advice('ask-employer', {
    title: '先问一句，再选去向',
    text: '单位有没有团组织，只有单位说得准。把下面这段话发给人事或单位团委，得到答复再回来选。',
    steps: [
      '复制下面的话，发给单位人事或团委',
      '对方说有：记下全称，问清归谁管',
      '对方说没有或说不清：回来选“没有”',
    ],
    copy: '您好，我是今年入职的毕业生{name}，需要转团组织关系。请问咱们单位有没有团组织？有的话，全称是什么，归哪个上级团委管？谢谢！',
    action: { label: '复制这段话', do: 'copy-text' },
  }),
  advice('employer-who', {
    title: '问一句“归哪个团委管”',
    text: '同一座城市里，有的单位归市里，有的归自己的系统。找错了名单，怎么也搜不到。',
    copy: '您好，我是今年入职的毕业生{name}，需要转团组织关系。请问咱们单位的团组织归哪个上级团委管，全称是什么？谢谢！',
    action: { label: '复制这段话', do: 'copy-text' },
    settled: { label: '对方说归地方的团委', option: 'local' },
  }),
];
