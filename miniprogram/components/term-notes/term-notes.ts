import { none } from '../../memory/empty';
import { listOf } from '../properties';
import { termsIn } from '../../rulebooks/glossary';

/** Explains, on a tap, the words in `texts` that a graduate may never have heard; draws nothing when there are none. */
Component({
  properties: {
    texts: listOf<string>(),
  },
  data: {
    terms: none<ReturnType<typeof termsIn>[number]>(),
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
