/** What everybody may know: whom this serves and where its offices are. No named persons. */
import type { Response } from '../../miniprogram/contract';
import { WELCOME } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { allColleges } from '../_shared/store/branches';

type Welcome = NonNullable<Response<'account', 'whoAmI'>['welcome']>;
type Offices = Welcome['offices'];

/** Visitors cost the database nothing: a warm instance remembers the offices for a moment. */
const remembered = new WeakMap<Ports['memory'], { readonly at: number; readonly offices: Offices }>();

const readOffices = async ({ store }: Pick<Ports, 'store'>): Promise<Offices> => {
  const colleges = await allColleges({ store });
  return colleges.flatMap(({ name, office }) =>
    office ? [{ collegeName: name, place: office.place, hours: office.hours }] : [],
  );
};

export const welcomeOf = async ({ store, memory, clock, settings }: Ports): Promise<Welcome> => {
  const { school } = settings;
  const now = clock.now();
  const known = remembered.get(memory);
  if (known && Math.abs(now - known.at) < WELCOME.rememberedMs) return { school, offices: known.offices };
  const offices = await readOffices({ store });
  remembered.set(memory, { at: now, offices });
  return { school, offices };
};
