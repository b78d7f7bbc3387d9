/** No number of 身份证 stays in what somebody has begun to type. */
import { fieldsWithIdNumber, withoutIdNumbers } from '../../../../miniprogram/domain/rules/draft-privacy';

const NUMBER = '310110200403121234';
const region = (...names: string[]) => ({ code: '310110', names });

it('empties each text that holds one, and leaves all else as it was typed', () => {
  expect(
    withoutIdNumbers({
      organisation: `澄江公司 ${NUMBER}`,
      note: '单位团支部',
      initiatedAt: Number(NUMBER.slice(0, 15)),
      missing: null,
      region: region('上海市', NUMBER),
      screenshots: [NUMBER, 'cloud://one.png'],
    }),
  ).toEqual({
    organisation: '',
    note: '单位团支部',
    initiatedAt: Number(NUMBER.slice(0, 15)),
    missing: null,
    region: region('上海市'),
    screenshots: ['cloud://one.png'],
  });
});

it.each([
  ['none', { organisation: '澄江公司团支部', initiatedAt: Number(NUMBER), region: region('上海市') }, []],
  ['a text', { organisation: `${NUMBER}团支部`, region: region('上海市') }, ['organisation']],
  ['a part of a place', { organisation: '团支部', region: region('上海市', NUMBER) }, ['region']],
  ['one of several pictures', { screenshots: ['one.png', `${NUMBER}.png`] }, ['screenshots']],
  ['nothing typed yet', { organisation: undefined }, []],
])('names the fields with such a number: %s', (_where, draft, fields) => {
  expect(fieldsWithIdNumber(draft)).toEqual(fields);
});
