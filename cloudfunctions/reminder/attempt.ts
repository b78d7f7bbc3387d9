import { describeBug } from '../_shared/kernel/bugs';
import type { Ports } from '../_shared/platform/ports';

/** One job that fails must not keep the others from running; nothing comes back of it. */
export const attempt = async <T>(
  ports: Ports,
  name: string,
  job: () => Promise<T>,
): Promise<T | undefined> => {
  try {
    return await job();
  } catch (error) {
    ports.log('sweep-failed', { job: name, ...describeBug(error) });
    return undefined;
  }
};
