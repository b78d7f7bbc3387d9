/** Everything the audit keeps, by what it is about: a new action without a place here does not compile. */
import { TRANSFER_STEPS } from '../transfer/steps';

/**
 * read: somebody looked at what is guarded; access: signing in, rights and locks; code: reset codes; transfer: what
 * moved one; roster: people, branches and colleges; season: rules and dates; delivery: notices; data: deletion.
 */
export const AUDIT_KINDS = [
  'read',
  'access',
  'code',
  'transfer',
  'roster',
  'season',
  'delivery',
  'data',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const OTHERS = {
  'reveal-contact': 'read',
  'read-kept': 'read',
  'read-screenshots': 'read',
  'export-contact': 'read',
  export: 'read',
  'sign-in': 'access',
  'unbind-member': 'access',
  lock: 'access',
  'claim-administrator': 'access',
  'invite-teacher': 'access',
  'accept-invitation': 'access',
  'revoke-invitation': 'access',
  'remove-teacher': 'access',
  'assign-secretary': 'access',
  'remove-secretary': 'access',
  'rotate-invite': 'access',
  'share-phone': 'access',
  'share-receiver-phone': 'access',
  request: 'code',
  issue: 'code',
  reveal: 'code',
  report: 'code',
  solve: 'code',
  escalate: 'code',
  'hand-over': 'code',
  expire: 'code',
  'close-request': 'code',
  // Written before steps on paper were ticked one by one; its entries are still shown.
  'undo-complete': 'transfer',
  'record-over-age': 'transfer',
  'reopen-over-age': 'transfer',
  'report-over-age': 'transfer',
  'save-card-office': 'season',
  'create-college': 'roster',
  // Written by 1.0 alone; its entries are still shown.
  'import-roster': 'roster',
  'apply-roster': 'roster',
  'transfer-member': 'roster',
  'correct-member': 'roster',
  'remove-member': 'roster',
  'merge-members': 'roster',
  'rename-branch': 'roster',
  'merge-branch': 'roster',
  'remove-branch': 'roster',
  'rename-college': 'roster',
  'undo-correction': 'roster',
  reconcile: 'transfer',
  'recount-board': 'roster',
  'open-season': 'season',
  'save-season': 'season',
  'save-college-season': 'season',
  'publish-rules': 'season',
  'revert-rules': 'season',
  nudge: 'delivery',
  'retry-notice': 'delivery',
  'save-webhook': 'delivery',
  'delete-data': 'data',
  'purge-season': 'data',
  'purge-pictures': 'data',
} as const satisfies Readonly<Record<string, AuditKind>>;

export type AuditAction = keyof typeof OTHERS | (typeof TRANSFER_STEPS)[number];

const KIND_OF: ReadonlyMap<string, AuditKind> = new Map<string, AuditKind>([
  ...Object.entries(OTHERS),
  ...TRANSFER_STEPS.map((step): [string, AuditKind] => [step, 'transfer']),
]);

export const AUDIT_ACTIONS: readonly string[] = [...KIND_OF.keys()];

/** An action of an earlier release that has no place any more counts as a change of the roster. */
export const auditKindOf = (action: string): AuditKind => KIND_OF.get(action) ?? 'roster';
