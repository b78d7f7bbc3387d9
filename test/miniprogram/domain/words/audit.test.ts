import { AUDIT_ACTIONS } from '../../../../miniprogram/domain/people/audit';
import { STEP_WORDS } from '../../../../miniprogram/domain/words/steps';
import { auditWords } from '../../../../miniprogram/domain/words/audit';

it.each(AUDIT_ACTIONS)('has Chinese words for %s', (action) => {
  expect(auditWords(action)).toMatch(/^[\p{Script=Han}，：“”]+$/u);
});

it.each(Object.entries(STEP_WORDS))('says of %s what the histories say', (step, words) => {
  expect(auditWords(step)).toBe(words);
});

it('shows an action of an earlier release as it is stored', () => {
  expect(auditWords('bygone')).toBe('bygone');
});
