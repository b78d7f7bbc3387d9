import { startOf, toAuditRow } from '../../../../../miniprogram/packages/teacher/audits/view';

const AT = Date.UTC(2027, 4, 10, 2);
const ENTRY = {
  id: 'a',
  at: AT,
  kind: 'read',
  action: 'read-screenshots',
  role: 'teacher',
  actorName: '王芳',
  actorId: 'oTeacher',
  memberId: 'm-1',
  memberName: '林小雨',
  branchName: '光电2302团支部',
  facts: {},
} as const;

it('says who did what to whom, and when', () => {
  expect(toAuditRow(ENTRY)).toEqual({
    id: 'a',
    what: '看了截图',
    about: '林小雨',
    memberId: 'm-1',
    line: '老师 王芳，光电2302团支部',
    at: '5月10日 10:00',
  });
});

it('still says something of people who are gone', () => {
  const gone = { ...ENTRY, actorName: null, memberId: null, memberName: null, branchName: null };
  expect(toAuditRow(gone)).toMatchObject({ line: '老师 （已离开）', about: '', memberId: '' });
  expect(toAuditRow({ ...gone, actorId: null, role: 'system' }).line).toBe('系统');
});

it('looks back by days', () => {
  expect(startOf('all', AT)).toBeUndefined();
  expect(startOf('week', AT)).toBe(AT - 7 * 86_400_000);
});

it.each([
  [
    { rulebookId: 'usst-2020~letter.before@all.2' },
    '老师 王芳，光电2302团支部，按“上海理工大学 2020 年流程”',
  ],
  [{ rulebookId: 'moon-2030' }, '老师 王芳，光电2302团支部，按“没有见过的规则”'],
  [{ number: 3, changes: 4 }, '老师 王芳，光电2302团支部，改了 4 处'],
  [{ byRoster: true }, '老师 王芳，光电2302团支部，按导入的名单'],
])('says by which rules in words: %j', (facts, line) => {
  expect(toAuditRow({ ...ENTRY, facts }).line).toBe(line);
});

it.each([
  ['workbook', '“周五的工作簿”'],
  ['unfinished', '“还没转到的”'],
  ['army', '“参军入伍的”'],
  ['differences', '“对账里对不上的”'],
])('names the list that was taken out: %s', (kind, words) => {
  const row = toAuditRow({ ...ENTRY, action: 'export', facts: { kind } });
  expect(row.line).toBe(`老师 王芳，光电2302团支部，${words}`);
});
