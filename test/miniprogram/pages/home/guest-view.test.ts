import { toGuestView } from '../../../../miniprogram/pages/home/guest-view';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';

const welcome = (more: object = {}) => ({
  school: '江汀大学',
  offices: [],
  rulebookId: 'usst-2020',
  at: 0,
  ...more,
});

describe('the first page of a visitor', () => {
  it.each(RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))(
    'begins with the first question of %s',
    (_id, rulebook) => {
      const { question, questionId, options } = toGuestView(welcome(), rulebook);
      expect([question, questionId].every(Boolean)).toBe(true);
      expect(options.length).toBeGreaterThan(1);
    },
  );

  it.each([
    ['江汀大学', '仅供江汀大学毕业生团员使用'],
    ['', ''],
  ])('says for the school “%s”: “%s”', (school, said) => {
    expect(toGuestView(welcome({ school }), RULEBOOKS[0]!).serves).toBe(said);
  });

  it('shows all steps, none of them begun', () => {
    const { path } = toGuestView(welcome(), RULEBOOKS[0]!);
    expect([path.title, path.position]).toEqual(['一共七步', '前四步自己办']);
    expect(new Set(path.steps.map(({ mark }) => mark))).toEqual(new Set(['later']));
  });

  it('names offices by their college', () => {
    const offices = [
      { collegeName: '光电学院', place: '光电楼 305', hours: '周三下午' },
      { collegeName: '管理学院', place: '管理楼 101', hours: null },
    ];
    expect(toGuestView(welcome({ offices }), RULEBOOKS[0]!).offices).toEqual([
      { name: '光电学院', where: '光电楼 305，周三下午' },
      { name: '管理学院', where: '管理楼 101' },
    ]);
  });
});
