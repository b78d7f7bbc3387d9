import { chinaParts } from '../../miniprogram/domain/calendar/china-time';
import { WAKE } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { handOverStrays } from '../_shared/transfers/hand-over-approvals';

/**
 * Whoever ends an office, or moves somebody, hands over what waits. A death in between, or a submission of that very
 * moment, would leave it with nobody: so each morning it is looked for. Resolves to how many were found.
 */
export const handOverLeftBehind = async (ports: Ports): Promise<number> =>
  chinaParts(ports.clock.now()).hour === WAKE.morningHour ? handOverStrays(ports) : 0;
