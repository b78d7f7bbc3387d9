import path from 'node:path';
import { accountOf } from '../../tools/preview/seed/play';
import { chinaTime } from '../../tools/preview/seed/story';
import { type PhonePage, Stage } from './support/phone-page';

const SCREENSHOT = path.resolve(__dirname, '../../tools/preview/seed/screenshot.png');
const inHand = (name: string) => ({ openid: accountOf(name) });
const REGION = { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' };

describe('after submitting', () => {
  let stage: Stage;
  let passed = false;
  beforeEach(async () => {
    passed = false;
    stage = await Stage.open();
  }, 240_000);
  afterEach(async () => {
    const errors = await stage.clear(passed ? undefined : expect.getState().currentTestName);
    await stage.close();
    expect(errors).toEqual([]);
  });

  const journey = (name: string, run: () => Promise<void>) =>
    it(name, async () => {
      await run();
      passed = true;
    });

  const handsInAgain = async (phone: PhonePage, organisation: string): Promise<void> => {
    await phone.fills('申请转入组织', organisation);
    await phone.taps('下一步，检查一遍');
    await phone.taps('确认提交');
    await phone.sees('等学院审批', '第 2 次提交');
  };

  journey('a refusal leads through the coach to a second attempt; the first stays visible', async () => {
    const phone = await stage.phone(inHand('赵一鸣'), { page: 'pages/track/track' });
    await phone.sees('对方为什么退回？');
    await phone.tapsExactly('组织选错了');
    await phone.sees('选错组织，这样改');
    await phone.taps('改好，重新提交');
    // Started anew on 智慧团建, so it takes a new picture of that page.
    await phone.attaches('选截图', SCREENSHOT);
    await handsInAgain(phone, '云栖软件园第一联合团支部');
    await phone.sees('组织选错了，对方说不归他们管');
  });

  journey('what the college sends back is mended and handed in again', async () => {
    const reason = '截图看不清';
    await stage.world.does({ who: '周岚', does: 'decide', about: '方元', decision: 'return', reason });
    const phone = await stage.phone(inHand('方元'));
    await phone.sees('学院退回，要改一处');
    await phone.taps('去修改');
    await phone.sees(`原因：${reason}`);
    await handsInAgain(phone, '启明轨道交通设备（南京）有限公司第一团支部');
  });

  journey('a withdrawal leads back to choosing a way', async () => {
    const phone = await stage.phone(inHand('方元'), { page: 'pages/track/track' });
    await phone.taps('撤回这次申请');
    await phone.tapsExactly('已经撤回了');
    await phone.sees('已撤回');
  });

  journey(
    'past the deadline “auto-accept” is only the proposal: the graduate says what is shown',
    async () => {
      await stage.world.client.setClock(chinaTime('06-19 09:30'));
      const phone = await stage.phone(inHand('林晚'), { page: 'pages/track/track' });
      await phone.sees('智慧团建现在显示什么？', /按规定.*自动转入|自动转入/);
      await phone.taps('已经转到新的团支部');
      await phone.taps('对方已接收');
      await phone.tapsExactly('是，已接收');
      await phone.sees('办《团员证》转出，带上这些');
    },
  );

  journey('under the national rulebook ten days pass and the transfer comes back', async () => {
    const { world } = stage;
    const season = { id: '2026', name: '2026届', rulebookId: 'national-2024' };
    await world.client.call('o-committee-1', 'teacher', 'openSeason', season);
    const person = await world.arrived();
    await world.does({
      who: person.name,
      does: 'submit',
      wayId: 'employed',
      routeId: 'direct',
      fields: {
        organisation: '澄江智能装备（上海）有限公司团支部',
        region: REGION,
        initiatedAt: chinaTime('06-12 09:00'),
      },
      screenshot: true,
    });
    await world.client.setClock(chinaTime('06-22 09:30'));
    const phone = await stage.phone(person, { page: 'pages/track/track' });
    await phone.sees('智慧团建现在显示什么？', '10 天到期，对方没有处理');
    await phone.taps('还在学校，申请被退回');
    await phone.taps('申请退回来了');
    await phone.taps('到期没有处理，自动退回');
    await phone.tapsExactly('报告被退回');
    await phone.sees('到期没有处理，自动退回');
  });

  journey('without network the last known state is shown, and says so', async () => {
    const phone = await stage.phone(inHand('林晚'));
    await phone.sees('对方还没有接收');
    await phone.goesOffline();
    await phone.tab.route('**/client/callFunction', (route) => route.abort());
    await phone.taps('进度');
    await phone.sees('网络断了', '等对方接收');
  });

  journey('a submission that fails loses nothing and succeeds when tried again, once', async () => {
    const person = await stage.world.arrived();
    await stage.world.client.call(person.openid, 'graduate', 'chooseWay', {
      wayId: 'army',
      routeId: 'direct',
      version: null,
    });
    const phone = await stage.phone(person, { page: 'pages/form/form' });
    await phone.taps('下一步，检查一遍');
    await stage.world.breaks({ action: 'client.callFunction', kind: 'reset', times: 1, match: 'submit' });
    await phone.tapsExactly('报给学院');
    await phone.sees('没提交成功', '没有丢');
    await phone.text(/再试一次/).dblclick();
    await phone.sees('已报学院');
    const { transfer } = await stage.world.client.call(person.openid, 'graduate', 'home', {});
    expect(transfer?.attempt).toBe(1);
  });

  journey('a draft goes on where it stopped, on another phone too', async () => {
    const person = await stage.world.arrived();
    const choice = { wayId: 'employed', routeId: 'direct', version: null } as const;
    await stage.world.client.call(person.openid, 'graduate', 'chooseWay', choice);
    const first = await stage.phone(person, { page: 'pages/form/form' });
    await first.fills('申请转入组织', '远山数据技术（杭州）有限公司团支部');
    await first.choosesRegion('选到街道、乡镇', ['上海市', '浦东新区', '张江镇']);
    await first.sees('已存草稿');
    const second = await stage.phone(person, { page: 'pages/form/form' });
    await second.sees('上海市 浦东新区 张江镇');
    expect(await second.page.getByLabel('申请转入组织', { exact: true }).inputValue()).toBe(
      '远山数据技术（杭州）有限公司团支部',
    );
  });
});

describe('coming in', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  }, 240_000);
  afterAll(() => stage.close());

  const fillsIn = async (phone: PhonePage, number: string, name: string, code: string): Promise<void> => {
    await phone.types('校园卡上的学号', number);
    await phone.types('和学籍上的一样', name);
    await phone.types('照着填，不分大小写', code);
    await phone.tapsExactly('登录');
  };

  it('says what is wrong under the field, and locks after too many tries', async () => {
    const person = stage.world.newcomer();
    const phone = await stage.phone(person);
    await phone.taps('我已阅读并同意');
    await fillsIn(phone, '99999999', person.name, person.inviteCode);
    await phone.sees(/名单里没有/);
    await fillsIn(phone, person.studentNumber, '张三', person.inviteCode);
    await phone.sees(/姓名/);
    for (let wrong = 0; wrong < 3; wrong += 1)
      await fillsIn(phone, person.studentNumber, person.name, `WRONG${wrong}`);
    await fillsIn(phone, person.studentNumber, person.name, person.inviteCode);
    await phone.sees(/分钟/);
  });
});
