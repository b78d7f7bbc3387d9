/** Ways and dates as questions that can be searched. */
import { withRoute } from '../../../../miniprogram/domain/rules/rulebook/apply-edits';
import type { RouteRule } from '../../../../miniprogram/domain/rules/rulebook';
import { allQuestions } from '../../../../miniprogram/domain/rules/way-questions';
import { national2022 } from '../../../../miniprogram/rulebooks/national-2022';

const JUNE = { month: 6, day: 1 };
const JULY = { month: 7, day: 1 };
const withPart = (part: Partial<RouteRule>) =>
  allQuestions(withRoute(national2022, 'deferred', 'direct', (route) => ({ ...route, ...part })));
const datesWith = (opens: typeof JUNE | null, deadline: typeof JUNE | null) =>
  withPart({ window: { opens, deadline, source: '通知' } }).find(({ id }) => id === 'deadline')?.answer;

test.each([
  [JUNE, JULY, ['“延迟毕业”：6月1日起，最晚 7月1日。']],
  [JUNE, null, ['“延迟毕业”：6月1日起。']],
  [null, JULY, ['“延迟毕业”：最晚 7月1日。']],
  [null, null, []],
])('a way open from %j until %j says so among the dates: %j', (opens, deadline, said) => {
  expect(datesWith(opens, deadline)?.filter((line) => line.includes('延迟毕业'))).toEqual(said);
});

test('a way is asked by its name, and by its route where it has several', () => {
  const questions = allQuestions(national2022);
  const asked = (id: string) => questions.find((one) => one.id === id)?.question;
  expect(asked('way-deferred-direct')).toBe('延迟毕业，怎么转？');
  expect(asked('way-no-organisation-keep')).toMatch(/，.+，怎么转？$/);
});

test('what is closed is no question any more', () => {
  expect(withPart({ closed: true }).map(({ id }) => id)).not.toContain('way-deferred-direct');
  expect(withPart({ closed: false }).map(({ id }) => id)).toContain('way-deferred-direct');
});

test('the answer begins with the guide and leads to it', () => {
  const [route] = national2022.ways.find(({ id }) => id === 'deferred')?.routes ?? [];
  const question = withPart({ transferReason: null }).find(({ id }) => id === 'way-deferred-direct');
  expect(question?.answer).toEqual([route?.guide.summary, route?.guide.steps[0]]);
  expect(question?.typed).toEqual([route?.label, route?.hint, route?.targetHint]);
  expect(question?.link).toEqual({
    label: '看这种去向的指引',
    page: 'guide',
    wayId: 'deferred',
    routeId: 'direct',
  });
  const named = withPart({ transferReason: '延迟毕业' }).find(({ id }) => id === 'way-deferred-direct');
  expect(named?.typed).toContain('延迟毕业');
});

test('the dates are said in sentences, lead to one’s own, and name where they come from', () => {
  const { source, sources, seasonDeadline } = national2022;
  const asked = (book: typeof national2022) => allQuestions(book).find(({ id }) => id === 'deadline');
  const question = asked(national2022);
  expect(
    question?.answer.filter((line) => !/^(最晚 \d+月\d+日|“.+”：|发起以后).*。$|^发起以后/.test(line)),
  ).toEqual([]);
  expect(question?.answer[0]).toContain(`${seasonDeadline.month}月${seasonDeadline.day}日`);
  expect(question?.link).toEqual({ label: '看我的进度', page: 'track' });
  const from = (seasonDeadlineSource: Record<string, string>) =>
    asked({ ...national2022, sources: seasonDeadlineSource })?.basis;
  expect([from({ ...sources, seasonDeadline: '通知' }), from({})]).toEqual(['通知', source]);
});
