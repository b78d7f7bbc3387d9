import { cardActions } from './cards';
import { homeActions } from './home';
import { myDataActions } from './my-data';
import { overAgeActions } from './over-age';
import { resetActions } from './resets';
import { transferActions } from './transfer';

/** Actions of a graduate about their own transfer; the person comes from the WeChat context alone. */
export const graduateActions = {
  ...homeActions,
  ...resetActions,
  ...transferActions,
  ...cardActions,
  ...overAgeActions,
  ...myDataActions,
};
