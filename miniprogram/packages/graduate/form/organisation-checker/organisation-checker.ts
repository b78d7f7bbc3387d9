/** What looks wrong with a name, and two ways on; it warns, it does not block. Events: `accept`, `keep`. */
Component({
  properties: {
    title: { type: String, value: '' },
    why: { type: String, value: '' },
    /** The name as it would be then; empty when the button says it all. */
    proposal: { type: String, value: '' },
    /** Button that takes the proposal; empty when there is none. */
    accept: { type: String, value: '' },
    /** Button that leaves the name as it is. */
    keep: { type: String, value: '对方就叫这个名' },
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
