import type { Flow, FlowId } from '../../../domain/rules/flow';
import type { Terms } from '../terms';
import { loginHelp } from './login-help';
import { preFlight } from './pre-flight';
import { refusalCoach } from './refusal-coach';
import { timeout } from './timeout';
import { wayPicker } from './way-picker';

/** Every flow, written in a rulebook's terms. */
export const flowsOf = (terms: Terms): Record<FlowId, Flow> => ({
  'login-help': loginHelp(terms),
  'way-picker': wayPicker(terms),
  'pre-flight': preFlight(terms),
  'refusal-coach': refusalCoach(terms),
  timeout: timeout(terms),
});
