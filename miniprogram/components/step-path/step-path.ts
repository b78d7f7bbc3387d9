import { listOf } from '../properties';
/** A numbered path. `steps`: `{ mark: 'done' | 'current' | 'bad' | 'later', title, side?, hint? }[]` */
Component({
  properties: {
    steps: listOf<{ mark: string; title: string; side?: string; hint?: string }>(),
  },
});
