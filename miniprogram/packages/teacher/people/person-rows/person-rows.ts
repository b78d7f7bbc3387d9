import { listOf } from '../../../../components/properties';
import type { PersonRow } from './view';

/** People in one card, a row each. Event: `open` with `{ id }` of the person tapped. */
Component({
  properties: {
    rows: listOf<PersonRow>(),
    /** Id of whom is open beside the list. */
    opened: { type: String, value: '' },
  },
  methods: {
    onRowTap(event: TapEvent<{ id: string }>) {
      this.triggerEvent('open', { id: event.currentTarget.dataset.id });
    },
  },
});
