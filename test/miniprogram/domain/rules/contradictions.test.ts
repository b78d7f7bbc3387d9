import {
  contradictionIn,
  RECEIVER_QUESTIONS,
  withoutReceiver,
} from '../../../../miniprogram/domain/rules/contradictions';
import type { Answers } from '../../../../miniprogram/domain/rules/flow';
import { isQuestion } from '../../../../miniprogram/domain/rules/flow';
import { routeOf } from '../../../../miniprogram/domain/rules/rulebook';
import { RULEBOOKS, rulebookOf } from '../../../../miniprogram/rulebooks';

const book = rulebookOf('usst-2020');
if (!book) throw new Error('no rulebook');
/** A route whose receivers work in the system of their place. */
const ANYWHERE = { label: '转到单位的团组织' };
const region = (province: string) => ({ names: [province, '', ''], code: '000000' });
const answers = (province: string): Answers => ({ post: 'none', age: 'under', party: 'no', province });
const found = (said: string, province: string, more: Answers = {}) =>
  contradictionIn({
    flow: book.flows['pre-flight'],
    preFlight: { ...answers(said), ...more },
    system: book.system,
    region: region(province),
    route: ANYWHERE,
  });

test.each([
  ['no', '广东省', '不是'],
  ['no', '北京市', '不是'],
  ['no', '福建省', '不是'],
  ['yes', '江苏省', '是其中一个'],
  ['yes', '上海市', '是其中一个'],
])('who answered %s and chose %s is asked', (said, province, label) => {
  const why = found(said, province)?.why;
  expect(why).toContain(`“${label}”`);
  expect(why).toContain(province);
});

test.each([
  ['no', '江苏省'],
  ['no', '上海市'],
  ['yes', '广东省'],
  ['yes', '北京市'],
])('who answered %s and chose %s is not', (said, province) => {
  expect(found(said, province)).toBeUndefined();
});

test('a question names the system by which the place usually works', () => {
  const title = '地区和刚才的回答对不上';
  expect(found('no', '广东省')).toMatchObject({ title });
  expect(found('no', '广东省')?.why).toContain('“广东');
  expect(found('no', '福建省')?.why).not.toContain('“广东');
  expect(found('yes', '江苏省')?.why).toContain(`一般用${book.system.name}`);
});

test('who holds their answer for one province keeps the others that they gave', () => {
  expect(found('no', '广东省')?.kept).toEqual({ ...answers('no'), 'receiver-system-kept': '广东省' });
});

test('a rulebook that asks which system it is takes the right one for an answer', () => {
  const national = rulebookOf('national-2022');
  if (!national) throw new Error('no rulebook');
  const { system } = national;
  const flow = national.flows['pre-flight'];
  const question = flow.nodes.filter(isQuestion).find(({ id }) => id === 'province');
  const said = (province: string) =>
    contradictionIn({
      flow: { ...flow, start: 'province' },
      preFlight: { province },
      system,
      region: region('广东省'),
      route: ANYWHERE,
    });
  const right = system.others.find(({ provinces }) => provinces.includes('广东省'))?.id ?? '';
  const wrong = question?.options.map(({ id }) => id).find((id) => id !== right && id !== 'yes') ?? '';
  expect(said(right)).toBeUndefined();
  expect(said(wrong)?.settled).toEqual({ province: right });
});

test('nothing is asked before both are known, nor by an answer that no longer follows', () => {
  const asked = {
    flow: book.flows['pre-flight'],
    system: book.system,
    region: region('广东省'),
    route: ANYWHERE,
  };
  expect(contradictionIn({ ...asked, preFlight: answers('no'), region: undefined })).toBeUndefined();
  expect(contradictionIn({ ...asked, preFlight: {} })).toBeUndefined();
  const left = { ...answers('no'), party: 'yes' };
  expect(contradictionIn({ ...asked, preFlight: left })).toBeUndefined();
});

test('either answer ends the question, for that province', () => {
  const contradiction = found('no', '广东省');
  expect(contradiction?.settled).toMatchObject({ province: 'yes' });
  expect(found('no', '广东省', contradiction?.settled)).toBeUndefined();
  expect(found('no', '广东省', contradiction?.kept)).toBeUndefined();
  expect(found('no', '福建省', contradiction?.kept)).toBeDefined();
});

test('a system committee works in 智慧团建 wherever it is: only who said otherwise is asked', () => {
  const national = rulebookOf('national-2022');
  const route = national && routeOf(national, 'employed', 'system');
  if (!route) throw new Error('no such route');
  const why = (said: string) =>
    contradictionIn({
      flow: national.flows['pre-flight'],
      preFlight: answers(said),
      system: national.system,
      region: region('广东省'),
      route,
    })?.why;
  expect(why('no')).toBeUndefined();
  expect(why('guangdong')).toContain('“转到系统团委下面的单位”的，对方多半用“智慧团建”');
});

test('another receiver is asked about anew', () => {
  const kept = found('no', '广东省')?.kept ?? {};
  expect(withoutReceiver(kept)).toEqual({ post: 'none', age: 'under', party: 'no' });
  expect(withoutReceiver({ party: 'yes', 'province-party': 'yes' })).toEqual({ party: 'yes' });
});

test.each(RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))(
  'the answers of %s are those a contradiction understands',
  (_id, { flows, system }) => {
    const asked = flows['pre-flight'].nodes
      .filter(isQuestion)
      .filter(({ id }) => RECEIVER_QUESTIONS.includes(id));
    expect(asked.length).toBeGreaterThan(0);
    const known = ['no', 'yes', ...system.others.map(({ id }) => id)];
    for (const { options } of asked) for (const { id } of options) expect(known).toContain(id);
  },
);
