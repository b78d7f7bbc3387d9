/** Who answers for whom changes while phones are open: each of them shows what is true then. */
import { memberIdOf } from '../../cloudfunctions/_shared/store/record-ids';
import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { personNamed } from '../../tools/preview/seed/college';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

const NEW_BRANCH = '计算机2203团支部';

const { stage, journey } = journeys();

/** The teacher's page about somebody. */
const teacherOpens = (name: string): Promise<PhonePage> =>
  stage.phone('周岚', {
    page: pagePath('teacherPerson', { memberId: memberIdOf(personNamed(name).studentNumber) }),
  });
const secretaryOpens = (name: string, tab: string): Promise<PhonePage> =>
  stage.phone(name, { page: pagePath('secretaryDesk', { tab }) });
const signsIn = async (phone: PhonePage, name: string): Promise<void> => {
  await phone.types('校园卡上的学号', personNamed(name).studentNumber);
  await phone.types('和学籍上的一样', name);
  await phone.taps('我已阅读并同意');
  await phone.tapsExactly('登录');
};

journey('a shared invitation opens signing in with the code filled in', async () => {
  const secretary = await secretaryOpens('许嘉宁', 'invite');
  await secretary.taps('发给同学');
  const [card] = (await secretary.heard()).shared;
  expect(card?.title).toBe('通信2201团支部的同学，来办团关系转接');
  const [invited] = stage.world.strangersOf('通信2201团支部');
  const newcomer = await stage.phone({ openid: invited?.openid ?? '' }, { page: card?.path.slice(1) ?? '' });
  await signsIn(newcomer, invited?.name ?? '');
  await newcomer.sees(`${invited?.name}，通信2201团支部`);
});

journey(
  'a graduate made secretary has both on one phone; the desk closes when the office is gone',
  async () => {
    const teacher = await teacherOpens('陈可');
    await teacher.taps('设为团支书');
    await teacher.sees('以后这个支部要验证码的消息会发给 TA');
    await teacher.tapsExactly('设为团支书');
    await teacher.sees('不再当团支书');

    const both = await stage.phone('陈可');
    await both.taps('团支书工作台');
    await both.tapsExactly('支部');
    await both.sees('电信2202团支部', '陈可（你）');
    await both.goesBack();
    await both.sees('陈可，电信2202团支部');
    await both.taps('团支书工作台');
    await both.sees('邀请码');

    await teacher.taps('不再当团支书');
    await teacher.tapsExactly('不再当');
    await teacher.sees('设为团支书');
    await both.tapsExactly('邀请码');
    await both.tapsExactly('知道了');
    await both.sees('陈可，电信2202团支部');
    await both.seesNo('团支书工作台');
  },
);

journey('who is moved takes the code they wait for along to the new secretary', async () => {
  await stage.world.as('孟晓', 'graduate', 'requestResetCode', {});
  const teacher = await teacherOpens('孟晓');
  await teacher.taps('换支部');
  await teacher.tapsExactly(NEW_BRANCH);
  await teacher.sees(`换到${NEW_BRANCH}了`);

  const [before, after, moved] = [
    await secretaryOpens('顾书遥', 'branch'),
    await secretaryOpens('罗北辰', 'codes'),
    await stage.phone('孟晓', { page: pagePath('loginHelp') }),
  ];
  await before.types('找一个人', '孟晓');
  await before.sees(/没有/);
  await after.sees('孟晓');
  await moved.sees(/罗北辰/);
});

journey(
  'who is unbound is told so on the old phone, and goes on where they were after signing in',
  async () => {
    const old = await stage.phone('林晚');
    await old.sees('林晚，通信2201团支部');
    const teacher = await teacherOpens('林晚');
    await teacher.taps('解绑微信');
    await teacher.tapsExactly('换了微信号');
    await teacher.tapsExactly('解绑');
    await teacher.seesNo('解绑微信');

    await old.tapsExactly('消息');
    await old.tapsExactly('去登录');
    const { inviteCode } = await stage.world.as('许嘉宁', 'secretary', 'inviteImage', {});
    await old.types('照着填，不分大小写', inviteCode);
    await signsIn(old, '林晚');
    await old.sees('林晚，通信2201团支部', /对方接收/);
  },
);
