import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { openidOf } from '../../tools/preview/seed/college';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';
import type { Newcomer } from './support/world';

const LOCK_MS = 15 * 60_000;
const NO_MATCH = '学号、姓名、邀请码里有一项对不上。核对一遍，还不行就问团支书或学院老师';

describe('coming in', () => {
  const { stage, journey } = journeys();

  type Entry = Pick<Newcomer, 'studentNumber' | 'name' | 'inviteCode'>;

  /** Types all three and taps; waits for the answer. */
  const enters = async (phone: PhonePage, { studentNumber, name, inviteCode }: Entry): Promise<void> => {
    await phone.types('校园卡上的学号', studentNumber);
    await phone.types('和学籍上的一样', name);
    await phone.types('照着填，不分大小写', inviteCode);
    const answer = phone.tab.waitForResponse('**/client/callFunction');
    await phone.tapsExactly('登录');
    await answer;
  };
  const opens = async (person: { openid: string }): Promise<PhonePage> => {
    const phone = await stage.phone(person, { page: pagePath('signIn') });
    await phone.taps('我已阅读并同意');
    return phone;
  };

  journey('asks for what is missing and for consent before it asks the cloud', async () => {
    const phone = await stage.phone(stage.world.newcomer(), { page: pagePath('signIn') });
    await phone.tapsExactly('登录');
    await phone.sees('请填学号', '请填姓名', '请填邀请码');
  });

  journey('says one sentence whichever of the three is wrong, then lets the right entry in', async () => {
    const person = stage.world.newcomer();
    const phone = await opens(person);
    await enters(phone, { ...person, studentNumber: '99999999' });
    await phone.sees(NO_MATCH);
    await enters(phone, { ...person, name: '张三' });
    await phone.sees(NO_MATCH);
    await enters(phone, { ...person, inviteCode: 'WRONG1' });
    await phone.sees(NO_MATCH);
    await enters(phone, { ...person, inviteCode: person.inviteCode.toLowerCase() });
    await phone.sees(new RegExp(`^${person.name}，`));
  });

  journey('locks after five wrong tries, for a quarter of an hour', async () => {
    const person = stage.world.newcomer();
    const phone = await opens(person);
    for (let tried = 0; tried < 5; tried += 1) {
      await enters(phone, { ...person, inviteCode: `WRONG${tried}` });
      await phone.sees(NO_MATCH);
    }
    await enters(phone, person);
    await phone.sees('试错的次数有点多，请 15 分钟后再试');
    await stage.world.advances(LOCK_MS);
    await enters(phone, person);
    await phone.sees(new RegExp(`^${person.name}，`));
  });

  journey('a way sent by a classmate is read before signing in, and again after it', async () => {
    const sender = await stage.phone('林晚', {
      page: 'packages/graduate/way-result/way-result?way=employed&route=direct',
    });
    await sender.taps('发给同学');
    const [card] = (await sender.heard()).shared;
    expect(card?.title).toMatch(/^团关系这样转：/);
    const person = stage.world.newcomer();
    const guest = await stage.phone(person, { page: card?.path.slice(1) ?? '' });
    await guest.sees('同学发给你的去向', '在智慧团建这样填');
    await guest.taps('登录后照着办');
    await guest.taps('我已阅读并同意');
    await enters(guest, person);
    await guest.sees('同学发给你的去向', '先答题', '就按这个办');
  });

  journey('a visitor reads everything, declines twice, and keeps the answers when signing in', async () => {
    const person = stage.world.newcomer();
    const phone = await stage.phone(person);
    await phone.sees('仅供江汀大学毕业生团员使用', '毕业以后，你去哪里？', '一共七步');
    await phone.tapsExactly('暂不登录');
    await phone.taps('登录不上怎么办');
    await phone.taps('忘记密码了');
    await phone.taps('请团支书帮忙');
    await phone.tapsExactly('暂不登录');
    await phone.sees('请团支书帮忙');
    await phone.goesBack();
    await phone.taps('动手前先查几样');
    await phone.sees('第 1 题');
    await phone.goesBack();
    await phone.taps('《团员证》丢了怎么办');
    await phone.sees('复制');
    await phone.goesBack();
    await phone.taps('毕业后工作');
    await phone.sees('上一题你选了：毕业后工作');
    await phone.taps('有，我能问到团支部的全称');
    await phone.sees('按你的回答，去向是', '已确定工作单位', '在智慧团建这样填');
    await phone.taps('登录后照着办');
    await phone.taps('我已阅读并同意');
    await enters(phone, person);
    await phone.sees('按你的回答，去向是', '就按这个办');
    await phone.goesBack();
    await phone.sees('上一题你选了：毕业后工作', '下一题');
  });

  journey('a number that signed in elsewhere is not given away', async () => {
    const person = await stage.world.arrived();
    const phone = await opens({ openid: openidOf('another-wechat') });
    await enters(phone, person);
    await phone.sees('这个学号已经在另一个微信上登录过。换了微信，请周岚老师解绑后再登录');
  });
});
