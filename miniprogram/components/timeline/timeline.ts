import { listOf } from '../properties';
/** What happened, newest first. `entries`: `{ key, mark: 'current' | 'done' | 'bad', title, detail?, note? }[]` */
Component({
  properties: {
    entries: listOf<{ key: string; mark: string; title: string; detail?: string; note?: string }>(),
  },
});
