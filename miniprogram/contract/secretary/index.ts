import { boardActions } from './board';
import { contactActions } from './contact';
import { inviteActions } from './invites';
import { peopleActions } from './people';
import { resetActions } from './resets';

/** Actions of a branch secretary on their own branch. */
export const secretaryActions = {
  ...resetActions,
  ...boardActions,
  ...peopleActions,
  ...inviteActions,
  ...contactActions,
};
