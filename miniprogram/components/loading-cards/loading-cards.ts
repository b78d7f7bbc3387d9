/** Cards in the shape of what is being opened; the style sheet holds them back for the first 300 ms. */
Component({
  properties: {
    count: { type: Number, value: 2 },
  },
});
