import { AUDIT_ACTIONS } from '../../../miniprogram/domain/audit';
import { auditWords } from '../../../miniprogram/services/audit-words';

it.each(AUDIT_ACTIONS)('has Chinese words for %s', (action) => {
  expect(auditWords(action)).toMatch(/^[\p{Script=Han}，]+$/u);
});

it('shows an action of an earlier release as it is stored', () => {
  expect(auditWords('bygone')).toBe('bygone');
});
