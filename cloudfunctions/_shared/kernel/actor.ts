/** Who stands behind a step: a person in a role, or the system. */

import type { Actor } from '../../../miniprogram/domain/rules/roles';

/** Who stands in the timeline and the audit for a step. */
export interface ActingPerson {
  readonly role: Actor;
  readonly name: string;
  readonly accountId: string | null;
}

export const SYSTEM: ActingPerson = { role: 'system', name: '系统', accountId: null };

export const ALL_COLLEGES = 'all';

/** A graduate who acts on what is their own. */
export const asThemselves = ({
  openid,
  member,
}: {
  readonly openid: string;
  readonly member: { readonly name: string };
}): ActingPerson => ({ role: 'graduate', name: member.name, accountId: openid });

export const actingAs = (
  account: { readonly _id: string; readonly name: string },
  role: Actor,
  name = account.name,
): ActingPerson => ({
  role,
  name,
  accountId: account._id,
});
