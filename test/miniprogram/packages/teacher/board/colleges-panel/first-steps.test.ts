import { firstSteps } from '../../../../../../miniprogram/packages/teacher/board/colleges-panel/first-steps';

const college = (name: string, more: object = {}) => ({
  id: name,
  name,
  teachers: 0,
  members: 0,
  started: 0,
  underWay: 0,
  arrived: 0,
  stuck: 0,
  waiting: 0,
  leftOut: 0,
  ...more,
});
const reply = (hasSeason: boolean, ...colleges: ReturnType<typeof college>[]) => ({
  hasSeason,
  colleges,
  target: null,
  now: 0,
});
const nextOf = (...asked: Parameters<typeof reply>) =>
  firstSteps(reply(...asked))?.find(({ now }) => now)?.id;

it('leads from nothing to the first season, one step at a time', () => {
  expect(nextOf(false)).toBe('season');
  expect(nextOf(true)).toBe('add');
  expect(nextOf(true, college('甲'))).toBe('accounts');
  expect(nextOf(true, college('甲', { teachers: 1 }))).toBe('roster');
  expect(nextOf(true, college('甲', { teachers: 1, members: 20 }))).toBe('branches');
});

it('names who is missing something, and does not forget a college that was added later', () => {
  const steps = firstSteps(reply(true, college('甲', { teachers: 1, members: 20 }), college('乙')));
  expect(steps?.find(({ now }) => now)).toMatchObject({ id: 'accounts', text: '还没有老师的：乙' });
  expect(steps?.find(({ id }) => id === 'roster')).toMatchObject({ text: '还没有名单的：乙', done: false });
});

it('is gone once somebody has begun', () => {
  expect(firstSteps(reply(true, college('甲', { teachers: 1, members: 20, started: 1 })))).toBeNull();
});
