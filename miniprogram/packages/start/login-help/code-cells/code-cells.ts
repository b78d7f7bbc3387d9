import { none } from '../../../../memory/empty';
/** A verification code: dots while hidden, then the code grouped by three. */
Component({
  properties: {
    code: { type: String, value: '' },
    length: { type: Number, value: 6 },
  },
  data: { cells: none<number>(), grouped: '', spoken: '' },
  observers: {
    'code, length'(code: string, length: number) {
      this.setData({
        cells: Array.from({ length }, (_, index) => index),
        grouped: code.replace(/(.{3})(?=.)/g, '$1 '),
        spoken: code.split('').join(' '),
      });
    },
  },
});
