import { CLASSMATE, GRADUATE, REGION, SECRETARY, TEACHER } from '../support/people';
import { STAMP } from '../support/stamp';
import { DAY, HOUR, MINUTE, ORGANISATION, type Scenes } from './stage';

const EMPLOYED = { wayId: 'employed', routeId: 'direct' } as const;

export const SECRETARIES: Scenes = {
  'looks at the branch': async ({ act, own, memberId }) => {
    await act(SECRETARY, 'secretary', 'branchBoard', {});
    await act(SECRETARY, 'secretary', 'branchBoard', { branchId: own.branchId });
    for (const name of ['林小雨', '陈晨', '谢绑', '周敏', '钱进'])
      await act(SECRETARY, 'secretary', 'person', { memberId: memberId(name) });
    await act(SECRETARY, 'secretary', 'resetQueue', {});
    await act(SECRETARY, 'secretary', 'inviteImage', {});
    await act(GRADUATE, 'secretary', 'branchBoard', {});
  },
  'nudges who lags, once a day': async ({ act, memberId, tick, later, own }) => {
    const memberIds = ['陈晨', '林小雨', '谢绑', '秦前'].map(memberId);
    await act(SECRETARY, 'secretary', 'nudge', { memberIds });
    await act(SECRETARY, 'secretary', 'nudge', { memberIds: [memberId('钱进')] });
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId: own.waitingId, code: '836214' });
    await act(CLASSMATE, 'account', 'addCredits', { askId: 'x', accepted: ['task', 'progress', 'deadline'] });
    await act(SECRETARY, 'secretary', 'nudge', { all: true });
    await tick();
    await act(SECRETARY, 'secretary', 'nudge', { all: true });
    later(DAY);
    await act(SECRETARY, 'secretary', 'nudge', { all: true });
  },
  'answers requests for a code': async ({ act, own, tick }) => {
    const { waitingId: requestId, issuedId } = own;
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId: 'r-none-1', code: '836214' });
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' });
    await act(SECRETARY, 'secretary', 'escalateResetRequest', { requestId, reason: '查不到' });
    await act(SECRETARY, 'secretary', 'escalateResetRequest', { requestId: issuedId, reason: '查不到' });
    await act(SECRETARY, 'secretary', 'escalateResetRequest', { requestId: issuedId, reason: '查不到' });
    await act(SECRETARY, 'secretary', 'resetQueue', {});
    await tick();
  },
  'records a way and a start for somebody who never comes': async ({
    act,
    memberId,
    version,
    world,
    tick,
  }) => {
    const about = { memberId: memberId('谢绑') };
    const chosen = { ...about, ...EMPLOYED, version: null };
    await act(SECRETARY, 'secretary', 'recordWay', { ...chosen, wayId: 'none' as never });
    await act(SECRETARY, 'secretary', 'recordWay', chosen);
    await act(SECRETARY, 'secretary', 'recordWay', chosen);
    await act(SECRETARY, 'secretary', 'recordWay', { ...chosen, memberId: memberId('钱进') });
    await act(SECRETARY, 'secretary', 'recordStart', { ...about, version: 1, fields: {} });
    const fields = { region: REGION, organisation: ORGANISATION, initiatedAt: world.world.now - HOUR };
    await act(SECRETARY, 'secretary', 'recordStart', { ...about, version: 7, fields });
    await act(SECRETARY, 'secretary', 'recordStart', { ...about, version: 1, fields });
    await act(SECRETARY, 'secretary', 'person', about);
    await tick();
    const outcome = { ...about, version: version('谢绑') ?? 0, outcome: 'accepted' } as const;
    await act(SECRETARY, 'secretary', 'confirmStatus', outcome);
    await act(SECRETARY, 'secretary', 'confirmStatus', outcome);
    await tick();
  },
  'records several together': async ({ act, memberId }) => {
    const memberIds = ['谢绑', '林小雨', '秦前'].map(memberId);
    const army = { wayId: 'army', routeId: 'direct', fields: null } as const;
    await act(SECRETARY, 'secretary', 'recordMany', { memberIds, ...army });
    await act(SECRETARY, 'secretary', 'recordMany', { memberIds, ...army });
    await act(SECRETARY, 'secretary', 'recordMany', { memberIds, ...army, wayId: 'none' as never });
    await act(SECRETARY, 'secretary', 'recordMany', { memberIds: [memberId('钱进')], ...army });
    await act(TEACHER, 'teacher', 'recordMany', { memberIds: [memberId('钱多')], ...army });
  },
  'says what the list of the system shows': async ({ act, memberId, version, tick, own }) => {
    const about = () => ({ memberId: memberId('林小雨'), version: version('林小雨') ?? 0 });
    await act(SECRETARY, 'secretary', 'tickOffline', { ...about(), ...STAMP });
    await act(SECRETARY, 'secretary', 'decide', { ...about(), decision: 'approve' });
    await act(SECRETARY, 'secretary', 'confirmStatus', { ...about(), outcome: 'refused', reason: '不收' });
    await act(SECRETARY, 'secretary', 'confirmStatus', { ...about(), version: 1, outcome: 'accepted' });
    await act(SECRETARY, 'secretary', 'confirmStatus', {
      ...about(),
      memberId: 'm-none',
      outcome: 'accepted',
    });
    await tick();
    await act(GRADUATE, 'account', 'messages', {});
    await act(SECRETARY, 'secretary', 'person', { memberId: own.memberId });
  },
  'changes the invite code and shares a telephone': async ({ act, later }) => {
    await act(SECRETARY, 'secretary', 'rotateInvite', {});
    await act(SECRETARY, 'secretary', 'inviteImage', {});
    await act(SECRETARY, 'secretary', 'sharePhone', { phone: '13800138000' });
    await act(GRADUATE, 'graduate', 'home', {});
    later(MINUTE);
    await act(SECRETARY, 'secretary', 'sharePhone', { phone: null });
  },
};
