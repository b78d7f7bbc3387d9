import { listOf } from '../properties';
import type { HelpPerson } from '../../domain/words/help-people';

/**
 * Somebody to call, one row each; stands inside a flush card. `people`: see `domain/words/help-people`. `open`: more
 * rows follow in the card. Event: `reach` with the person, for `services/reach-person`.
 */
Component({
  properties: {
    people: listOf<HelpPerson>(),
    open: { type: Boolean, value: false },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
      const person = this.data.people[event.currentTarget.dataset.at];
      if (person) this.triggerEvent('reach', person);
    },
  },
});
