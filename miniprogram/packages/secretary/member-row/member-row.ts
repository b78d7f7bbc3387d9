/** One person of the branch: `row` is a `MemberRow` of the branch view. */
Component({
  properties: {
    row: { type: Object, value: {} },
    last: { type: Boolean, value: false },
  },
});
