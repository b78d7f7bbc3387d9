import { call } from '../../asking/call';
import { rememberRulebook } from '../../loading/known-rulebook';
import { knownRoles, rememberRoles, type RoleView } from '../../services/session';

/** Whose figures, lists and settings this person may see. */
export interface Scope {
  readonly committee: boolean;
  /** The teacher's own college; empty for the committee, who sees all. */
  readonly collegeId: string;
  readonly name: string;
}

/** The committee's reach is the wider one, so it wins over a college held besides. */
export const scopeOf = (roles: readonly RoleView[]): Scope => {
  const committee = roles.some(({ role }) => role === 'committee');
  const college = roles.find(({ role }) => role === 'teacher');
  return {
    committee,
    collegeId: committee ? '' : (college?.scopeId ?? ''),
    name: committee ? '校团委' : (college?.scopeName ?? ''),
  };
};

/** From what the phone remembers; asks the cloud only when it remembers no such role, e.g. after a notice. */
export const loadScope = async (): Promise<Scope> => {
  const known = scopeOf(knownRoles());
  if (known.committee || known.collegeId) return known;
  const reply = await call('account', 'whoAmI', {});
  if (!reply.ok || !reply.data.account) return known;
  rememberRoles(reply.data.account.roles);
  rememberRulebook(reply.data.season.rulebookId);
  return scopeOf(reply.data.account.roles);
};
