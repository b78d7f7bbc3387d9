import type { FlowNode } from '../../../../domain/rules/flow';
import { option, question, wayNode } from '../../../flow-parts';

const homeOptions = (way: string) => [
  option('current', '居住地的街道、乡镇', wayNode(way, 'current-residence'), '你自己或父母住的地方'),
  option('registered', '户籍地的街道、乡镇', wayNode(way, 'registered-residence'), '户口本上的地址'),
];

/** 国外、香港、澳门、台湾 follow the same rules. */
export const abroad: readonly FlowNode[] = [
  question(
    'abroad',
    '出去做什么？',
    [
      option('study', '读书', 'abroad-study'),
      option('sent', '工作，国内单位派我去', 'sent-employer'),
      option('work', '工作，单位在国（境）外', 'abroad-home'),
      option('undecided', '还没定', 'home'),
    ],
    '去香港、澳门、台湾和去国外，办法是一样的。',
  ),
  question(
    'abroad-study',
    '读书期间，团关系放在哪里？',
    [
      option('keep', '申请保留在学院', wayNode('study-abroad', 'keep'), '写申请，学院批准，定期联系'),
      ...homeOptions('study-abroad'),
    ],
    '国（境）外的学校没有团组织，转不过去。',
  ),
  question(
    'sent-employer',
    '派你出去的单位，有没有团组织？',
    [
      option('has', '有', wayNode('work-abroad', 'sent'), '转到派你出去的单位'),
      option('none', '没有，或不知道', 'abroad-home', '先转到居住地或户籍地'),
      option('confidential', '工作单位属于保密机构', wayNode('confidential'), '我们不会问单位的名称'),
    ],
    '劳动合同和国内单位签的，就看国内这个单位。',
  ),
  question('abroad-home', '转到哪里的街道、乡镇？', homeOptions('work-abroad'), '选你或父母联系得上的那个。'),
];
