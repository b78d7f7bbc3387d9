import { accountActions } from './accounts';
import { auditActions } from './audits';
import { boardActions } from './board';
import { cardActions } from './cards';
import { correctionActions } from './corrections';
import { deliveryActions } from './delivery';
import { exportActions } from './exports';
import { peopleActions } from './people';
import { queueActions } from './queue';
import { reconcileActions } from './reconcile';
import { rosterActions } from './roster';
import { ruleActions } from './rules';
import { seasonActions } from './season';

/** Actions of college teachers and of the university committee, within their scope. */
export const teacherActions = {
  ...queueActions,
  ...peopleActions,
  ...rosterActions,
  ...reconcileActions,
  ...boardActions,
  ...seasonActions,
  ...ruleActions,
  ...exportActions,
  ...deliveryActions,
  ...cardActions,
  ...accountActions,
  ...auditActions,
  ...correctionActions,
};
