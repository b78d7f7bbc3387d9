import { maybe } from '../../../../components/properties';
import type { Preview } from '../preview';

/** What a graduate reads of the thing that is open, in the frame of a phone. `view`: see `../preview.ts`. */
Component({
  properties: {
    view: maybe<Preview>(),
  },
});
