import { SCREENSHOT } from '../../tools/preview/seed/play';
import { journeyInSteps } from './support/journeys';

/** Somebody of 通信2201团支部 who has not opened the mini-program yet. */
const NEWCOMER = '王子衿';
const CODE = '738214';

/** The whole way of one graduate, tapped through on three phones; each test goes on where the last one stopped. */
describe('a first transfer, from signing in to the receiver’s deadline', () => {
  const { desk, step } = journeyInSteps('first-transfer');

  step('the graduate signs in with number, name and the branch’s invite code', async () => {
    const { graduate } = desk;
    const { studentNumber, inviteCode } = await graduate.becomes(NEWCOMER);
    await graduate.taps(/^登录$/);
    await graduate.types('校园卡上的学号', studentNumber);
    await graduate.types('和学籍上的一样', NEWCOMER);
    await graduate.types('照着填，不分大小写', inviteCode);
    await graduate.taps('我已阅读并同意');
    await graduate.taps(/^登录$/);
    await graduate.answers('同意');
    await graduate.sees(`${NEWCOMER}，通信2201团支部`);
  });

  step('asks the secretary for a reset code and allows a message about it', async () => {
    const { graduate } = desk;
    await graduate.taps('开始登录');
    await graduate.taps('忘记密码了');
    await graduate.taps('请团支书帮忙');
    await graduate.answers('允许');
    await graduate.sees('许嘉宁正在帮你拿');
  });

  step('the secretary is told, and enters the code', async () => {
    const { secretary } = desk;
    await desk.runTimers();
    await secretary.opensNotification(NEWCOMER);
    await secretary.tap(secretary.page.getByLabel(`填${NEWCOMER}的验证码`));
    await secretary.types('照着系统上的填', CODE);
    await secretary.taps(`发给${NEWCOMER}`);
    await secretary.sees('还没看');
  });

  step('the graduate is told, and reads the code once', async () => {
    const { graduate } = desk;
    await desk.runTimers();
    await graduate.opensNotification('验证码');
    await graduate.taps('显示验证码');
    await graduate.sees('738 214');
    await graduate.taps('我登录成功了');
  });

  step('picks “employed” by answering questions', async () => {
    const { graduate } = desk;
    await graduate.taps('开始选');
    await graduate.picks('毕业后工作');
    await graduate.picks('有，我能问到团支部的全称');
    await graduate.sees('已确定工作单位');
    await graduate.taps('就按这个办');
  });

  step('fills in the form with a screenshot, helped by the name checker', async () => {
    const { graduate } = desk;
    await graduate.sees('还差单位所在地');
    await graduate.choosesRegion('选到街道、乡镇', ['上海市', '浦东新区', '张江镇']);
    await graduate.page.getByLabel('申请转入组织').fill('澄江智能装备（上海）有限公司');
    await graduate.taps('加上“团支部”');
    await graduate.taps('就是刚才');
    await graduate.attaches('选截图', SCREENSHOT);
    await graduate.sees('第 1 张，已上传');
    await graduate.taps('下一步，检查一遍');
  });

  step('checks, submits once, and allows reminders', async () => {
    const { graduate } = desk;
    await graduate.sees('澄江智能装备（上海）有限公司团支部');
    await graduate.taps('确认提交');
    await graduate.answers('允许');
    await graduate.sees('等周岚老师审批');
    await graduate.sees('6月27日');
  });

  step('the teacher is told, looks and approves', async () => {
    const { teacher } = desk;
    await desk.runTimers();
    await teacher.opensNotification(NEWCOMER);
    await teacher.sees('澄江智能装备（上海）有限公司团支部');
    await teacher.taps('我在智慧团建列表里看到了这条');
    await teacher.taps(/^批准/);
    await teacher.sees('条等你办');
    await teacher.seesNo(NEWCOMER);
  });

  step('the graduate is told of the approval', async () => {
    const { graduate } = desk;
    // Not as long as the teacher can take it back.
    await desk.bar('1 小时');
    await graduate.opensNotification('学院已批准');
    await graduate.sees('周岚老师批准转出');
  });

  step('three days before the deadline the reminder arrives', async () => {
    const { graduate } = desk;
    await desk.jumpTo('2026-06-24T09:00');
    await graduate.opensNotification('还剩 3 天');
    await graduate.sees('6月27日');
  });

  step('past the deadline the rulebook times the transfer out and asks what 智慧团建 shows', async () => {
    const { graduate } = desk;
    await desk.jumpTo('2026-06-27T10:30');
    await graduate.opensNotification(/到期/);
    await graduate.sees('已到期');
    await graduate.sees(/智慧团建.*显示/);
  });
});
