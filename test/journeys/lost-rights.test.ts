/** Rights end while a page is open: the next tap leads to where the person still belongs, and says why once. */
import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { check } from '../../tools/admin/check';
import { keysOf } from '../../tools/admin/keys';
import { FUNCTION_ENV } from '../../tools/emulator/product';
import { ADMINISTRATOR } from '../../tools/preview/seed/college';
import { accountOf } from '../../tools/preview/seed/play';
import { journeys } from './support/journeys';
import { untilSo } from './support/patience';
import type { PhonePage } from './support/phone-page';
import type { Newcomer } from './support/world';

const { stage, journey } = journeys();

const removes = (name: string) =>
  stage.world.as(ADMINISTRATOR.name, 'teacher', 'removeTeacher', { accountId: accountOf(name) });
const ORGANISATION = '远山数据技术（杭州）有限公司团支部';
const signInOf = ({ studentNumber, name }: Newcomer) => ({ studentNumber, name });

/** The branch gets another invite code by it, so that whoever was in by the old one stays out. */
const unbinds = async ({ name }: Newcomer): Promise<string> => {
  const ask = { filter: { by: 'step', step: 'fill' } } as const;
  const { people } = await stage.world.as('周岚', 'teacher', 'people', ask);
  const memberId = people.find((one) => one.name === name)?.memberId ?? '';
  const reason = '别人用他的学号登录了';
  const { inviteCode } = await stage.world.as('周岚', 'teacher', 'unbindMember', { memberId, reason });
  return inviteCode ?? '';
};

const deskOf = (name: string, tab: string): Promise<PhonePage> =>
  stage.phone(name, { page: pagePath('teacherDesk', { tab }) });

/** What the operator's check finds in the whole college; empty when all fits together. */
const findings = async () => {
  const { all: cipher } = keysOf(FUNCTION_ENV.FIELD_KEY);
  return check(await stage.world.environment(), {
    cipher,
    now: await stage.world.now(),
    say: () => undefined,
  });
};

journey('the college of the preview fits together before anybody leaves', async () => {
  expect(await findings()).toEqual([]);
});

journey('a graduate is unbound while the form is open', async () => {
  const person = await stage.world.arrived();
  const choice = { wayId: 'employed', routeId: 'direct', version: null } as const;
  await stage.world.client.call(person.openid, 'graduate', 'chooseWay', choice);
  const phone = await stage.phone(person, { page: 'pages/home/home' });
  await phone.taps('继续填写');
  await phone.fills('申请转入组织', '远山数据技术（杭州）有限公司');
  await phone.sees('已存草稿');
  const inviteCode = await unbinds(person);
  await phone.fills('申请转入组织', ORGANISATION);
  await phone.view.getByText('这个微信和名单上的学号已经解绑').waitFor();
  await phone.tapsExactly('去登录');
  await phone.sees('支部邀请码');
  await stage.world.client.call(person.openid, 'account', 'signIn', { ...signInOf(person), inviteCode });
  await phone.restarts();
  await phone.taps('继续填写');
  await phone.sees('还差单位所在地');
  await untilSo(async () =>
    expect(await phone.page.getByLabel('申请转入组织', { exact: true }).inputValue()).toBe(ORGANISATION),
  );
});

journey('a teacher is removed while the roster is open', async () => {
  const teacher = await deskOf('梁清和', 'roster');
  await teacher.sees('选文件，先检查一遍');
  await removes('梁清和');
  await teacher.taps(/^导出$/);
  await teacher.tapsExactly('暂不登录');
  await teacher.sees('毕业了，团关系怎么转');
});

journey('a teacher is removed while the season of the college is open', async () => {
  const teacher = await deskOf('苏明远', 'season');
  await teacher.fills('学院通知', '周三不办公');
  await removes('苏明远');
  await teacher.taps('先看看会怎样');
  await teacher.tapsExactly('暂不登录');
  await teacher.sees('毕业了，团关系怎么转');
});

journey('a teacher is removed while a decision is open', async () => {
  const teacher = await stage.phone('周岚', { page: pagePath('teacherDesk') });
  await teacher.taps('陈可');
  await teacher.sees('批准');
  await removes('周岚');
  await teacher.taps(/^批准/);
  await teacher.tapsExactly('暂不登录');
  await teacher.sees('毕业了，团关系怎么转');
});

journey('the college fits together after all of them', async () => {
  expect(await findings()).toEqual([]);
});
