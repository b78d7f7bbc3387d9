import {
  hasSubDistricts,
  isSubDistrictCode,
  reachesSubDistrict,
} from '../../../../../miniprogram/domain/rules/fields/place';

const reaches = (name: string, code = '310110') => reachesSubDistrict({ names: ['某市', name], code });

test.each([
  '定海路街道',
  '张江镇',
  '某某乡',
  '某某苏木',
  '某某地区',
  '某某办事处',
  '某某开发区',
  '某某园区',
  '某某农场',
  '某某林场',
])('%s is as far down as it goes', (name) => {
  expect(reaches(name)).toBe(true);
});

test.each(['杨浦区', '镇海区', '街道口区', '某某县'])('%s goes on below', (name) => {
  expect(reaches(name)).toBe(false);
});

test('a code of nine digits names a 街道, whatever it is called', () => {
  expect([isSubDistrictCode('310110001'), isSubDistrictCode('31011000')]).toEqual([true, false]);
  expect(reaches('杨浦区', '310110001')).toBe(true);
});

test('nobody is asked for a 街道 where the picker has none', () => {
  expect(['710100', '810001', '820001', '310110', '178100'].map(hasSubDistricts)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(reaches('中西区', '810001')).toBe(true);
  expect(reachesSubDistrict({ names: [], code: '310110' })).toBe(false);
});
