import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { FUNCTION_ENV } from '../../tools/emulator/product';
import { ADMINISTRATOR } from '../../tools/preview/seed/college';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

const COMMITTEE = ADMINISTRATOR.name;
const desk = (tab: string) => ({ page: pagePath('teacherDesk', { tab }) });

const { stage, journey } = journeys();

/** Fills in the teacher's form of the sign-in page and sends it. */
const signsIn = async (phone: PhonePage, name: string): Promise<void> => {
  await phone.fills('姓名', name);
  await phone.taps('我已阅读并同意');
  await phone.tapsExactly('登录');
};

/** Answers the question only when it stands there: each row of the list reads 收回 too. */
const takesAway = async (phone: PhonePage, name: string): Promise<void> => {
  await phone.tap(phone.page.getByLabel(`收回${name}的权限`));
  await phone.sees('收回后这位老师看不到任何名单');
  await phone.tapsExactly('收回');
};

describe('teachers’ accounts', () => {
  journey('come by an invitation that another phone takes up, and go again', async () => {
    const committee = await stage.phone(COMMITTEE, desk('colleges'));
    await committee.taps('老师账号');
    await committee.taps('邀请一位老师');
    await committee.fills('姓名', '方知微');
    await committee.taps('选一个学院');
    await committee.tapsExactly('信息工程学院');
    await committee.tapsExactly('确定');
    await committee.taps('生成邀请码');
    await committee.sees('信息工程学院的邀请码', '只能用一次');
    const code = (await committee.page.locator('.code').innerText()).trim();

    const page = pagePath('signIn', { as: 'teacher', invite: code });
    const teacher = await stage.phone({ openid: 'o-invited' }, { page });
    await signsIn(teacher, '方知微');
    await teacher.sees('待办');
    const late = await stage.phone({ openid: 'o-late' }, { page });
    await signsIn(late, '方知微');
    await late.sees('邀请码不对');

    await committee.tapsExactly('关上');
    await committee.restarts(pagePath('teacherAccounts'));
    await takesAway(committee, '方知微');
    await committee.sees('梁清和');
    await committee.page.getByLabel('收回方知微的权限').waitFor({ state: 'detached' });
    await teacher.restarts(pagePath('teacherDesk', { tab: 'roster' }));
    await teacher.tapsExactly('暂不登录');
    await teacher.sees('毕业了，团关系怎么转');
  });

  journey('keep the last administrator', async () => {
    const committee = await stage.phone(COMMITTEE, { page: pagePath('teacherAccounts') });
    await takesAway(committee, COMMITTEE);
    await committee.view.locator('body').getByText('最后一位校团委管理员').waitFor();
    await committee.sees(COMMITTEE);
  });

  journey('are taken by one member of the committee from another, who finds it in the audit', async () => {
    const first = await stage.phone(COMMITTEE, desk('colleges'));
    await first.sees('老师账号');
    const { client } = stage.world;
    const invited = { collegeId: 'all', name: '顾南乔' };
    const { code } = await client.call(ADMINISTRATOR.openid, 'teacher', 'inviteTeacher', invited);
    const page = pagePath('signIn', { as: 'teacher', invite: code });
    const second = await stage.phone({ openid: 'o-committee-2' }, { page });
    await signsIn(second, '顾南乔');
    await second.taps('各学院');
    await second.taps('老师账号');
    await takesAway(second, COMMITTEE);
    await second.page.getByLabel(`收回${COMMITTEE}的权限`).waitFor({ state: 'detached' });
    await takesAway(second, '顾南乔');
    await second.view.locator('body').getByText('最后一位校团委管理员').waitFor();

    await first.restarts(pagePath('teacherDesk', { tab: 'colleges' }));
    await first.tapsExactly('暂不登录');
    await first.sees('毕业了，团关系怎么转');
    await second.restarts(pagePath('teacherDesk', { tab: 'colleges' }));
    await second.taps('操作记录');
    await second.sees('收回权限', '顾南乔');
    await second.tapsExactly('登录与权限');
    await second.sees('邀请老师', '接受邀请');
  });

  journey('start with the code of the deployment, once', async () => {
    await stage.world.empties();
    const start = { page: pagePath('signIn', { as: 'teacher' }) };
    const first = await stage.phone({ openid: 'o-first' }, start);
    await first.taps('第一次设置');
    await first.fills('管理员代码', 'not-the-code');
    await signsIn(first, '杜若川');
    await first.sees('管理员代码不对');
    await first.fills('管理员代码', FUNCTION_ENV.ADMIN_CODE);
    await first.tapsExactly('登录');
    await first.taps('各学院');
    await first.sees('从空的到第一季');
    await first.tapsExactly('加一个学院');
    await first.fills('学院的全称', '海洋学院');
    await first.tapsExactly('加上');
    await first.sees('1 个学院', '海洋学院', '还没有老师');

    const second = await stage.phone({ openid: 'o-second' }, start);
    await second.taps('第一次设置');
    await second.fills('管理员代码', FUNCTION_ENV.ADMIN_CODE);
    await signsIn(second, '后来的人');
    await second.sees('管理员已经设置好了');
  });
});
