import { termsIn } from '../../rulebooks/glossary';

/** Explains, on a tap, the words in `texts` that a graduate may never have heard; draws nothing when there are none. */
Component({
  properties: {
    texts: { type: Array, value: [] as string[] },
  },
  data: {
    terms: [] as ReturnType<typeof termsIn>,
    open: '',
    says: '',
  },
  observers: {
    texts(texts: string[]) {
      this.setData({ terms: termsIn(texts), open: '', says: '' });
    },
  },
  methods: {
    onTermTap({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { term: string }>) {
      const { term } = currentTarget.dataset;
      const open = this.data.open === term ? '' : term;
      this.setData({ open, says: this.data.terms.find((each) => each.term === open)?.says ?? '' });
    },
  },
});
