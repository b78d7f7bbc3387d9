import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SeedResult } from '../preview/seed';
import type { SeedClient } from '../preview/seed/client';

/** Signs somebody in who has not come yet, with what their slip of paper says. */
export const arrive = async (client: SeedClient, dataDir: string, name: string): Promise<void> => {
  const { people } = JSON.parse(await readFile(path.join(dataDir, 'seed.json'), 'utf8')) as SeedResult;
  const person = people.find((each) => each.name === name);
  if (!person?.signIn) return;
  await client.call(person.openid, 'account', 'signIn', { name, ...person.signIn });
};
