/** Nothing here: what is empty, when it will fill, one way on. Event: `action`. */
Component({
  properties: {
    icon: { type: String, value: 'check' },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    action: { type: String, value: '' },
    /** `done` for a good kind of empty. */
    tone: { type: String, value: '' },
  },
  methods: {
    onActionTap() {
      this.triggerEvent('action');
    },
  },
});
