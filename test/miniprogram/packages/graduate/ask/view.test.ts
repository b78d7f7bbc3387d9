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
  const { answers, heading, nobody } = searchIn(rulesFor(own), own).view('地铁末班车停运？', '');
  expect([answers, heading]).toEqual([[], '']);
  expect(nobody?.letter).toContain('地铁末班车停运？谢谢');
  expect(nobody?.whom).toMatch(/老师$/);
});

test('opens no answer it is not sure of: offers what is near, and whom to ask', () => {
  const { answers, heading, nobody } = visitor.view('我们这届系统里的评奖跟支部怎么算', null);
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.some(({ open }) => open)).toBe(false);
  expect(heading).toBe('不太确定，看看是不是这些');
  expect(nobody?.letter).toContain('评奖');
});

test.each([
  ['我身份证号是310101199901011234 能帮我查下吗', '199901011234'],
  ['我的密码是Abc12345 为什么登不上', 'Abc12345'],
  ['地铁 密码：qwe!2345', 'qwe!2345'],
])('warns who types “%s”, and copies the secret into no message', (typed, secret) => {
  const view = visitor.view(typed, null);
  expect(view.warning).toContain('请删掉它');
  expect(JSON.stringify(view)).not.toContain(secret);
});

test('warns nobody who only asks about passwords and numbers', () => {
  for (const typed of ['密码是身份证后八位吗', '身份证号码错了一位', '密码错误5次被锁了', '学号2019010123'])
    expect(visitor.view(typed, null).warning).toBe('');
});

it.each([
  ['密码忘了', true],
  ['食堂几点开门', false],
  ['老师电话', false],
])('says of “%s” by which rules it is answered: %s', (typed, byRules) => {
  const [first] = visitor.view(typed, null).answers;
  expect(first?.rule).toBe(byRules ? rulesFor(null).follows : '');
});

it('says which part of a way graduates cannot start themselves', () => {
  const [first] = visitor.view('会自动转吗', null).answers;
  expect(first?.answer).toContain(
    '“还没落实去处”（暂时留在学校）、“参军入伍”（请学院发起）、“延迟毕业”：由学院发起。',
  );
});
