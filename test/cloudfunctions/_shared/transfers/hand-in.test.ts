/** What is handed in: when it is the same once more, and what of it WeChat is asked about. */
import { textsOf } from '../../../../cloudfunctions/_shared/transfers/hand-in';
import { choose, employedSubmission, GRADUATE, openUniversity } from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

it('is the same once more in whatever order its fields come', async () => {
  const { version } = await choose(world, GRADUATE);
  const submission = await employedSubmission(world, GRADUATE, version);
  const first = dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission)).transfer;
  const { region, organisation, initiatedAt } = submission.fields;
  const again = { ...submission, fields: { initiatedAt, organisation, region } };
  expect(world.asked).toHaveLength(1);
  expect(dataOf(await world.call(GRADUATE, 'graduate', 'submit', again)).transfer).toEqual(first);
  // Nothing follows what has been done before: WeChat is not asked about the pictures again.
  expect(world.asked).toHaveLength(1);
  const other = { ...submission, screenshots: [...submission.screenshots, ...submission.screenshots] };
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'submit', other))).toBe('TRANSFER_VERSION_STALE');
});

it('has WeChat look at what was written, not at a time nor at a telephone number', () => {
  const organisation = '共青团上海示例科技有限公司支部委员会';
  const parentContact = { name: '林建平', phone: '13800000000' };
  expect(textsOf({ organisation, initiatedAt: world.world.now, parentContact })).toEqual([
    organisation,
    '林建平',
  ]);
  expect(textsOf({})).toEqual([]);
});
