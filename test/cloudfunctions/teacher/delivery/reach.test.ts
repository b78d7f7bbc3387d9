/** Whom WeChat would still tell something: nobody whom the age frees, as the board and the reminders have it. */
import { CLASSMATE, memberNamed, openUniversity, TEACHER, type University } from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const people = async (): Promise<number> => {
  const { collegeId } = university;
  return dataOf(await world.call(TEACHER, 'teacher', 'reach', { collegeId })).people;
};

it('leaves out who has told the college of their age while the roster knows no month, and counts them when it does', async () => {
  const all = await people();
  dataOf(await world.call(CLASSMATE, 'graduate', 'reportOverAge', { birthMonth: '1998-06' }));
  expect(await people()).toBe(all - 1);
  const classmate = memberNamed(world, '陈晨');
  world.store.plant('members', { ...classmate, birthMonth: null });
  expect(await people()).toBe(all - 1);
  world.store.plant('members', { ...classmate, birthMonth: '2004-06' });
  expect(await people()).toBe(all);
});
