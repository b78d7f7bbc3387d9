import { sizesByPackage } from '../../../tools/wechat/package-sizes';

it('counts a file to the subpackage whose root it stands in, else to the main package', () => {
  const files = {
    'app.js': 1,
    'packages/teacher/a.js': 2,
    'packages/teacher/b/c.js': 4,
    'packages/teachers.js': 8,
  };
  expect(sizesByPackage(files, ['packages/teacher', 'packages/secretary'])).toEqual({
    main: 9,
    'packages/teacher': 6,
    'packages/secretary': 0,
  });
});
