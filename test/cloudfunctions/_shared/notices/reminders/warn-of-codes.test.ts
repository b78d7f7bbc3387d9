/** When a secretary is warned that a request for a code is about to go to the teacher. */
import { warnOfCodes } from '../../../../../cloudfunctions/_shared/notices/reminders/warn-of-codes';
import { currentSeason } from '../../../../../cloudfunctions/_shared/season/season';
import { HOUR_MS } from '../../../../../miniprogram/domain/calendar/china-time';
import { rulebookNamed } from '../../../../../cloudfunctions/_shared/season/season';
import { CLASSMATE, GRADUATE, openUniversity, SECRETARY } from '../../../support/people';
import { dataOf, START, type World } from '../../../support/world';

const { escalateAfterHours, escalateWarningHours } = rulebookNamed('usst-2020');
const DUE = START + (escalateAfterHours - escalateWarningHours) * HOUR_MS;

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
});

const warn = async (at: number) => {
  world.world.now = at;
  return warnOfCodes(world.ports, await currentSeason(world.ports));
};
const warnings = () =>
  world.store
    .all('notices')
    .filter(({ kind }) => kind === 'code-waiting')
    .map(({ accountId, dueAt, notAfter, fields }) => ({ accountId, dueAt, notAfter, at: fields['at'] }));

it.each([
  ['a moment before', DUE - 1, { warned: 0, nextAt: DUE }],
  ['at the moment', DUE, { warned: 1, nextAt: Infinity }],
  ['within an hour', DUE + HOUR_MS - 1, { warned: 1, nextAt: Infinity }],
  ['not after an hour', DUE + HOUR_MS, { warned: 0, nextAt: Infinity }],
])('%s', async (_when, at, expected) => {
  expect(await warn(at)).toEqual(expected);
  expect(warnings()).toHaveLength(expected.warned);
});

it('is one warning to the secretary, until it goes to the teacher', async () => {
  await warn(DUE);
  await warn(DUE + 60_000);
  const notAfter = START + escalateAfterHours * HOUR_MS;
  expect(warnings()).toMatchObject([{ accountId: SECRETARY, dueAt: DUE, notAfter }]);
});

it('says when the next is due, behind one that is due now', async () => {
  world.world.now = START + HOUR_MS;
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
  expect(await warn(DUE)).toEqual({ warned: 1, nextAt: DUE + HOUR_MS });
});

it.each(['issued', 'escalated', 'solved'] as const)('is none of one that is %s', async (state) => {
  const [request] = world.store.all('resetRequests');
  if (request) world.store.plant('resetRequests', { ...request, state });
  expect(await warn(DUE)).toEqual({ warned: 0, nextAt: Infinity });
});

it('is none in a branch without a secretary', async () => {
  for (const branch of world.store.all('branches'))
    world.store.plant('branches', { ...branch, secretaries: [] });
  expect(await warn(DUE)).toEqual({ warned: 0, nextAt: Infinity });
});
