/**
 * What a person may do can end while a page is open. Whoever is refused is asked about once more, and led to where they
 * still belong; `call` sends every refusal here.
 */
import type { FunctionName } from '../contract';
import type { Failure } from '../domain/errors';
import { ROLES, type Role } from '../domain/rules/roles';
import { askCloud } from '../services/ask-cloud';
import { markLedAway } from '../memory/led-away';
import { recallOwnTransfer } from '../services/own-transfer';
import { forgetLostPerson, goToStart, knownRoles, rememberRoles, type RoleView } from '../services/session';
import { whyLed } from '../domain/words/why-led';

/** Whoever holds one of these may call the function. */
const NEEDED: Readonly<Record<FunctionName, readonly Role[]>> = {
  account: ROLES,
  graduate: ['graduate'],
  secretary: ['secretary'],
  teacher: ['teacher', 'committee'],
};

/** What the phone remembered, and what the cloud says now. */
interface Standing {
  readonly before: readonly RoleView[];
  readonly held: readonly RoleView[];
}

let left = 0;
let isLeaving = false;
let asking: Promise<Standing | null> | null = null;

/** How often this phone has led somebody away: a call that began before the last time says nothing new. */
export const departures = (): number => left;

/** A phone that shows a transfer of its own has a graduate, also when it remembers no roles. */
const remembered = (): readonly RoleView[] => {
  const roles = knownRoles();
  const isGraduate = roles.some(({ role }) => role === 'graduate') || recallOwnTransfer() === null;
  return isGraduate ? roles : [...roles, { role: 'graduate', scopeId: '', scopeName: '' }];
};

const askStanding = async (): Promise<Standing | null> => {
  const reply = await askCloud('account', 'whoAmI', {});
  return reply.ok ? { before: remembered(), held: reply.data.account?.roles ?? [] } : null;
};

/** One question is enough, however many calls were refused at once. */
const standingNow = (): Promise<Standing | null> => {
  asking ??= askStanding().finally(() => (asking = null));
  return asking;
};

const same = (one: RoleView) => (other: RoleView) =>
  one.role === other.role && (one.scopeId === other.scopeId || one.role === 'graduate');

const neededBy =
  (name: FunctionName) =>
  ({ role }: RoleView): boolean =>
    NEEDED[name].includes(role);

/** Refused though nothing has changed: the call had another reason, which its page says. */
const mayStay = (name: FunctionName, { before, held }: Standing): boolean =>
  name !== 'account' &&
  held.some(neededBy(name)) &&
  before.filter(neededBy(name)).every((had) => held.some(same(had)));

const lead = (name: FunctionName, { before, held }: Standing): void => {
  const lost = (role: Role) =>
    before.some((had) => had.role === role) && !held.some((has) => has.role === role);
  if (held.length === 0 || lost('graduate')) forgetLostPerson();
  rememberRoles(held);
  left += 1;
  isLeaving = true;
  const said = whyLed(name, { before, held, mayCall: held.some(neededBy(name)) });
  goToStart(held, said, () => (isLeaving = false));
};

/** Leads to where these roles belong, unless the function is still theirs. True when the page is being left. */
const follow = (name: FunctionName, standing: Standing): boolean => {
  if (isLeaving) return true;
  if (mayStay(name, standing)) {
    rememberRoles(standing.held);
    return false;
  }
  lead(name, standing);
  return true;
};

/**
 * What follows a call that failed: nothing, unless it was refused to this person.
 * @param since the departures when the call began
 */
export const followRefusal = async (name: FunctionName, failure: Failure, since: number): Promise<void> => {
  if (failure.code !== 'FORBIDDEN' && failure.code !== 'NOT_SIGNED_IN') return;
  if (isLeaving || since !== left) return markLedAway(failure);
  const standing = await standingNow();
  if (standing && (since !== left || follow(name, standing))) markLedAway(failure);
};
