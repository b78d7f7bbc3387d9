import type { Flow } from '../../../domain/rules/flow';
import type { Terms } from '../terms';
import { option, question, wayResult } from '../../flow-parts';
import { abroad } from './picker/abroad';
import { others } from './picker/others';
import { RESIDENCE_WAYS, residence } from './picker/residence';
import { study } from './picker/study';
import { work } from './picker/work';

/** 选去向: one question per screen, ending in one of the eight ways or in whom to ask. */
export const wayPicker = (terms: Terms): Flow => ({
  id: 'way-picker',
  title: '选去向',
  start: 'where',
  nodes: [
    question(
      'where',
      '毕业以后，你去哪里？',
      [
        option('work', '毕业后工作', 'employer'),
        option('study', '继续读书', 'study', '在国内读研、读博'),
        option('abroad', '去国外或港澳台', 'abroad', '读书、工作都选这个'),
        option('other', '还没定，或者是别的情况', 'other', '参军、延迟毕业也在这里'),
      ],
      '按现在的打算选，以后变了还能再转。',
    ),
    ...work(terms),
    ...study,
    ...abroad(terms),
    ...others(terms),
    residence('residence', 'no-organisation', terms),
    wayResult('employed', 'direct'),
    wayResult('further-study', 'direct'),
    wayResult('study-abroad', 'keep'),
    wayResult('army', 'direct'),
    wayResult('confidential', 'direct'),
    wayResult('deferred', 'direct'),
    ...RESIDENCE_WAYS.flatMap((way) => [
      wayResult(way, 'registered-residence'),
      wayResult(way, 'current-residence'),
    ]),
  ],
});
