import type { GuestView } from '../guest-view';
import { maybe } from '../../../components/properties';
/**
 * Home of who has not signed in. `view`: see `pages/home/guest-view.ts`; `offers`: whether the bar asks to sign in.
 * Events: `choose` with `{ id }` of the first answer, `open` with `{ page }`, `sign-in`, `decline`.
 */
Component({
  properties: {
    view: maybe<GuestView>(),
    offers: { type: Boolean, value: false },
  },
  data: { officesOpen: false },
  methods: {
    onOptionTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', { id: event.currentTarget.dataset.id });
    },
    onPageTap(event: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      this.triggerEvent('open', { page: event.currentTarget.dataset.page });
    },
    onOfficesTap() {
      this.setData({ officesOpen: !this.data.officesOpen });
    },
    onSignInTap() {
      this.triggerEvent('sign-in');
    },
    onDeclineTap() {
      this.triggerEvent('decline');
    },
  },
});
