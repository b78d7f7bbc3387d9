import { openRobots } from '../../../../tools/emulator/wecom/routes';

const MINUTE = 60_000;
const clock = { at: 1_000_000, now: () => clock.at };
const markdown = (content: string) => ({ msgtype: 'markdown', markdown: { content } });

it('takes twenty posts a minute from each key', () => {
  const robots = openRobots(clock);
  const answers = Array.from({ length: 21 }, () => robots.post('a', markdown('x')).errcode);
  expect(answers).toEqual([...Array<number>(20).fill(0), 45009]);
  expect(robots.post('b', markdown('y')).errcode).toBe(0);
  clock.at += MINUTE;
  expect(robots.post('a', markdown('z')).errcode).toBe(0);
  expect(robots.posts('a')).toHaveLength(21);
  expect(robots.posts()[0]).toMatchObject({ key: 'a', content: 'z' });
});

it.each([
  ['no key', '', markdown('x'), 93000],
  ['nothing to say', 'a', markdown(''), 44004],
  ['more than 4096 bytes', 'a', markdown('字'.repeat(1366)), 40058],
  ['another kind of message', 'a', { msgtype: 'image' }, 40008],
])('refuses %s', (_case, key, body, errcode) => {
  expect(openRobots(clock).post(key, body).errcode).toBe(errcode);
});
