import type { Flow, FlowId } from '../../../domain/rules/flow';
import { refusalCoach } from '../../national-2022/flows/refusal-coach';
import { timeout } from '../../national-2022/flows/timeout';
import { BJYOUTH } from '../system';
import { LOGIN_HELP } from './login-help';
import { preFlight } from './pre-flight';
import { wayPicker } from './way-picker';

export const flowsOf = (ageLimit: number): Record<FlowId, Flow> => ({
  'login-help': LOGIN_HELP,
  'way-picker': wayPicker(ageLimit),
  'pre-flight': preFlight(ageLimit),
  'refusal-coach': refusalCoach(BJYOUTH.name),
  timeout: timeout(BJYOUTH.name),
});
