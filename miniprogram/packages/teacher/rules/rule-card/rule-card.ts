import { listOf } from '../../../../components/properties';
import type { Contact } from '../contact-list/view';
import { DAYS, MONTHS, type Field } from './view';

/**
 * The fields of one thing of the rules. Events: `type` with `{ path, text }`, `choose` with `{ path, at }`, `turn` with
 * `{ path, on }`, `date` with `{ path, day }`, `contacts` with `{ path, contacts }`,
 * `usual` and `take-out` with `{ path }`.
 */
Component({
  properties: {
    fields: listOf<Field>(),
  },
  data: { dates: [MONTHS, DAYS] },
  methods: {
    onType(event: WechatMiniprogram.Input) {
      this.triggerEvent('type', { path: String(event.currentTarget.dataset.path), text: event.detail.value });
    },
    onUseTap(event: WechatMiniprogram.TouchEvent) {
      const { path, at } = event.currentTarget.dataset;
      this.triggerEvent('choose', { path: String(path), at: Number(at) });
    },
    onTurn({ currentTarget }: TapEvent<{ path: string; on: boolean }>) {
      this.triggerEvent('turn', currentTarget.dataset);
    },
    onDate(event: WechatMiniprogram.PickerChange) {
      const [month = 0, day = 0] = [event.detail.value].flat().map(Number);
      const path = String(event.currentTarget.dataset.path);
      this.triggerEvent('date', { path, day: { month: month + 1, day: day + 1 } });
    },
    onNoneTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('date', { path: String(event.currentTarget.dataset.path), day: null });
    },
    onContacts(event: WechatMiniprogram.CustomEvent<{ contacts: readonly Contact[] }>) {
      const { contacts } = event.detail;
      this.triggerEvent('contacts', { path: String(event.currentTarget.dataset.path), contacts });
    },
    onTakeOutTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('take-out', { path: String(event.currentTarget.dataset.path) });
    },
    onUsualTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('usual', { path: String(event.currentTarget.dataset.path) });
    },
  },
});
