import type { FlowAction } from '../../domain/rules/flow';
import { maybe } from '../properties';
/**
 * One screen of a decision flow: a question, or the advice at its end.
 * `view`: see `pages/journey/flow-view.ts`. Events: `choose` with `{ questionId, optionId }`, `back`,
 * `action` with `{ do }`, `copy` with `{ value }`, `settled` when what stood in the way is gone.
 */
Component({
  properties: {
    view: maybe<{ readonly id: string; readonly action: { readonly do: FlowAction } | null }>(),
    busy: { type: Boolean, value: false },
  },
  methods: {
    onOptionTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', {
        questionId: this.data.view?.id ?? '',
        optionId: event.currentTarget.dataset.id,
      });
    },
    onBackTap() {
      this.triggerEvent('back');
    },
    onActionTap() {
      const action = this.data.view?.action;
      if (action && !this.data.busy) this.triggerEvent('action', { do: action.do });
    },
    onSettledTap() {
      if (!this.data.busy) this.triggerEvent('settled');
    },
    onCopyTap(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      this.triggerEvent('copy', { value: event.currentTarget.dataset.value });
    },
  },
});
