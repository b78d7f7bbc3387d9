import { readRegions } from '../../../../tools/preview/compile/regions';
import { depthOf, findRegion, walkRegions } from '../../../../tools/preview/runtime/builtins/regions';

const regions = readRegions();

describe('regions of the picker', () => {
  it('hold every province with six-digit codes', () => {
    expect(regions).toHaveLength(34);
    expect(regions.every(([code]) => /^\d{2}0000$/.test(code))).toBe(true);
  });

  it.each([
    [['北京市', '北京市', '海淀区', '燕园街道'], '110108015'],
    [['广东省', '东莞市'], '441900'],
    [['重庆市', '县', '城口县'], '500229'],
    [['香港特别行政区', '九龙', '油尖旺区'], '810000'],
  ])('find %j', (names, code) => {
    const path = walkRegions(regions, findRegion(regions, names), names.length);
    expect(path.map(({ region }) => region[1])).toEqual(names);
    expect(path.at(-1)?.region[0]).toBe(code);
  });

  it('stop at an unknown name and start with the first of the rest', () => {
    const chosen = findRegion(regions, ['上海市', '没有的市']);
    expect(walkRegions(regions, chosen, 3).map(({ region }) => region[1])).toEqual([
      '上海市',
      '上海市',
      '黄浦区',
    ]);
  });

  it.each([
    ['province', '3.8.12', 1],
    ['city', '3.8.12', 2],
    ['region', '3.8.12', 3],
    ['sub-district', '3.8.12', 4],
    ['', '3.8.12', 3],
    ['sub-district', '2.21.1', 4],
    ['sub-district', '2.21.0', 3],
    ['province', '2.9.5', 3],
  ])('show %s on a base library %s as %d columns', (level, library, depth) =>
    expect(depthOf(level, library)).toBe(depth),
  );
});
