/** Where somebody is named beside their own records: digests of others, the audit, and the list of invitations. */
import {
  forgetDeeds,
  forgetInAudit,
  forgetInDigests,
  goneOf,
  isGone,
} from '../../../../cloudfunctions/_shared/people/forget';
import { ALL_OFFICES } from '../../../../cloudfunctions/_shared/people/forget-name';
import type { Member } from '../../../../cloudfunctions/_shared/store/records';
import { fail } from '../../../../miniprogram/domain/errors';
import { CLASSMATE, GRADUATE, memberNamed, openUniversity, TEACHER } from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
let member: Member;
beforeEach(async () => {
  ({ world } = await openUniversity());
  member = memberNamed(world, '林小雨');
});

it('names nobody in the digests of the own branch and college, and leaves those of others', async () => {
  dataOf(await world.call(CLASSMATE, 'graduate', 'requestResetCode', {}));
  const [notice] = world.store.all('notices');
  const text = '最早的是林小雨，等了两天。';
  const about = { branch: member.branchId, college: member.collegeId, elsewhere: 'b-other' };
  for (const [id, aboutId] of Object.entries(about))
    world.store.plant('notices', { ...notice!, _id: `n-${id}`, kind: 'digest', aboutId, text });
  await forgetInDigests(world.ports, member);
  const of = (id: string) => world.store.all('notices').find(({ _id }) => _id === `n-${id}`)?.text;
  expect(Object.keys(about).map(of)).toEqual([
    '最早的是一位同学，等了两天。',
    '最早的是一位同学，等了两天。',
    text,
  ]);
});

it('says where others were quicker each time, so that the timer comes back for the words', async () => {
  const unbinding = { memberId: member._id, reason: '换了手机' };
  dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', unbinding));
  const { transact } = world.store;
  const busy = jest.spyOn(world.store, 'transact').mockImplementation(async (work) => {
    const done = await transact(work);
    // The words are taken out last.
    return done.ok && !world.store.text().includes('reasonSealed') ? fail('BUSY') : done;
  });
  const gone = { accountId: GRADUATE, memberId: member._id, name: member.name, offices: ALL_OFFICES };
  await expect(forgetInAudit(world.ports, gone)).rejects.toMatchObject({ code: 'BUSY' });
  busy.mockRestore();
});

it('takes the words others wrote about them out of the audit, and what was done stays', async () => {
  const unbind = async (openid: string, { _id: memberId }: Member) =>
    dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: `${openid}换了手机` }));
  await unbind(GRADUATE, member);
  await unbind(CLASSMATE, memberNamed(world, '陈晨'));
  const unbound = () => world.store.all('audits').filter(({ action }) => action === 'unbind-member');
  expect(unbound().map(({ facts }) => 'reasonSealed' in facts)).toEqual([true, true]);
  const before = unbound().find(({ memberId }) => memberId === member._id);
  await forgetInAudit(world.ports, {
    accountId: GRADUATE,
    memberId: member._id,
    name: member.name,
    offices: ALL_OFFICES,
  });
  const own = unbound().find(({ memberId }) => memberId === member._id);
  const { reasonSealed: _words, ...facts } = before?.facts ?? {};
  expect(own).toEqual({ ...before, facts });
  expect(unbound().map(({ facts: left }) => 'reasonSealed' in left)).toEqual([false, true]);
});

it('says of invitations that somebody issued and used them, and not who', async () => {
  const used = () => world.store.all('invitations').find(({ usedBy }) => usedBy === goneOf(TEACHER));
  await forgetDeeds(world.ports, { accountId: TEACHER, name: '王芳', offices: ALL_OFFICES });
  expect(used()?.name).toBe('已删除资料的老师');
  expect(world.store.all('invitations').filter(({ usedBy }) => usedBy === TEACHER)).toEqual([]);
});

it('stands where an account was named the same for the same one, and tells itself from a real one', () => {
  expect(goneOf(GRADUATE)).toBe(goneOf(GRADUATE));
  expect(goneOf(GRADUATE)).not.toContain(GRADUATE);
  expect([isGone(goneOf(GRADUATE)), isGone(GRADUATE)]).toEqual([true, false]);
});
