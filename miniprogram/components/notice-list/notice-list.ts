import { listOf } from '../properties';
import type { NoticeRow } from './rows';

/** What was sent to somebody and what became of it. `rows`: `NoticeRow[]` */
Component({
  properties: {
    rows: listOf<NoticeRow>(),
  },
});
