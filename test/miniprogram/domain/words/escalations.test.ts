import { ESCALATION_CAUSES } from '../../../../miniprogram/domain/transfer/reset-states';
import { escalationToGraduate, escalationToTeacher } from '../../../../miniprogram/domain/words/escalations';

const SECRETARY_FAILED = /团支书(到时间)?(还没|没能|没拿)/;

it.each([...ESCALATION_CAUSES, undefined])('blames the secretary of %s only where that is so', (cause) => {
  const isTheirs = cause === 'unanswered' || cause === 'handed-on';
  expect(SECRETARY_FAILED.test(escalationToTeacher(cause))).toBe(isTheirs);
  expect(SECRETARY_FAILED.test(escalationToGraduate(cause))).toBe(isTheirs);
});

it('tells each cause apart, to the teacher within a sentence and to the graduate as one', () => {
  const [toTeacher, toGraduate] = [escalationToTeacher, escalationToGraduate].map((words) =>
    [...ESCALATION_CAUSES, undefined].map((cause) => words(cause)),
  );
  expect(new Set(toTeacher).size).toBe(ESCALATION_CAUSES.length + 1);
  expect(new Set(toGraduate).size).toBe(ESCALATION_CAUSES.length + 1);
  for (const words of toTeacher ?? []) expect(words).not.toMatch(/[。！]$/);
  for (const words of toGraduate ?? []) expect(words).toMatch(/。$/);
});
