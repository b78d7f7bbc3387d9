/** An empty list or a failed page: what it is, what is safe, the way out. Events: `action`, `second`. */
Component({
  properties: {
    /** `done` green tick, `warn` amber triangle, `info` blue. */
    tone: { type: String, value: 'info' },
    icon: { type: String, value: 'info-circle' },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
    /** `primary` when the action is the only thing to do on the page. */
    actionTheme: { type: String, value: 'light' },
    second: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  methods: {
    onActionTap() {
      this.triggerEvent('action');
    },
    onSecondTap() {
      this.triggerEvent('second');
    },
  },
});
