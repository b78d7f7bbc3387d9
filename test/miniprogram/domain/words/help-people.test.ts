import { helpPeople, type LookedAfter } from '../../../../miniprogram/domain/words/help-people';

const own: LookedAfter = {
  secretaryName: '许嘉宁',
  secretaryPhone: null,
  teacherName: '周老师',
  isSecretary: false,
};
const office = {
  name: '学院团委',
  phone: '021-5527 0000',
  place: '行健楼 203',
  hours: '工作日 9 点到 11 点',
};
const namesFor = (contacts: (typeof office)[], who: LookedAfter | null) =>
  helpPeople(contacts, who).map(({ name }) => name);

it.each<[string, LookedAfter | null, (typeof office)[], string[]]>([
  ['the own secretary, then the offices', own, [office], ['团支书许嘉宁', '学院团委']],
  ['the teacher by name before anybody has named an office', own, [], ['团支书许嘉宁', '学院团委周老师']],
  ['not themselves, for a secretary', { ...own, isSecretary: true }, [office], ['学院团委']],
  ['offices alone, for who has not signed in', null, [office], ['学院团委']],
  ['nobody where nobody is known', { ...own, secretaryName: null, teacherName: null }, [], []],
])('names %s', (_, who, contacts, names) => {
  expect(namesFor(contacts, who)).toEqual(names);
});

it('says number, place and hours of an office, leaving out what nobody has said', () => {
  const [full, short] = helpPeople([office, { ...office, place: '', hours: '' }], null);
  expect(full).toEqual({
    name: '学院团委',
    phone: '021-5527 0000',
    line: '021-5527 0000，行健楼 203，工作日 9 点到 11 点',
  });
  expect(short?.line).toBe('021-5527 0000');
});

it('gives the secretary’s number only where they have given it', () => {
  expect(helpPeople([], own)[0]).toMatchObject({ phone: '', line: '没有留电话，在班级群里找' });
  const given = helpPeople([], { ...own, secretaryPhone: '13800000000' });
  expect(given[0]).toMatchObject({ phone: '13800000000', line: '13800000000' });
});

it('sends to the group chat where no number is known', () => {
  expect(helpPeople([], { ...own, secretaryName: null })).toEqual([
    { name: '学院团委周老师', line: '还没有留电话，在学院的群里找', phone: '' },
  ]);
  expect(helpPeople([], { ...own, isSecretary: true, teacherName: null })).toEqual([]);
  expect(helpPeople([], null)).toEqual([]);
});
