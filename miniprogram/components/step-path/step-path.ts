/** A numbered path. `steps`: `{ mark: 'done' | 'current' | 'bad' | 'later', title, side?, hint? }[]` */
Component({
  properties: {
    steps: { type: Array, value: [] as { mark: string; title: string; side?: string; hint?: string }[] },
  },
});
