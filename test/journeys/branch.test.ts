import { accountOf } from '../../tools/preview/seed/play';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

const DESK = 'packages/secretary/desk/desk';

describe('a branch in its secretary’s hands', () => {
  const { stage, journey } = journeys();

  const secretaryOpens = (tab: string): Promise<PhonePage> =>
    stage.phone('许嘉宁', { page: `${DESK}?tab=${tab}` });

  /** A classmate of the same branch who comes in now and allows a message of each kind. */
  const comes = async (name: string): Promise<string> => {
    await stage.world.does({ who: name, does: 'signIn' });
    await stage.world.does({ who: name, does: 'consent', templates: ['progress', 'deadline'] });
    return accountOf(name);
  };
  const told = async (openid: string): Promise<number> => {
    await stage.world.runTimers();
    return (await stage.world.messages(openid)).length;
  };

  journey(
    'a nudge reaches a classmate on WeChat once a day, and all are nudged after a look at who',
    async () => {
      const first = await comes('刘雨桐');
      const secretary = await secretaryOpens('branch');
      await secretary.types('找一个人', '刘雨桐');
      await secretary.tap(secretary.page.getByLabel('提醒刘雨桐'));
      await secretary.sees('今天催过');
      expect(await told(first)).toBe(1);

      const second = await comes('吴清越');
      const again = await secretaryOpens('branch');
      await again.taps(/^提醒 \d+ 人$/);
      await again.tapsExactly('提醒');
      await again.types('找一个人', '吴清越');
      await again.sees('今天催过');
      expect(await told(second)).toBe(1);
      expect(await told(first)).toBe(1);
    },
  );

  journey('what the secretary saw on 智慧团建 stands in the classmate’s progress', async () => {
    const secretary = await secretaryOpens('branch');
    await secretary.taps('林晚');
    await secretary.sees('智慧团建上现在是什么', '发给 TA 的消息');
    await secretary.taps('已经转到');
    await secretary.tapsExactly('已经转到');
    await secretary.sees('对方已接收', /在系统里核对过/);
    const classmate = await stage.phone('林晚', { page: 'pages/track/track' });
    await classmate.sees('对方已接收', /许嘉宁/);
  });

  journey('a request that cannot be answered goes to the teacher with the reason', async () => {
    const secretary = await secretaryOpens('codes');
    await secretary.sees('何牧');
    await secretary.taps('我拿不到，转给老师');
    await secretary.tapsExactly('看不到验证码');
    await secretary.tapsExactly('转给老师');
    await secretary.sees('周予安');
    const classmate = await stage.phone('何牧', { page: 'packages/start/login-help/login-help' });
    await classmate.sees(/老师正在帮你拿/);
  });

  journey('a new invite code ends the old one at once', async () => {
    const [invited] = stage.world.strangersOf('通信2201团支部');
    if (!invited) throw new Error('everybody has come already');
    const secretary = await secretaryOpens('invite');
    await secretary.sees(invited.inviteCode);
    await secretary.taps('换一个邀请码');
    await secretary.tapsExactly('换一个');
    await secretary.page.getByLabel(`邀请码 ${invited.inviteCode}`).waitFor({ state: 'detached' });
    const { inviteCode } = await stage.world.as('许嘉宁', 'secretary', 'inviteImage', {});
    await secretary.sees(inviteCode);

    const phone = await stage.phone(invited, { page: `pages/sign-in/sign-in?scene=${invited.inviteCode}` });
    await phone.types('校园卡上的学号', invited.studentNumber);
    await phone.types('和学籍上的一样', invited.name);
    await phone.taps('我已阅读并同意');
    await phone.taps(/^登录$/);
    await phone.sees(/有一项对不上/);
    await phone.types('照着填，不分大小写', inviteCode);
    await phone.taps(/^登录$/);
    await phone.sees(`${invited.name}，通信2201团支部`);
  });
});
