/** One person of the branch: `row` is a `MemberRow` of the branch view. */
Component({
  properties: {
    row: { type: Object, value: { name: '', line: '', state: 'none', days: '', tone: '' } },
    last: { type: Boolean, value: false },
  },
});
