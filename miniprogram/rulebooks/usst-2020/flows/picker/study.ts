import type { FlowNode } from '../../../../domain/rules/flow';
import { advice, option, question, wayNode } from '../../../flow-parts';

/** 继续读书: another school, or the same one. */
export const study: FlowNode[] = [
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
    text: '留在本校读，团关系不用离开学校，等新学院的团支部建好再转过去。要是先转回户籍地，开学后还得再转一次。',
    steps: [
      '问新学院的团委：团支部什么时候建好',
      '把这件事告诉现在的学院团委老师',
      '团支部建好后，回来选“建好了”',
    ],
    action: { label: '告诉学院老师', do: 'ask-college' },
  }),
];
