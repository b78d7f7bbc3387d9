import { ADMIN, CLASSMATE, GRADUATE, REGION, TEACHER } from '../support/people';
import { STAMP, UNSTAMP } from '../support/stamp';
import { armyFields, handIn } from './graduate';
import { DAY, HOUR, MINUTE, ORGANISATION, type Scenes } from './stage';

const SEEN = { seenOnSystem: true } as const;

export const TEACHERS: Scenes = {
  'looks at what waits': async ({ act, own, memberId }) => {
    await act(TEACHER, 'teacher', 'queue', {});
    await act(TEACHER, 'teacher', 'decision', { transferId: own.transferId });
    await act(TEACHER, 'teacher', 'decision', { transferId: 't-2027-none' });
    await act(TEACHER, 'teacher', 'checkList', {});
    await act(TEACHER, 'teacher', 'board', {});
    await act(ADMIN, 'teacher', 'board', {});
    await act(ADMIN, 'teacher', 'colleges', {});
    await act(TEACHER, 'teacher', 'reach', { collegeId: own.collegeId });
    await act(TEACHER, 'teacher', 'health', {});
    await act(TEACHER, 'teacher', 'person', { memberId: memberId('林小雨') });
    await act(TEACHER, 'teacher', 'revealContact', { transferId: own.transferId });
    await act(TEACHER, 'teacher', 'revealContact', { transferId: 't-2027-none' });
    for (const text of ['林小雨', 's002', '光电', '没有'])
      await act(TEACHER, 'teacher', 'findPeople', { text });
  },
  'approves, takes it back, approves, and is told off by the clock': async (stage) => {
    const { act, own, later, tick, version } = stage;
    const { transferId } = own;
    const decide = (decision: 'approve' | 'undo-approve' | 'record', seenOnSystem = true) =>
      act(TEACHER, 'teacher', 'decide', {
        transferId,
        version: version('林小雨') ?? 0,
        decision,
        seenOnSystem,
      });
    await decide('approve', false);
    await decide('approve');
    await tick();
    later(MINUTE);
    await decide('undo-approve');
    await decide('approve');
    later(30 * MINUTE);
    await tick();
    await decide('undo-approve');
    later(9 * HOUR);
    await tick();
    await act(GRADUATE, 'graduate', 'home', {});
    await act(TEACHER, 'teacher', 'checkList', {});
  },
  'sends one back, with a reason': async ({ act, own, tick }) => {
    const returned = { transferId: own.transferId, version: 2, decision: 'return', ...SEEN } as const;
    await act(TEACHER, 'teacher', 'decide', returned);
    await act(TEACHER, 'teacher', 'decide', { ...returned, version: 1, reason: '截图看不清' });
    await act(TEACHER, 'teacher', 'decide', { ...returned, transferId: 't-2027-none', reason: '截图看不清' });
    await act(TEACHER, 'teacher', 'decide', { ...returned, reason: '截图看不清' });
    await tick();
  },
  'decides several at once': async (stage) => {
    const { act, own, transferId, version, tick, later } = stage;
    await handIn(stage);
    const item = (name: string) => ({ transferId: transferId(name), version: version(name) ?? 0 });
    const transferIds = [own.transferId, transferId('陈晨'), 't-2027-none'];
    await act(TEACHER, 'teacher', 'batchPreview', { decision: 'approve', transferIds });
    const items = [
      item('林小雨'),
      { ...item('陈晨'), version: 1 },
      { transferId: 't-2027-none', version: 1 },
    ];
    await act(TEACHER, 'teacher', 'batchDecide', { decision: 'approve', items });
    await act(TEACHER, 'teacher', 'batchDecide', { decision: 'undo-approve', items: [item('林小雨')] });
    await act(TEACHER, 'teacher', 'batchDecide', { decision: 'approve', ...SEEN, items: [item('陈晨')] });
    later(HOUR);
    await tick();
    await act(TEACHER, 'teacher', 'batchDecide', { decision: 'accepted', items: [item('陈晨')] });
    await act(TEACHER, 'teacher', 'batchDecide', { decision: 'undo-evidence', items: [item('陈晨')] });
    await tick();
  },
  'stamps cards at the desk': async ({ act, own, version, later }) => {
    const pass = await act(GRADUATE, 'graduate', 'cardPass', {});
    await act(TEACHER, 'teacher', 'cardLookup', { token: pass?.pass?.token ?? '' });
    await act(TEACHER, 'teacher', 'cardLookup', { search: pass?.pass?.digits ?? '' });
    await act(TEACHER, 'teacher', 'cardLookup', { token: 'card1.none' });
    const now = () => ({ transferId: own.transferId, version: version('林小雨') ?? 0 });
    await act(TEACHER, 'teacher', 'tickOffline', { ...now(), ...STAMP });
    await act(TEACHER, 'teacher', 'tickOffline', { ...now(), ...STAMP });
    await act(TEACHER, 'teacher', 'tickOffline', { ...now(), ...UNSTAMP });
    await act(TEACHER, 'teacher', 'tickOffline', { ...now(), ...STAMP, stepId: 'none' });
    later(10 * MINUTE);
    await act(TEACHER, 'teacher', 'cardLookup', { token: pass?.pass?.token ?? '' });
    const office = { place: '光电楼 305', hours: '周一到周五 9:00–16:00' };
    await act(TEACHER, 'teacher', 'saveCardOffice', { office });
    await act(TEACHER, 'teacher', 'cardOffice', {});
    await act(GRADUATE, 'graduate', 'cardPass', {});
    await act(ADMIN, 'teacher', 'saveCardOffice', { office });
  },
  'registers who goes to the army, and ends keepings': async (stage) => {
    const { act, version, transferId, tick, later } = stage;
    const army = { wayId: 'army', routeId: 'direct', version: null } as const;
    await act(CLASSMATE, 'graduate', 'chooseWay', army);
    const fields = armyFields(stage);
    await act(CLASSMATE, 'graduate', 'submit', { version: version('陈晨') ?? 0, fields, screenshots: [] });
    await tick();
    const now = () => ({ transferId: transferId('陈晨'), version: version('陈晨') ?? 0, ...SEEN });
    await act(TEACHER, 'teacher', 'decide', { ...now(), decision: 'record' });
    later(HOUR);
    await tick();
    await act(TEACHER, 'teacher', 'decide', { ...now(), decision: 'end-keeping' });
    await act(TEACHER, 'teacher', 'decide', { ...now(), decision: 'reopen' });
    await act(TEACHER, 'teacher', 'confirmStatus', { ...now(), outcome: 'here' });
  },
  'records a way for somebody, and closes it': async ({
    act,
    memberId,
    version,
    transferId,
    world,
    tick,
  }) => {
    const about = { memberId: memberId('秦前') };
    await act(TEACHER, 'teacher', 'recordWay', {
      ...about,
      version: null,
      wayId: 'employed',
      routeId: 'direct',
    });
    const fields = { region: REGION, organisation: ORGANISATION, initiatedAt: world.world.now - HOUR };
    await act(TEACHER, 'teacher', 'recordStart', { ...about, version: 1, fields });
    const now = () => ({ transferId: transferId('秦前'), version: version('秦前') ?? 0 });
    await act(TEACHER, 'teacher', 'confirmStatus', { ...now(), outcome: 'refused', reason: '不收' });
    await act(TEACHER, 'teacher', 'decide', { ...now(), decision: 'close', reason: '不转了', ...SEEN });
    await act(TEACHER, 'teacher', 'decide', { ...now(), decision: 'reopen', ...SEEN });
    await tick();
  },
  'hears of the desk by a robot, and looks after what was not sent': async ({
    act,
    own,
    tick,
    later,
    world,
  }) => {
    const { collegeId } = own;
    await act(TEACHER, 'teacher', 'testWebhook', { collegeId });
    await act(TEACHER, 'teacher', 'saveWebhook', { collegeId, url: 'https://example.com/robot' });
    const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=11111111-2222-3333-4444-555555555555';
    await act(TEACHER, 'teacher', 'saveWebhook', { collegeId, url });
    await act(TEACHER, 'teacher', 'testWebhook', { collegeId });
    later(DAY);
    await tick();
    await act(TEACHER, 'teacher', 'deadLetters', { collegeId });
    await act(TEACHER, 'teacher', 'retryNotices', { noticeIds: [own.deadNoticeId, 'n-none'] });
    await tick();
    world.world.robotAnswer = { kind: 'invalid', code: 93000 };
    await act(TEACHER, 'teacher', 'testWebhook', { collegeId });
    await act(TEACHER, 'teacher', 'saveWebhook', { collegeId, url: null });
    await act(TEACHER, 'teacher', 'saveWebhook', { collegeId: 'c-none', url: null });
    await act(TEACHER, 'teacher', 'health', {});
  },
};
