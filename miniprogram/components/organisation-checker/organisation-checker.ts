/** What looks wrong with a name, and two ways on; it warns, it does not block. Events: `accept`, `keep`. */
Component({
  properties: {
    title: { type: String, value: '' },
    why: { type: String, value: '' },
    /** Button that takes the proposal; empty when there is none. */
    accept: { type: String, value: '' },
  },
  methods: {
    onAcceptTap() {
      this.triggerEvent('accept');
    },
    onKeepTap() {
      this.triggerEvent('keep');
    },
  },
});
