/** What 智慧团建 shows, said by whom and in which state: a report of what is waited for, or evidence of the official list. */
import { undoEvidence } from '../../../../cloudfunctions/_shared/transfers/undo-evidence';
import {
  ADMIN,
  choose,
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { UNDO_APPROVAL_MS } from '../../../../miniprogram/domain/transfer/approving';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const seen = () => {
  const transfer = world.store.all('transfers').find(({ accountId }) => accountId === GRADUATE);
  if (!transfer) throw new Error('nothing was begun');
  return transfer;
};
type Said = 'accepted' | 'refused' | 'returned' | 'here';
const byCollege = (outcome: Said, openid = TEACHER) => {
  const { _id: transferId, version } = seen();
  return world.call(openid, 'teacher', 'confirmStatus', { transferId, version, outcome });
};
const bySecretary = (outcome: 'accepted' | 'refused' | 'returned') => {
  const memberId = memberNamed(world, '林小雨')._id;
  return world.call(SECRETARY, 'secretary', 'confirmStatus', { memberId, version: seen().version, outcome });
};
const lastStep = () => seen().timeline.at(-1);

it.each([
  ['teacher', TEACHER],
  ['committee', ADMIN],
])(
  'the %s writes down from the list that somebody has arrived who only chose a way',
  async (role, openid) => {
    await choose(world, GRADUATE);
    expect(dataOf(await byCollege('accepted', openid)).state).toBe('accepted');
    expect(lastStep()).toMatchObject({ step: 'confirm-arrived', seenOnSystem: true, by: { role } });
  },
);

it('the secretary cannot: the official list is the college’s', async () => {
  await choose(world, GRADUATE);
  expect(errorOf(await bySecretary('accepted'))).toBe('TRANSFER_ILLEGAL_STEP');
  expect(seen().state).toBe('draft');
});

it.each([
  ['college', () => byCollege('accepted')],
  ['secretary', () => bySecretary('accepted')],
])('what is waited for is a report, by the %s too', async (_who, says) => {
  await submitEmployed(world, GRADUATE);
  expect(dataOf(await says()).state).toBe('accepted');
  expect(lastStep()).toMatchObject({ step: 'report-accepted', seenOnSystem: true });
});

it('it is a report as well once the school has let go, and when the receiver’s days are over', async () => {
  const { id: transferId, version, deadlineAt } = await submitEmployed(world, GRADUATE);
  const approval = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', approval));
  const approved = world.store.snapshot();
  dataOf(await byCollege('accepted'));
  expect(lastStep()).toMatchObject({ step: 'report-accepted' });
  approved();
  world.world.now = deadlineAt ?? 0;
  await world.tick();
  expect(seen().state).toBe('timedOut');
  dataOf(await byCollege('accepted'));
  expect(lastStep()).toMatchObject({ step: 'report-accepted' });
});

it('whoever is still on the list of members has not arrived, whatever was said', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await byCollege('accepted'));
  expect(dataOf(await byCollege('here')).state).toBe('approved');
  expect(lastStep()).toMatchObject({ step: 'confirm-here', seenOnSystem: true });
});

describe('somebody who said that they had arrived, and is still on the list of members', () => {
  const told = () =>
    world.store
      .all('notices')
      .filter(({ accountId, status }) => accountId === GRADUATE && status !== 'cancelled')
      .map(({ kind }) => kind);
  const afterTheSlip = async () => {
    world.world.now += UNDO_APPROVAL_MS;
    await world.tick();
  };
  beforeEach(async () => {
    await submitEmployed(world, GRADUATE);
    const { version } = seen();
    dataOf(await world.call(GRADUATE, 'graduate', 'report', { version, outcome: 'accepted' }));
    dataOf(await byCollege('here'));
  });

  it('is told so, once the college has not taken it back', async () => {
    await world.tick();
    expect(told()).toEqual([]);
    await afterTheSlip();
    expect(told()).toEqual(['still-here']);
  });

  it('is told nothing of a slip', async () => {
    const actor = { role: 'teacher', name: '王芳', accountId: TEACHER } as const;
    dataOf(await undoEvidence(world.ports, seen(), { actor, version: seen().version }));
    await afterTheSlip();
    expect(told()).not.toContain('still-here');
  });

  it('is told it, too, where the receiver’s days were over long ago', async () => {
    world.store.plant('transfers', { ...seen(), deadlineAt: world.world.now });
    await world.tick();
    await afterTheSlip();
    expect(seen().state).toBe('timedOut');
    expect(told()).toContain('still-here');
  });
});

it('only an arrival is evidence: the college cannot write a refusal of what was never handed in', async () => {
  await choose(world, GRADUATE);
  expect(errorOf(await byCollege('returned'))).toBe('TRANSFER_ILLEGAL_STEP');
  expect(seen().state).toBe('draft');
});

it('the graduate’s own word is marked as nobody’s look at the system', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'report', { version: seen().version, outcome: 'accepted' }));
  expect(lastStep()).toMatchObject({ step: 'report-accepted', by: { role: 'graduate' } });
  expect(lastStep()).not.toHaveProperty('seenOnSystem');
});

it('the history keeps whether somebody looked, and whether WeChat could look at the words', async () => {
  await submitEmployed(world, GRADUATE);
  world.world.verdict = 'unavailable';
  const memberId = memberNamed(world, '林小雨')._id;
  const refused = { memberId, version: seen().version, outcome: 'refused', reason: '不收' } as const;
  dataOf(await world.call(SECRETARY, 'secretary', 'confirmStatus', refused));
  const entry = world.store.all('audits').find(({ action }) => action === 'report-refused');
  expect(entry?.facts).toMatchObject({ seenOnSystem: true, textCheck: 'unavailable' });
});

it('a reason that WeChat refuses says nothing, whoever gives it', async () => {
  await submitEmployed(world, GRADUATE);
  world.world.verdict = 'risky';
  const said = { version: seen().version, outcome: 'refused', reason: '不能说的话' } as const;
  const memberId = memberNamed(world, '林小雨')._id;
  const replies = [
    await world.call(GRADUATE, 'graduate', 'report', said),
    await world.call(SECRETARY, 'secretary', 'confirmStatus', { ...said, memberId }),
  ];
  expect(replies).toMatchObject(replies.map(() => ({ error: { code: 'TEXT_REJECTED', field: 'reason' } })));
  expect(seen().state).toBe('submitted');
});
