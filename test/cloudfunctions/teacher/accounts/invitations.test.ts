import { ADMIN, openUniversity, TEACHER, type University } from '../../support/people';
import { dataOf, errorOf, START, type World } from '../../support/world';

const DAY = 86_400_000;
let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
  world.world.now += DAY;
});

const invite = async (collegeId: string): Promise<{ code: string; id: string }> => {
  const { code } = dataOf(await world.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '赵老师' }));
  return { code, id: world.store.all('invitations').at(-1)?._id ?? '' };
};
const accept = (openid: string, code: string) =>
  world.call(openid, 'account', 'acceptInvitation', { code, name: '赵敏' });
const revoke = (invitationId: string) => world.call(ADMIN, 'teacher', 'revokeInvitation', { invitationId });
const listed = async (invitationId: string) =>
  dataOf(await world.call(ADMIN, 'teacher', 'accounts', {})).invitations.find(
    ({ id }) => id === invitationId,
  );

it('lists for whom, where, when, by whom and until when', async () => {
  const { id } = await invite(university.collegeId);
  expect(await listed(id)).toEqual({
    id,
    name: '赵老师',
    scopeId: university.collegeId,
    scopeName: '光电学院',
    state: 'open',
    issuedAt: START + DAY,
    issuedBy: '校团委',
    expiresAt: START + 8 * DAY,
    usedBy: null,
    usedAt: null,
    revokedAt: null,
  });
});

it('lists the newest first', async () => {
  const { id } = await invite('all');
  const { invitations } = dataOf(await world.call(ADMIN, 'teacher', 'accounts', {}));
  expect(invitations[0]).toMatchObject({ id, scopeName: '校团委' });
  expect(invitations).toHaveLength(3);
});

it('says who has used it and when, also once they are removed', async () => {
  const { code, id } = await invite(university.collegeId);
  dataOf(await accept('oZhao', code));
  const used = { state: 'used', usedBy: '赵敏', usedAt: START + DAY };
  expect(await listed(id)).toMatchObject(used);
  dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId: 'oZhao' }));
  expect(await listed(id)).toMatchObject(used);
});

it('says that it has expired', async () => {
  const { id } = await invite('all');
  world.world.now += 7 * DAY;
  expect(await listed(id)).toMatchObject({ state: 'expired' });
});

it('takes one back: it lets nobody in, is listed as revoked and stands in the audit once', async () => {
  const { code, id } = await invite('all');
  dataOf(await revoke(id));
  world.world.now += 1;
  dataOf(await revoke(id));
  expect(errorOf(await accept('oZhao', code))).toBe('INVITE_CODE_WRONG');
  expect(await listed(id)).toMatchObject({ state: 'revoked', revokedAt: START + DAY });
  const audits = world.store.all('audits').filter(({ action }) => action === 'revoke-invitation');
  expect(audits).toMatchObject([{ subjectId: id, kind: 'access', actor: { accountId: ADMIN } }]);
});

it('takes none back that was used: then the rights are what is taken', async () => {
  const { code, id } = await invite('all');
  dataOf(await accept('oZhao', code));
  expect(errorOf(await revoke(id))).toBe('INVITATION_USED');
  expect(errorOf(await revoke('i-none'))).toBe('NOT_FOUND');
});

it('lets one of two win when it is used and taken back at once', async () => {
  const { code, id } = await invite('all');
  const results = (await Promise.all([accept('oZhao', code), revoke(id)])).map(errorOf);
  expect([
    ['none', 'INVITATION_USED'],
    ['INVITE_CODE_WRONG', 'none'],
  ]).toContainEqual(results);
});

it('is the committee’s: a teacher sees and takes back none', async () => {
  const { id } = await invite(university.collegeId);
  const revoked = await world.call(TEACHER, 'teacher', 'revokeInvitation', { invitationId: id });
  expect(errorOf(revoked)).toBe('FORBIDDEN');
});
