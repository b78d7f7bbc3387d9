/** The shape of a card whose content is on its way. */
Component({
  properties: {
    /** Draws the button at the end. */
    button: { type: Boolean, value: true },
  },
});
