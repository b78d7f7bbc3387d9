import type { FlowNode } from '../../../../domain/rules/flow';
import type { Terms } from '../../terms';
import { option, question, wayNode } from '../../../flow-parts';
import { residence, residenceOptions } from './residence';

/** 国外、香港、澳门、台湾: the same rules; an employer at home counts as an employer. */
export const abroad = (terms: Terms): FlowNode[] => [
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
