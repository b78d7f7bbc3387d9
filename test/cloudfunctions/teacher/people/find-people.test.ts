import { memberOf, placeNamed, settle, transferOf, type Place } from '../../support/crowd';
import { ADMIN, foundUniversity, OTHER_TEACHER, TEACHER, type University } from '../../support/people';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
let place: Place;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
  place = placeNamed(world, '机械2301团支部');
});

const find = (text: string, openid = TEACHER, collegeId?: string) =>
  world.call(openid, 'teacher', 'findPeople', { text, ...(collegeId ? { collegeId } : {}) });

const named = (number: string, name: string) => memberOf(place, number, { name, nameKey: name });

it.each([
  ['小雨', ['林小雨']],
  ['S003', ['陈晨']],
  ['wh', ['吴昊']],
  ['光电2302', ['周敏', '林小雨', '陈晨']],
  ['机械 吴', ['吴昊']],
  ['张三', []],
])('finds by “%s”', async (text, names) => {
  const { people, total } = dataOf(await find(text));
  expect(people.map(({ name }) => name)).toEqual(names);
  expect(total).toBe(names.length);
});

it('says how many fit, and shows the first of them', async () => {
  await settle(
    world,
    Array.from({ length: 40 }, (_, index) => ({
      member: named(`W${String(index).padStart(2, '0')}`, '王伟'),
    })),
  );
  const { people, total } = dataOf(await find('王伟'));
  expect(total).toBe(40);
  expect(people).toHaveLength(30);
  expect(people[0]).toMatchObject({ studentNumber: 'W00', collegeName: '光电学院' });
});

it('shows how far they are, by what is stored now', async () => {
  const member = named('W1', '王伟');
  await settle(world, [{ member, transfer: transferOf(member, 'approved') }]);
  expect(dataOf(await find('ww')).people).toMatchObject([{ state: 'approved', step: 'receiver' }]);
});

it('names the branches that fit', async () => {
  expect(dataOf(await find('2301')).branches).toEqual([
    { branchId: place.branchId, name: '机械2301团支部', collegeId: place.collegeId, collegeName: '光电学院' },
  ]);
});

it('shows a teacher their own college, and the committee everybody', async () => {
  expect(dataOf(await find('林小雨', OTHER_TEACHER)).people).toEqual([]);
  expect(errorOf(await find('林小雨', OTHER_TEACHER, university.collegeId))).toBe('COLLEGE_UNKNOWN');
  expect(dataOf(await find('林小雨', ADMIN)).people).toHaveLength(1);
  expect(dataOf(await find('林小雨', ADMIN, university.otherCollegeId)).people).toEqual([]);
});

it('reads nobody but those it shows while the roster stays as it is', async () => {
  dataOf(await find('周敏'));
  const reads = jest.spyOn(world.store, 'find');
  dataOf(await find('林小雨'));
  expect(reads.mock.calls.filter(([, { where }]) => 'collegeId' in where && 'numberKey' in where)).toEqual(
    [],
  );
  reads.mockRestore();
});

it('shows nobody who was moved or removed since by what they were', async () => {
  dataOf(await find('林小雨'));
  const member = world.store.all('members').find(({ name }) => name === '林小雨');
  await world.store.removeAll('members', [member?._id ?? '']);
  expect(dataOf(await find('林小雨')).people).toEqual([]);
});

it('takes nobody’s ID number for a search', async () => {
  expect(errorOf(await find('11010519491231002X'))).toBe('ID_NUMBER_REFUSED');
});
