/** What happened, newest first. `entries`: `{ mark: 'current' | 'done' | 'bad', title, detail?, note? }[]` */
Component({
  properties: {
    entries: { type: Array, value: [] as { mark: string; title: string; detail?: string; note?: string }[] },
  },
});
