import { SCREENSHOT } from '../../tools/preview/seed/play';
import { chinaTime } from '../../tools/preview/seed/deed';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';
import type { Newcomer } from './support/world';

const REGION = { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' };

describe('after submitting', () => {
  const { stage, journey } = journeys();

  const handsInAgain = async (phone: PhonePage, organisation: string): Promise<void> => {
    await phone.fills('申请转入组织', organisation);
    await phone.taps('下一步，检查一遍');
    await phone.taps('确认提交');
    await phone.sees('等学院审批', '第 2 次提交');
  };

  journey('a refusal leads through the coach to a second attempt; the first stays visible', async () => {
    const phone = await stage.phone('赵一鸣', { page: 'pages/track/track' });
    await phone.sees('对方为什么退回？');
    await phone.tapsExactly('组织选错了');
    await phone.sees('选错组织，这样改');
    await phone.taps('改好，重新提交');
    // Started anew on 智慧团建, so it takes a new picture of that page.
    await phone.taps('就是刚才');
    await phone.attaches('选截图', SCREENSHOT);
    await handsInAgain(phone, '云栖软件园第一联合团支部');
    await phone.sees('组织选错了，对方说不归他们管', '你第 2 次提交了申请');
    // Fifteen days from the second 06-12, not from the first 06-03.
    await phone.sees(/^6月27日 09:4\d 截止/);
  });

  journey('what the college sends back is mended and handed in again', async () => {
    const reason = '截图看不清';
    await stage.world.does({ who: '周岚', does: 'decide', about: '方元', decision: 'return', reason });
    const phone = await stage.phone('方元');
    await phone.sees('学院退回，要改一处');
    await phone.taps('去修改');
    await phone.sees(`原因：${reason}`);
    await handsInAgain(phone, '启明轨道交通设备（南京）有限公司第一团支部');
  });

  journey('a withdrawal leads back to choosing a way', async () => {
    const phone = await stage.phone('方元', { page: 'pages/track/track' });
    await phone.taps('撤回这次申请');
    await phone.tapsExactly('已经撤回了');
    await phone.sees('已撤回');
    await phone.taps('首页');
    await phone.tapsExactly('重新选');
    for (const answer of ['还没定，或者是别的情况', '参军入伍']) {
      await phone.picks(answer);
    }
    await phone.taps('就按这个办');
    await phone.taps(/^报给学院$/);
    await phone.sees('已报学院', '你撤回了申请');
  });

  /** Somebody new whose transfer was begun on 智慧团建 at this moment, and approved. */
  const isOnTheWay = async (initiatedAt: string): Promise<Newcomer> => {
    const { world } = stage;
    const person = await world.arrived();
    const organisation = '澄江智能装备（上海）有限公司团支部';
    await world.does({
      who: person.name,
      does: 'submit',
      wayId: 'employed',
      routeId: 'direct',
      fields: { organisation, region: REGION, initiatedAt: chinaTime(initiatedAt) },
      screenshot: true,
    });
    await world.does({ who: '周岚', does: 'decide', about: person.name, decision: 'approve' });
    return person;
  };

  const openTimedOut = async (who: string | Newcomer, moment: string): Promise<PhonePage> => {
    await stage.world.jumpsTo(moment);
    const phone = await stage.phone(who, { page: 'pages/track/track' });
    await phone.sees('智慧团建现在显示什么？', /按规则团关系应该已经自动转入你申请的组织/);
    return phone;
  };

  journey('past the deadline “auto-accept” is only the proposal: arrived, it says', async () => {
    // Fifteen days from 06-03.
    const phone = await openTimedOut('林晚', '06-19 09:30');
    await phone.taps('还显示审批中');
    await phone.sees('再等一天，同时问对方');
    await phone.taps('上一题');
    await phone.taps('我登录不了');
    await phone.sees('先找回密码');
    await phone.taps('上一题');
    await phone.taps('已经转到新的团支部');
    await phone.taps('对方已接收');
    await phone.sees(/^智慧团建显示已经转入了？/);
    await phone.tapsExactly('是，已接收');
    await phone.sees('还差最后一步：《团员证》转出');
    await phone.taps('首页');
    await phone.sees('对方已经接收你');
  });

  journey('past the deadline “auto-accept” is only the proposal: returned, it says', async () => {
    const phone = await openTimedOut(await isOnTheWay('06-12 09:00'), '06-28 09:30');
    await phone.taps('还在学校，申请被退回');
    await phone.taps('申请退回来了');
    await phone.taps('到期没有处理，自动退回');
    await phone.tapsExactly('报告被退回');
    await phone.sees('你报告：到期退回来了');
    await phone.taps('首页');
    await phone.taps('重新发起');
    await phone.sees('系统退回来了', '到期没有处理，自动退回');
  });

  journey('the committee changes to the national rulebook, with ten days for the receiver', async () => {
    await stage.world.goesByTenDays();
  });

  const openTimedOutNationally = async (initiatedAt: string, moment: string): Promise<PhonePage> => {
    const person = await isOnTheWay(initiatedAt);
    await stage.world.jumpsTo(moment);
    const phone = await stage.phone(person, { page: 'pages/track/track' });
    await phone.sees('智慧团建现在显示什么？', '10 天到期，还没有结果', /系统会把申请退回/);
    return phone;
  };

  journey('under the national rulebook ten days pass and the transfer comes back', async () => {
    const phone = await openTimedOutNationally('06-19 09:00', '06-29 09:30');
    await phone.taps('还在学校，申请被退回');
    await phone.taps('申请退回来了');
    await phone.taps('到期没有处理，自动退回');
    await phone.tapsExactly('报告被退回');
    await phone.sees('到期没有处理，自动退回');
    await phone.taps('首页');
    await phone.sees('重新发起');
  });

  journey('under the national rulebook a receiver may still have been in time', async () => {
    const phone = await openTimedOutNationally('06-19 21:00', '06-29 21:30');
    await phone.taps('已经转到新的团组织');
    await phone.taps('对方已接收');
    await phone.sees(/^智慧团建显示对方已接收？/);
    await phone.tapsExactly('是，已接收');
    // A letter may be left besides.
    await phone.sees(/^还差(最后一步：)?《团员证》/);
  });
});
