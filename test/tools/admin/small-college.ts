/** The college of a backup that the first release took, brought forward to today's records. */
import path from 'node:path';
import type { Environment } from '../../../tools/admin/connect';
import { migrate } from '../../../tools/admin/migrate';
import { restore } from '../../../tools/admin/restore';

export const SMALL_COLLEGE = path.join(__dirname, 'backup-of-1.0');

export const bringBackSmallCollege = async (environment: Environment): Promise<void> => {
  const say = (): void => undefined;
  await restore(environment, { dir: SMALL_COLLEGE, replace: true, say });
  await migrate(environment, say);
};
