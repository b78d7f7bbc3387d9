import { routeOf } from '../../../miniprogram/domain/rules/rulebook';
import { rulebookNamed } from '../../../cloudfunctions/_shared/season/season';
import { filledFields } from '../support/filled-fields';
import { CLASSMATE, GRADUATE, REGION, SECRETARY, TEACHER } from '../support/people';
import { STAMP } from '../support/stamp';
import { DAY, HOUR, MINUTE, ORGANISATION, type Scenes, type Stage } from './stage';

const fieldsAt = ({ world }: Stage) => ({
  region: REGION,
  organisation: ORGANISATION,
  initiatedAt: world.world.now - HOUR,
});

/** All that joining the army asks for. */
export const armyFields = ({ world }: Stage) => {
  const route = routeOf(rulebookNamed('usst-2020'), 'army', 'direct');
  if (!route) throw new Error('the rulebook has the army');
  return filledFields(route, world.world.now);
};

/** 陈晨 on the employed way, handed in. */
export const handIn = async (stage: Stage): Promise<void> => {
  const { act, version, picture } = stage;
  const chosen = { wayId: 'employed', routeId: 'direct', version: version('陈晨') } as const;
  await act(CLASSMATE, 'graduate', 'chooseWay', chosen);
  const screenshots = [await picture(CLASSMATE)];
  const submission = { version: version('陈晨') ?? 0, fields: fieldsAt(stage), screenshots };
  await act(CLASSMATE, 'graduate', 'submit', submission);
};

export const GRADUATES: Scenes = {
  'opens the mini-program': async ({ act }) => {
    for (const action of ['home', 'receivers', 'overAge', 'myData', 'uploadFolder', 'confirmLogin'] as const)
      await act(GRADUATE, 'graduate', action, {});
    await act(GRADUATE, 'graduate', 'cardPass', {});
    await act(CLASSMATE, 'graduate', 'home', {});
    await act(CLASSMATE, 'graduate', 'cardPass', {});
    await act(SECRETARY, 'graduate', 'home', {});
  },
  'gets a code from the secretary, and it works': async ({ act, own, tick, later }) => {
    const { waitingId: requestId } = own;
    await act(CLASSMATE, 'graduate', 'requestResetCode', { note: '收不到短信' });
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' });
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' });
    await tick();
    await act(CLASSMATE, 'graduate', 'home', {});
    await act(GRADUATE, 'graduate', 'revealResetCode', { requestId });
    await act(CLASSMATE, 'graduate', 'revealResetCode', { requestId });
    await act(CLASSMATE, 'graduate', 'revealResetCode', { requestId });
    later(MINUTE);
    await act(CLASSMATE, 'graduate', 'reportResetResult', { requestId, worked: true });
    await act(CLASSMATE, 'graduate', 'reportResetResult', { requestId, worked: true });
    await tick();
  },
  'gets a code that does not work, and asks again': async ({ act, own, tick, later }) => {
    const { waitingId: requestId } = own;
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' });
    await act(CLASSMATE, 'graduate', 'revealResetCode', { requestId });
    await act(CLASSMATE, 'graduate', 'reportResetResult', { requestId, worked: false });
    later(MINUTE);
    await act(CLASSMATE, 'graduate', 'requestResetCode', { note: '换了手机', escalate: true });
    await tick();
    await act(TEACHER, 'teacher', 'queue', { kind: 'code' });
  },
  'is not answered by the secretary: the teacher hears of it, and closes it': async (stage) => {
    const { act, own, tick, later } = stage;
    later(DAY - MINUTE - 1);
    await tick();
    later(1);
    await tick();
    const { waitingId: requestId } = own;
    await act(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' });
    const answered = { requestId: own.issuedId, code: '836214' };
    await act(TEACHER, 'teacher', 'issueResetCode', answered);
    await act(TEACHER, 'teacher', 'issueResetCode', answered);
    await act(TEACHER, 'teacher', 'closeResetRequest', { requestId, reason: '不是我们学院的人' });
    await act(TEACHER, 'teacher', 'closeResetRequest', { requestId, reason: '不是我们学院的人' });
    await tick();
    await act(CLASSMATE, 'graduate', 'home', {});
  },
  'lets a code run out': async ({ act, own, tick, later }) => {
    const { waitingId: requestId } = own;
    const issued = await act(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' });
    later((issued?.issued.expiresAt ?? 0) - (issued?.issued.issuedAt ?? 0));
    await act(CLASSMATE, 'graduate', 'revealResetCode', { requestId });
    await tick();
    later(15 * MINUTE);
    await tick();
    await act(CLASSMATE, 'graduate', 'requestResetCode', {});
  },
  'chooses, keeps a draft and hands in': async (stage) => {
    const { act, version, picture, tick } = stage;
    const chosen = { wayId: 'employed', routeId: 'direct', version: null } as const;
    await act(CLASSMATE, 'graduate', 'chooseWay', { ...chosen, wayId: 'none' as never });
    await act(CLASSMATE, 'graduate', 'chooseWay', chosen);
    await act(CLASSMATE, 'graduate', 'chooseWay', chosen);
    const screenshots = [await picture(CLASSMATE)];
    const draft = { organisation: ORGANISATION };
    await act(CLASSMATE, 'graduate', 'saveDraft', { draft, screenshots });
    await act(CLASSMATE, 'graduate', 'saveDraft', { draft, screenshots: ['cloud://env.bucket/none.png'] });
    const bare = { version: version('陈晨') ?? 0, fields: {}, screenshots };
    await act(CLASSMATE, 'graduate', 'submit', bare);
    const fields = fieldsAt(stage);
    await act(CLASSMATE, 'graduate', 'submit', {
      ...bare,
      fields: { ...fields, initiatedAt: fields.initiatedAt + DAY },
    });
    await act(CLASSMATE, 'graduate', 'submit', { ...bare, fields, screenshots: [] });
    await act(CLASSMATE, 'graduate', 'submit', { ...bare, fields, version: 9 });
    await act(CLASSMATE, 'graduate', 'submit', { ...bare, fields });
    await act(CLASSMATE, 'graduate', 'home', {});
    await tick();
    await act(CLASSMATE, 'graduate', 'withdraw', { version: version('陈晨') ?? 0 });
    await tick();
  },
  'is taken in, and gives the office’s telephone': async (stage) => {
    const { act, version, tick, later } = stage;
    await handIn(stage);
    await act(CLASSMATE, 'graduate', 'report', { version: version('陈晨') ?? 0, outcome: 'accepted' });
    const now = () => ({ version: version('陈晨') ?? 0 });
    await act(CLASSMATE, 'graduate', 'shareReceiverPhone', { ...now(), phone: '021-65321234' });
    await act(GRADUATE, 'graduate', 'receivers', {});
    await act(CLASSMATE, 'graduate', 'shareReceiverPhone', { ...now(), phone: null });
    await act(CLASSMATE, 'graduate', 'report', { ...now(), outcome: 'returned', reason: '名字写错了' });
    later(2 * HOUR);
    await tick();
    await act(CLASSMATE, 'graduate', 'myData', {});
  },
  'is refused, and hands in again': async (stage) => {
    const { act, version, tick, later, picture } = stage;
    await handIn(stage);
    const now = () => ({ version: version('陈晨') ?? 0 });
    await act(CLASSMATE, 'graduate', 'report', { ...now(), outcome: 'refused' });
    await act(CLASSMATE, 'graduate', 'report', { ...now(), outcome: 'refused', reason: '不收' });
    await tick();
    await act(TEACHER, 'teacher', 'queue', {});
    later(HOUR);
    const screenshots = [await picture(CLASSMATE, '2.png')];
    await act(CLASSMATE, 'graduate', 'submit', { ...now(), fields: fieldsAt(stage), screenshots });
    await act(CLASSMATE, 'graduate', 'home', {});
  },
  'waits for an approval, hurries the teacher, and changes the way': async (stage) => {
    const { act, version, tick, later } = stage;
    const now = () => ({ version: version('林小雨') ?? 0 });
    for (const wait of [2 * DAY, 2 * DAY, 3 * DAY]) {
      later(wait);
      await tick();
      await act(GRADUATE, 'graduate', 'hurry', now());
    }
    await act(GRADUATE, 'graduate', 'hurry', now());
    await tick();
    const army = { wayId: 'army', routeId: 'direct', ...now() } as const;
    await act(GRADUATE, 'graduate', 'chooseWay', army);
    await act(GRADUATE, 'graduate', 'changeSituation', army);
    await tick();
    const fields = armyFields(stage);
    await act(GRADUATE, 'graduate', 'submit', { ...now(), fields, screenshots: [] });
    await tick();
  },
  'ticks nothing that is not theirs to tick': async ({ act, version }) => {
    const now = () => ({ version: version('林小雨') ?? 0 });
    await act(GRADUATE, 'graduate', 'tickOffline', { ...now(), ...STAMP });
    await act(GRADUATE, 'graduate', 'tickOffline', { ...now(), ...STAMP, stepId: 'none' });
    await act(GRADUATE, 'graduate', 'begin', now());
    await act(GRADUATE, 'graduate', 'replacePicture', {
      from: 'cloud://env.bucket/a',
      to: 'cloud://env.bucket/b',
    });
  },
  'is over age, and says so': async ({ act, world, own, tick, later }) => {
    await act(GRADUATE, 'graduate', 'reportOverAge', {});
    await act(CLASSMATE, 'graduate', 'reportOverAge', {});
    await act(CLASSMATE, 'graduate', 'reportOverAge', { birthMonth: '2004-01' });
    await act(CLASSMATE, 'graduate', 'reportOverAge', { birthMonth: '1998-06' });
    await act(CLASSMATE, 'graduate', 'reportOverAge', { birthMonth: '1998-06' });
    await act(TEACHER, 'teacher', 'overAgeList', { collegeId: own.collegeId });
    const memberId = world.store.all('members').find(({ name }) => name === '陈晨')?._id ?? '';
    await act(TEACHER, 'teacher', 'recordOverAge', { memberId, reason: '编入超龄名单' });
    await act(CLASSMATE, 'graduate', 'overAge', {});
    await tick();
    await act(TEACHER, 'teacher', 'reopenOverAge', { memberId });
    await act(TEACHER, 'teacher', 'recordOverAge', { memberId, reason: '出生年月写错了' });
    later(10 * MINUTE);
    await tick();
  },
  'deletes everything': async ({ act, tick, later }) => {
    await act(GRADUATE, 'graduate', 'deleteMyData', {});
    await act(GRADUATE, 'graduate', 'home', {});
    later(10 * MINUTE);
    await tick();
  },
};
