/** The number a secretary gives to classmates: theirs to give, to take back, and gone with them. */
import { CLASSMATE, GRADUATE, openUniversity, SECRETARY } from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const share = (phone: string | null) => world.call(SECRETARY, 'secretary', 'sharePhone', { phone });
const seenBy = async (who: string) =>
  dataOf(await world.call(who, 'graduate', 'home', {})).member.secretaryPhone;

it('reaches the classmates of the branch once it is given, and nobody else', async () => {
  expect(await seenBy(GRADUATE)).toBeNull();
  dataOf(await share('１３８ 0000-0000'));
  expect(await seenBy(GRADUATE)).toBe('138 0000-0000');
  expect(await seenBy(CLASSMATE)).toBe('138 0000-0000');
  expect(dataOf(await world.call(SECRETARY, 'secretary', 'inviteImage', {})).ownPhone).toBe('138 0000-0000');
  const { member } = dataOf(await world.call(SECRETARY, 'graduate', 'myData', {}));
  expect(member.sharedPhone).toBe('138 0000-0000');
});

it('is taken back at once, and goes with who deletes their data', async () => {
  dataOf(await share('13800000000'));
  dataOf(await share(null));
  expect(await seenBy(GRADUATE)).toBeNull();
  dataOf(await share('13800000000'));
  dataOf(await world.call(SECRETARY, 'graduate', 'deleteMyData', {}));
  expect(JSON.stringify([...world.store.raw()])).not.toContain('13800000000');
});

it.each(['', '王老师', '310110200101011234', '12345'])('is no number as in “%s”', async (typed) => {
  expect(errorOf(await share(typed))).toMatch(/BAD_REQUEST|ID_NUMBER/);
  expect(await seenBy(GRADUATE)).toBeNull();
});
