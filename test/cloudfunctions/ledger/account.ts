import { ADMIN, CLASSMATE, GRADUATE, SECRETARY, TEACHER } from '../support/people';
import { ADMIN_CODE } from '../support/world';
import { DAY, HOUR, MINUTE, OPTICS, type Scenes } from './stage';

export const ACCOUNT: Scenes = {
  'a stranger looks in': async ({ act }) => {
    await act('oStranger', 'account', 'whoAmI', {});
    await act('oStranger', 'account', 'rules', { rulebookId: 'usst-2020' });
    await act('oStranger', 'account', 'rules', { rulebookId: 'none' });
    await act('oStranger', 'account', 'messages', {});
    await act('oStranger', 'account', 'markRead', { ids: ['n-1'] });
    await act('oStranger', 'account', 'addCredits', { askId: 'a', accepted: ['task'] });
    await act('oStranger', 'graduate', 'home', {});
    await act('oStranger', 'account', 'deleteAccount', {});
  },
  'somebody signs in, after two wrong tries': async ({ act, codeOf }) => {
    const right = { studentNumber: 'S007', name: '谢绑', inviteCode: codeOf(OPTICS) };
    await act('oNew', 'account', 'signIn', { ...right, inviteCode: 'WRONG1' });
    await act('oNew', 'account', 'signIn', { ...right, name: '谢帮' });
    await act('oNew', 'account', 'signIn', right);
    await act('oNew', 'account', 'signIn', right);
    await act('oThief', 'account', 'signIn', right);
    await act(GRADUATE, 'account', 'signIn', right);
    await act('oNew', 'account', 'whoAmI', {});
  },
  'five wrong tries lock for a quarter of an hour': async ({ act, codeOf, later }) => {
    const right = { studentNumber: 'S007', name: '谢绑', inviteCode: codeOf(OPTICS) };
    for (let guess = 1; guess <= 5; guess += 1)
      await act('oNew', 'account', 'signIn', { ...right, inviteCode: `WRONG${guess}` });
    await act('oNew', 'account', 'signIn', right);
    later(15 * MINUTE - 1);
    await act('oNew', 'account', 'signIn', right);
    later(1);
    await act('oNew', 'account', 'signIn', right);
  },
  'a teacher is invited, comes, is removed and empties the account': async ({ act, own, later, tick }) => {
    const invited = { collegeId: own.collegeId, name: '赵老师' };
    const { code = '' } = (await act(ADMIN, 'teacher', 'inviteTeacher', invited)) ?? {};
    await act('oZhao', 'account', 'acceptInvitation', { code: 'GUESS1', name: '赵老师' });
    await act('oZhao', 'account', 'acceptInvitation', { code, name: '赵老师' });
    await act('oZhao', 'account', 'acceptInvitation', { code, name: '赵老师' });
    await act('oOther', 'account', 'acceptInvitation', { code, name: '赵老师' });
    await act('oZhao', 'account', 'whoAmI', {});
    await act(ADMIN, 'teacher', 'accounts', {});
    later(HOUR);
    await act(ADMIN, 'teacher', 'removeTeacher', { accountId: 'oZhao' });
    await act('oZhao', 'account', 'whoAmI', {});
    await act('oZhao', 'teacher', 'queue', {});
    await act('oZhao', 'account', 'deleteAccount', {});
    await tick();
  },
  'invitations end: taken back, or after a week': async ({ act, own, later, world }) => {
    const invite = async (collegeId: string) =>
      (await act(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '赵老师' }))?.code ?? '';
    const [late, revoked] = [await invite('all'), await invite(own.collegeId)];
    const invitationId = world.store.all('invitations').at(-1)?._id ?? '';
    await act(ADMIN, 'teacher', 'revokeInvitation', { invitationId });
    await act(ADMIN, 'teacher', 'revokeInvitation', { invitationId });
    await act('oZhao', 'account', 'acceptInvitation', { code: revoked, name: '赵老师' });
    later(7 * DAY - 1);
    await act('oZhao', 'account', 'acceptInvitation', { code: late, name: '赵老师' });
    await act('oZhao', 'teacher', 'colleges', {});
    await act(ADMIN, 'teacher', 'inviteTeacher', { collegeId: 'c-none', name: '赵老师' });
    await act(ADMIN, 'teacher', 'revokeInvitation', { invitationId: 'i-none' });
  },
  'there is one first administrator, and never none': async ({ act }) => {
    await act('oLate', 'account', 'claimAdministrator', { code: 'guess', name: '某人' });
    await act('oLate', 'account', 'claimAdministrator', { code: ADMIN_CODE, name: '某人' });
    await act(ADMIN, 'teacher', 'removeTeacher', { accountId: ADMIN });
    await act(ADMIN, 'teacher', 'removeTeacher', { accountId: 'oNobody' });
    await act(ADMIN, 'account', 'deleteAccount', {});
  },
  'consents are booked once, and messages are read': async ({ act, own, tick }) => {
    await act(CLASSMATE, 'account', 'addCredits', { askId: 'x', accepted: ['deadline', 'code', 'code'] });
    await act(CLASSMATE, 'account', 'addCredits', { askId: 'x', accepted: ['deadline', 'code'] });
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId: own.waitingId, code: '836214' });
    await tick();
    const { notices } = (await act(CLASSMATE, 'account', 'messages', {})) ?? { notices: [] };
    await act(GRADUATE, 'account', 'markRead', { ids: notices.map(({ id }) => id) });
    await act(CLASSMATE, 'account', 'markRead', { ids: notices.map(({ id }) => id) });
    await act(CLASSMATE, 'account', 'messages', {});
    await act(TEACHER, 'account', 'messages', {});
  },
};
