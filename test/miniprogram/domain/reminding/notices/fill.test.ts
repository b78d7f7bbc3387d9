import * as v from 'valibot';
import { FIELD_KINDS } from '../../../../../miniprogram/domain/reminding/notices/field-kinds';
import {
  fillFields,
  fillingFaults,
  proposeFilling,
  usualFilling,
} from '../../../../../miniprogram/domain/reminding/notices/fill';
import {
  grantedTemplates,
  writeTemplates,
} from '../../../../../miniprogram/domain/reminding/notices/granted';
import { TEMPLATES } from '../../../../../miniprogram/domain/reminding/notices/templates';
import { TEMPLATE_KEYS } from '../../../../../miniprogram/domain/reminding/kinds';
import { checkField } from '../../../../../tools/emulator/openapi/message-fields';

const TASK = {
  about: '有转出申请等你审批',
  who: '林晚，通信2201团支部',
  at: '2026年6月18日 09:05',
  next: '核对截图和名称，再批准',
  count: '3',
};

describe('filling a granted template', () => {
  it.each([
    ['thing7', 'about', '有转出申请等你审批'],
    ['thing7', 'who', '林晚，通信2201团支部'],
    ['name7', 'who', '林晚'],
    ['time7', 'at', '2026年6月18日 09:05'],
    ['date7', 'at', '2026年6月18日 09:05'],
    ['character_string7', 'at', '2026-06-18 09:05'],
    ['number7', 'count', '3'],
    ['amount7', '=0元', '0元'],
  ])('puts into %s what it is to carry: %s', (key, carried, value) => {
    expect(fillFields('task', { [key]: carried }, TASK)).toEqual({ [key]: value });
    expect(checkField(key, value)).toBeUndefined();
  });

  it.each([
    ['thing1', '办'.repeat(30), `${'办'.repeat(10)}…${'办'.repeat(9)}`],
    ['thing1', '  \n ', '见小程序'],
    ['phrase1', '已办理（学院）登记', '已办理学院'],
    ['phrase1', 'ok', '有新进展'],
    ['name1', '阿卜杜热西提·艾合麦提江·买买提', '阿卜杜热西…·买买提'],
    ['name1', '2201', '同学'],
  ])('never leaves %s too long or empty: %p', (key, text, value) => {
    const template = key === 'phrase1' ? 'progress' : 'task';
    const fact = key === 'phrase1' ? 'state' : key === 'name1' ? 'who' : 'about';
    expect(fillFields(template, { [key]: fact }, { [fact]: text })).toEqual({ [key]: value });
    expect(checkField(key, value)).toBeUndefined();
  });

  it('still fills what 1.0 stored under the keys of its own templates', () => {
    const stored = { thing1: '批准了你的转出', phrase2: '学院已批准', time3: TASK.at, thing4: '等对方接收' };
    expect(fillFields('progress', usualFilling('progress'), stored)).toEqual(stored);
    expect(fillFields('progress', { thing9: 'next' }, stored)).toEqual({ thing9: '等对方接收' });
  });
});

describe('a filling', () => {
  it.each([
    ['an unknown fact', { thing1: 'state' }, 'thing1 写的“state”不认识，可以写 about（待办事项）'],
    ['an unknown kind', { things1: 'about' }, 'things1 不是微信的关键词编号'],
    ['a sentence in five characters', { phrase1: 'about' }, 'phrase1 是“汉字”，放不下 about（待办事项）'],
    ['a day among numbers', { number2: 'at' }, 'number2 是“数字”，放不下 at（提交时间）'],
    ['a fixed text that is too long', { phrase1: '=请在今天处理' }, 'phrase1 是“汉字”，放不下固定的文字'],
    ['an empty fixed text', { thing1: '=' }, 'thing1 是“事物”，放不下固定的文字“”'],
    ['nothing', {}, '一个关键词也没有写'],
  ])('is refused with %s, by the key', (_what, filling, words) => {
    expect(fillingFaults('task', filling).join()).toContain(words);
  });

  it.each(TEMPLATE_KEYS)('for %s is right as it usually is, and has two to five keys', (template) => {
    const usual = usualFilling(template);
    expect(fillingFaults(template, usual)).toEqual([]);
    expect(Object.keys(usual).length).toBeGreaterThanOrEqual(2);
    expect(Object.keys(usual).length).toBeLessThanOrEqual(5);
  });

  it.each<[string, (typeof TEMPLATE_KEYS)[number], string[], object]>([
    ['in any order', 'task', ['time1', 'thing9', 'thing2'], { time1: 'at', thing9: 'about', thing2: 'who' }],
    ['leaving out the least', 'task', ['thing3'], { thing3: 'about' }],
    ['with a name for the person', 'task', ['name1', 'thing2'], { name1: 'who', thing2: 'about' }],
    [
      'with a number of days',
      'deadline',
      ['number1', 'thing2', 'date3'],
      { number1: 'count', thing2: 'about', date3: 'at' },
    ],
    ['with what nothing fits left free', 'code', ['amount1', 'thing2'], { thing2: 'about' }],
  ])('is proposed for the granted keys %s', (_how, template, granted, filling) => {
    expect(proposeFilling(template, granted)).toEqual(filling);
    expect(fillingFaults(template, proposeFilling(template, granted))).toEqual([]);
  });
});

test('what a configuration says is what the functions are told', () => {
  const fields = { date9: 'at', thing2: 'about', thing1: '=点开查看' };
  const written = { progress: 'id-1', task: { id: 'id-2', fields } };
  expect(JSON.parse(writeTemplates(v.parse(grantedTemplates, written)))).toEqual(written);
});

test('every shape of fact finds a kind that carries it', () => {
  const carried = new Set(Object.values(FIELD_KINDS).flatMap(({ carries }) => carries));
  for (const key of TEMPLATE_KEYS)
    for (const { shape } of TEMPLATES[key].facts) expect(carried).toContain(shape);
});
