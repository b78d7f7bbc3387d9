import type { HelpQuestion } from '../../domain/rules/questions';
import { basisOf } from '../sources';
import { ASK_COLLEGE, PICK_WAY, TRACK } from './links';

/** Going on with one's studies, and what becomes of it. */
export const STUDY: readonly HelpQuestion[] = [
  {
    id: 'branch-not-built',
    question: '新学校的团支部还没建好，怎么转？',
    typed: [
      '还没建',
      '没有团支部',
      '新生支部',
      '搜不到学校',
      '找不到班级',
      '九月',
      '开学再转',
      '升学什么时候转',
    ],
    answer: [
      '先不转，等它建好。新学校一般在开学后一个月内建好新生团支部，那以后再发起。',
      '这段时间团关系留在现在的学校，没有丢，也不算你没办。',
      '别先转到户籍地或居住地，开学后还得再转一次。也别随便选一个团支部。',
    ],
    askWhom: '问新学校的学院团委，或者新生群里的老师',
    copy: '老师您好，我是今年录取的新生{name}，需要转团组织关系。请问新生团支部什么时候建好，在系统里的全称是什么？谢谢！',
    link: PICK_WAY,
    basis: basisOf('G22', 'SICAU24'),
  },
  {
    id: 'same-university',
    question: '留在本校读研，还要转吗？',
    typed: ['本校', '保研本校', '直博', '硕博连读', '同一个学校', '换学院'],
    answer: [
      '要转。学校没变，学院、年级和团支部变了，关系要从现在的团支部转到新的。',
      '等新团支部建好再转，一般在开学后一个月内。',
    ],
    askWhom: '问新学院的团委老师',
    copy: null,
    link: PICK_WAY,
    basis: basisOf('S23', 'G22'),
  },
  {
    id: 'other-studies',
    question: '专升本、第二学位、读博，算升学吗？',
    typed: ['专升本', '二学位', '第二学士学位', '双学位', '读博', '考研', '预科', '接本', '专转本'],
    answer: [
      '都算升学：要去的是另一个学校，或者另一个团支部，就按升学转。',
      '还在等录取结果，先别转。录取了，等新团支部建好再转；没录取，再按当时的去向选。',
    ],
    askWhom: ASK_COLLEGE,
    copy: null,
    link: PICK_WAY,
    basis: basisOf('G22'),
  },
  {
    id: 'left-school',
    question: '入学以后又退学了，团关系在哪里？',
    typed: ['退学', '开学后退学', '放弃入学', '不读了', '没去报到', '放弃录取', '退档'],
    answer: [
      '看转了没有。还没转，关系在原来的学校，直接改选别的去向。',
      '新学校已经接收，关系就在新学校。请新学校的学院团委按你现在的去向转出去。',
    ],
    askWhom: '没转的问原来的学院，已经接收的问新学校的学院团委',
    copy: '老师您好，我是{name}，已经办了退学。我的团组织关系还在咱们学院，需要转出。请问我该怎么办？谢谢！',
    link: TRACK,
    basis: basisOf('QA22'),
  },
  {
    id: 'suspended',
    question: '休学了，现在要转吗？',
    typed: ['休学', '停学', '复学', '保留学籍'],
    answer: [
      '休学不是毕业，先不转。告诉学院，学院会安排你留在哪个团支部，有的学校有“待转接团支部”。',
      '复学以后跟新的班级走，毕业那年再转出。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}，现在休学。请问我的团组织关系放在哪个团支部？复学以后怎么办？谢谢！',
    link: null,
    basis: basisOf('JSCJ21'),
  },
  {
    id: 'army-student',
    question: '参军，学校保留学籍，要转吗？',
    typed: ['保留学籍参军', '参军保留学籍', '大学生入伍', '义务兵', '退伍复学', '当兵', '在校入伍'],
    answer: [
      '还没有毕业的，先不自己转。告诉学院你入伍了，学院会登记，安排你留在哪个团支部。',
      '已经毕业再入伍的，选去向时选“参军入伍”。',
      '部队的名称、番号，哪里都不要写。',
    ],
    askWhom: ASK_COLLEGE,
    copy: '老师您好，我是{name}，今年入伍，学校保留学籍。请问我的团组织关系怎么安排？谢谢！',
    link: PICK_WAY,
    basis: basisOf('JSCJ21', 'G22'),
  },
  {
    id: 'without-degree',
    question: '我是结业，团关系怎么办？',
    typed: ['结业', '没拿到毕业证', '肄业', '学分没修够', '延毕', '延迟毕业', '推迟毕业'],
    answer: [
      '结业和毕业一样，按去向转出。',
      '延迟毕业不一样：人还在学校，关系也留在学校，由学院登记，毕业那年再转。',
    ],
    askWhom: ASK_COLLEGE,
    copy: null,
    link: PICK_WAY,
    basis: basisOf('JSCJ21', 'G22'),
  },
];
