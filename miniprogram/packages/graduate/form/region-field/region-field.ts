import { listOf } from '../../../../components/properties';
import { cleanLine } from '../../../../domain/text/clean-text';
/**
 * A place by WeChat's region picker. Where that ends before 街道、乡镇 (WeChat on a computer, older phones, places its
 * data does not know) the rest is typed. Events: `pick` { value, code } as the picker says, `street` { value }.
 */
Component({
  properties: {
    label: { type: String, value: '' },
    text: { type: String, value: '' },
    /** What the picker opens at. */
    names: listOf<string>(),
    asksStreet: { type: Boolean, value: false },
    street: { type: String, value: '' },
    error: { type: String, value: '' },
    /** The page is waiting for this one. */
    wanted: { type: Boolean, value: false },
  },
  data: {
    /** Value of the input; follows only what was not typed there, so that no letter is lost while typing. */
    shown: '',
    said: '',
  },
  observers: {
    street(street: string) {
      if (street !== this.data.said) this.setData({ shown: street, said: street });
    },
  },
  methods: {
    onPickerChange({
      detail: { value, code },
    }: WechatMiniprogram.CustomEvent<{ value: string[]; code: string[] }>) {
      this.triggerEvent('pick', { value, code });
    },
    onStreetInput({ detail: { value } }: WechatMiniprogram.Input) {
      this.setData({ said: cleanLine(value) });
      this.triggerEvent('street', { value });
    },
  },
});
