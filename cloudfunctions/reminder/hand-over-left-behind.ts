import { atChinaTime, chinaDay, chinaParts } from '../../miniprogram/domain/calendar/china-time';
import { WAKE } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { WAKE_ID } from '../_shared/store/wake';
import { handOverStrays } from '../_shared/transfers/hand-over-approvals';
import { readWake } from './wake';

/**
 * Whoever ends an office, or moves somebody, hands over what waits. A death in between, or a submission of that very
 * moment, would leave it with nobody: so it is looked for once each morning. What cannot be handed over then is tried
 * again the next one. Resolves to how many were handed over.
 */
export const handOverLeftBehind = async (ports: Ports): Promise<number> => {
  const { store, clock } = ports;
  const now = clock.now();
  if (chinaParts(now).hour !== WAKE.morningHour) return 0;
  const { straysSoughtAt = 0 } = await readWake(ports);
  if (straysSoughtAt >= atChinaTime(chinaDay(now), WAKE.morningHour, 0)) return 0;
  const handed = await handOverStrays(ports);
  await store.changeAll('wake', { _id: { in: [WAKE_ID] } }, { set: { straysSoughtAt: now } });
  return handed;
};
