import { NotConfigured, readEnvironment } from '../../../../cloudfunctions/_shared/kernel/environment';
import { answerThrown } from '../../../../cloudfunctions/_shared/calls/thrown';
import { sayFailure } from '../../../../miniprogram/loading/say-failure';

const KEY = Buffer.alloc(32, 'key').toString('base64');
const read = (env: Record<string, string>) => readEnvironment({ SCHOOL_NAME: '江汀大学', ...env });
const namesOf = (env: Record<string, string>) =>
  read(env).problems.map(({ variable, problem }) => `${variable} ${problem}`);

it('takes what a deployment sets', () => {
  const { environment, problems } = read({
    FIELD_KEY: KEY,
    ADMIN_CODE: 'long-enough',
    TEMPLATE_IDS: '{"task":"t"}',
    MINIPROGRAM_STATE: 'trial',
    WECOM_HOST: 'http://127.0.0.1:7700/wecom',
  });
  expect(problems).toEqual([]);
  expect(environment).toMatchObject({ adminCode: 'long-enough', build: 'trial' });
  expect(environment?.templates).toMatchObject({
    task: { id: 't', fields: { thing1: 'about', time3: 'at' } },
    deadline: { id: '' },
  });
});

it('needs nothing but the key and the name of the school', () => {
  expect(read({ FIELD_KEY: KEY })).toMatchObject({
    problems: [],
    environment: { adminCode: undefined, build: 'formal', wecomHost: 'https://qyapi.weixin.qq.com' },
  });
});

it.each([
  ['FIELD_KEY', ''],
  ['FIELD_KEY', 'short'],
  ['FIELD_KEY', `a:${KEY},a:${KEY}`],
])('works with nothing while %s is %p', (variable, value) => {
  const { environment, problems } = read({ [variable]: value });
  expect(environment).toBeUndefined();
  expect(problems).toMatchObject([{ variable, stopsAll: true }]);
});

it.each([
  ['TEMPLATE_IDS', '{"task":'],
  ['TEMPLATE_IDS', '{"task":1}'],
  ['TEMPLATE_IDS', '{"tasks":"id"}'],
  ['TEMPLATE_IDS', '{"task":{"id":"t","fields":{"phrase1":"about"}}}'],
  ['MINIPROGRAM_STATE', 'release'],
  ['WECOM_HOST', 'qyapi.weixin.qq.com'],
  ['WECOM_HOST', 'https://qyapi.weixin.qq.com/'],
  ['ADMIN_CODE', 'short'],
  ['ADMIN_CODE', 'with blanks in it'],
  ['SCHOOL_NAME', '一所名字长得首页上无论如何也放不下的综合性大学'],
])('goes on without %s when it is %p', (variable, value) => {
  const { environment, problems } = read({ FIELD_KEY: KEY, [variable]: value });
  expect(environment).toBeDefined();
  expect(problems).toMatchObject([{ variable, problem: 'malformed', stopsAll: false }]);
});

it('asks for the name of the school, which the first page has to say, and goes on without', () => {
  expect(readEnvironment({ FIELD_KEY: KEY })).toMatchObject({
    problems: [{ variable: 'SCHOOL_NAME', problem: 'missing', stopsAll: false }],
    environment: { school: '' },
  });
});

it('names all that is wrong at once, with what it should look like and never what it is', () => {
  const wrong = { FIELD_KEY: 'secret-1', TEMPLATE_IDS: 'secret-2', MINIPROGRAM_STATE: 'secret-3' };
  expect(namesOf(wrong)).toEqual([
    'FIELD_KEY malformed',
    'TEMPLATE_IDS malformed',
    'MINIPROGRAM_STATE malformed',
  ]);
  const { problems } = read(wrong);
  expect(JSON.stringify(problems)).not.toMatch(/secret/);
  for (const { expected } of problems) expect(expected).toMatch(/\p{Script=Han}/u);
});

it('names the template and the key that cannot carry what they are to carry', () => {
  const fields = { thing1: 'abuot', number2: 'at', thing3: '=固定' };
  const [problem] = read({
    FIELD_KEY: KEY,
    TEMPLATE_IDS: JSON.stringify({ progress: 'p', deadline: { id: 'd', fields } }),
  }).problems;
  expect(problem).toMatchObject({ variable: 'TEMPLATE_IDS', problem: 'malformed', stopsAll: false });
  expect(problem?.expected).toMatch(
    /deadline：thing1 写的“abuot”不认识，可以写 about（提醒内容）.*deadline：number2 是“数字”，放不下 at（截止时间）/,
  );
  expect(problem?.expected).not.toContain('thing3');
});

it('tells the log and the phone the name of the variable', () => {
  const lines = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { problems } = read({ FIELD_KEY: 'secret' });
  const answer = answerThrown('teacher', new NotConfigured(problems));
  const logged = lines.mock.calls.join();
  lines.mockRestore();
  expect(JSON.parse(logged)).toEqual({
    event: 'not-configured',
    function: 'teacher',
    problems: [{ variable: 'FIELD_KEY', problem: 'malformed' }],
  });
  expect(answer.ok ? '' : sayFailure(answer.error)).toContain('FIELD_KEY');
});
