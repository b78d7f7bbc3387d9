import {
  AUDIT_ACTIONS,
  AUDIT_KINDS,
  auditKindOf,
  type AuditKind,
} from '../../../../miniprogram/domain/people/audit';
import { TRANSFER_STEPS } from '../../../../miniprogram/domain/transfer/steps';

const actionsOf = (kind: AuditKind): string[] => AUDIT_ACTIONS.filter((one) => auditKindOf(one) === kind);

test('whoever looks for what was read of guarded things finds every look at them', () => {
  expect(actionsOf('read')).toEqual([
    'reveal-contact',
    'read-kept',
    'read-screenshots',
    'export-contact',
    'export',
  ]);
});

test.each<[AuditKind, readonly string[]]>([
  ['access', ['sign-in', 'lock', 'unbind-member', 'invite-teacher', 'remove-teacher', 'rotate-invite']],
  ['code', ['request', 'issue', 'reveal', 'report', 'escalate', 'hand-over', 'expire', 'close-request']],
  ['transfer', ['approve', 'return', 'tick', 'record-over-age', 'reconcile', 'undo-complete']],
  ['roster', ['apply-roster', 'merge-members', 'remove-branch', 'undo-correction', 'recount-board']],
  ['season', ['open-season', 'publish-rules', 'save-card-office']],
  ['delivery', ['nudge', 'retry-notice', 'save-webhook']],
  ['data', ['delete-data', 'purge-season', 'purge-pictures']],
])('among what is told of %s stand %j', (kind, actions) => {
  for (const action of actions) expect([action, auditKindOf(action)]).toEqual([action, kind]);
});

test('every step of a transfer is told under the transfers, and nothing is told nowhere', () => {
  for (const step of TRANSFER_STEPS) expect(auditKindOf(step)).toBe('transfer');
  for (const kind of AUDIT_KINDS) expect(actionsOf(kind).length).toBeGreaterThan(0);
  expect(auditKindOf('bygone')).toBe('roster');
});
