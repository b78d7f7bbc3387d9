import { listOf } from '../../../../components/properties';
import { MOST_CONTACTS } from '../../../../domain/rules/overlay/place';
import { CONTACT_PARTS, NOBODY, type Contact } from './view';

/** People to call, each with four boxes. Event: `change` with `{ contacts }`, all of them as they stand now. */
Component({
  properties: {
    contacts: listOf<Contact>(),
  },
  data: { parts: CONTACT_PARTS, most: MOST_CONTACTS },
  methods: {
    say(contacts: readonly Contact[]) {
      this.triggerEvent('change', { contacts });
    },
    onType(event: WechatMiniprogram.Input) {
      const { at, part } = event.currentTarget.dataset;
      const { value } = event.detail;
      // Keyboards for Chinese type digits of full width; blanks stay while somebody is typing.
      const typed = { [String(part)]: part === 'phone' ? value.normalize('NFKC') : value };
      this.say(this.data.contacts.map((one, index) => (index === Number(at) ? { ...one, ...typed } : one)));
    },
    onAddTap() {
      this.say([...this.data.contacts, NOBODY]);
    },
    onRemoveTap({ currentTarget }: TapEvent<{ at: number }>) {
      this.say(this.data.contacts.filter((_, index) => index !== currentTarget.dataset.at));
    },
  },
});
