import type { FlowNode } from '../../../../domain/rules/flow';
import { advice, option, question, wayNode } from '../../../flow-parts';

/** 继续读书: always to the new school, never home first. */
export const study: readonly FlowNode[] = [
  question(
    'study',
    '录取定了吗？',
    [
      option('other', '定了，换一所学校', wayNode('further-study')),
      option('same', '定了，留在本校', wayNode('further-study'), '学院、班级换了，也要转'),
      option('waiting', '还在等结果', 'study-waiting'),
      option('abroad', '学校在国外或港澳台', 'abroad-study'),
    ],
    '新团支部开学后才建，现在先选好，到时候提醒你。',
  ),
  advice('study-waiting', {
    title: '等结果出来再选',
    text: '没有录取以前，先不转。录取了回来选“继续读书”；没有录取，就按那时候的打算选。',
    steps: ['先问清楚：学院最晚哪天要定去向', '结果出来，当天回来选'],
    action: { label: '告诉学院我在等结果', do: 'ask-college' },
  }),
];
