import { rulesFor, searchIn } from '../../../../../miniprogram/packages/graduate/ask/view';
import { homeResponse } from '../../../support/home-responses';

const visitor = searchIn(rulesFor(null), null);

test('shows the most asked questions before anything is typed, closed', () => {
  const { heading, answers, nobody } = visitor.view(' ', null);
  expect(heading).toBe('大家常问');
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.some(({ open }) => open)).toBe(false);
  expect(nobody).toBeNull();
});

test('opens the best answer with what can be done', () => {
  const { answers } = visitor.view('密码忘了', null);
  expect(answers[0]).toMatchObject({ id: 'forgotten-password', open: true, action: '打开登录帮助' });
  expect(answers.filter(({ open }) => open)).toHaveLength(1);
  expect(visitor.view('密码忘了', '').answers.some(({ open }) => open)).toBe(false);
  expect(visitor.questionFor('forgotten-password')?.link).toMatchObject({ page: 'loginHelp' });
});

test('a message bears the name of whoever copies it', () => {
  const own = homeResponse();
  const named = searchIn(rulesFor(own), own).view('身份证已注册', '').answers[0]?.copy;
  expect(named).toContain(`我是${own.member.name}`);
  expect(visitor.view('身份证已注册', '').answers[0]?.copy).not.toContain('{name}');
});

test('says whom to ask where nothing is found, with the question ready to send', () => {
  const own = homeResponse();
  const { answers, heading, nobody } = searchIn(rulesFor(own), own).view('食堂几点开门？', '');
  expect([answers, heading]).toEqual([[], '']);
  expect(nobody?.letter).toContain('食堂几点开门？谢谢');
  expect(nobody?.whom).toMatch(/老师$/);
});
