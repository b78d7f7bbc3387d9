/** Templates as the configuration writes them, and as they are written back. */
import * as v from 'valibot';
import { usualFilling } from '../../../../../miniprogram/domain/reminding/notices/fill';
import {
  grantedTemplates,
  templateIdsOf,
  writeTemplates,
} from '../../../../../miniprogram/domain/reminding/notices/granted';

const read = (written: unknown) => v.parse(grantedTemplates, written);
const faults = (written: unknown): string[] => {
  const parsed = v.safeParse(grantedTemplates, written);
  return parsed.success ? [] : parsed.issues.map(({ message }) => message);
};

test('an id alone has the usual keys, and a template that is not named has none granted', () => {
  const templates = read({ task: 'id-1' });
  expect(templates.task).toEqual({ id: 'id-1', fields: usualFilling('task') });
  expect(templateIdsOf(templates)).toEqual({ progress: '', deadline: '', code: '', task: 'id-1' });
  expect(templateIdsOf(read({ progress: 'a', deadline: 'b', code: 'c', task: 'd' }))).toEqual({
    progress: 'a',
    deadline: 'b',
    code: 'c',
    task: 'd',
  });
});

test('what holds anyway is not written back', () => {
  expect(writeTemplates(read({}))).toBe('{}');
  expect(writeTemplates(read({ task: { id: 'id-1', fields: usualFilling('task') } }))).toBe(
    '{"task":"id-1"}',
  );
  expect(writeTemplates(read({ task: { id: 'id-1' }, code: '' }))).toBe('{"task":"id-1"}');
});

test.each<[string, unknown, string]>([
  ['a number', { task: 1 }, '要写模板 ID，或 {"id":"模板ID","fields":{"thing1":"about"}}'],
  ['a key that is none', { task: { id: 'a', fields: { things1: 'about' } } }, 'things1 不是微信的关键词编号'],
  ['no key at all', { task: { id: 'a', fields: {} } }, '一个关键词也没有写'],
])('%s is refused in words', (_what, written, words) => {
  expect(faults(written).join()).toContain(words);
});

test('a template nobody knows is refused', () => {
  expect(faults({ birthday: 'id-1' })).toHaveLength(1);
});
