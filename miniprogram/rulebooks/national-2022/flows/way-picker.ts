import type { Flow } from '../../../domain/rules/flow';
import type { WayRule } from '../../../domain/rules/rulebook';
import { option, question, wayResult } from '../../flow-parts';
import { abroad } from './picker/abroad';
import { others } from './picker/others';
import { study } from './picker/study';
import { work } from './picker/work';

/** 选去向: one question per screen, ending in a way or in whom to ask. */
export const wayPicker = (ways: readonly WayRule[], ageLimit: number): Flow => ({
  id: 'way-picker',
  title: '选去向',
  start: 'where',
  nodes: [
    question(
      'where',
      '毕业以后，你去哪里？',
      [
        option('work', '去工作', 'employer', '公务员、基层项目、自己创业、灵活就业都算'),
        option('study', '在国内继续读书', 'study', '读研、读博、专升本、第二学位'),
        option('abroad', '去国外或港澳台', 'abroad', '读书、工作都选这个'),
        option('other', '还没定，或者是别的情况', 'other', '参军、延迟毕业、结业也在这里'),
      ],
      '按现在的打算选，以后变了还能再改。',
    ),
    ...work,
    ...study,
    ...abroad,
    ...others(ageLimit),
    ...ways.flatMap((way) => way.routes.map((route) => wayResult(way.id, route.id))),
  ],
});
