import type { Flow, FlowId } from '../../../domain/rules/flow';
import type { WayRule } from '../../../domain/rules/rulebook';
import { loginHelp } from './login-help';
import { preFlight } from './pre-flight';
import { refusalCoach } from './refusal-coach';
import { timeout } from './timeout';
import { wayPicker } from './way-picker';

interface Values {
  readonly ways: readonly WayRule[];
  readonly ageLimit: number;
  readonly resetCodeHours: number;
}

export const flowsOf = ({ ways, ageLimit, resetCodeHours }: Values): Record<FlowId, Flow> => ({
  'login-help': loginHelp(resetCodeHours / 24),
  'way-picker': wayPicker(ways, ageLimit),
  'pre-flight': preFlight(ageLimit),
  'refusal-coach': refusalCoach('智慧团建'),
  timeout: timeout('智慧团建'),
});
