import { journeys } from './support/journeys';
import { untilSo } from './support/patience';
import type { PhonePage } from './support/phone-page';

const ORGANISATION = '远山数据技术（杭州）有限公司团支部';

describe('with lost networks, hasty fingers and other phones', () => {
  const { stage, journey } = journeys();

  /** Somebody before the form of a way they have chosen. */
  const openForm = async (wayId: 'army' | 'employed') => {
    const person = await stage.world.arrived();
    const choice = { wayId, routeId: 'direct', version: null } as const;
    await stage.world.client.call(person.openid, 'graduate', 'chooseWay', choice);
    return { person, phone: await stage.phone(person, { page: 'packages/graduate/form/form' }) };
  };
  const attemptsOf = async ({ openid }: { openid: string }) =>
    (await stage.world.client.call(openid, 'graduate', 'home', {})).transfer?.attempt;
  const keepsOrganisation = (phone: PhonePage) =>
    untilSo(async () =>
      expect(await phone.page.getByLabel('申请转入组织', { exact: true }).inputValue()).toBe(ORGANISATION),
    );

  journey('without network the last known state is shown, says so, and comes back to life', async () => {
    const phone = await stage.phone('林晚');
    await phone.sees('对方还没有接收');
    await phone.goesOffline();
    await phone.taps('进度');
    await phone.sees('网络断了', '等对方接收');
    await phone.taps('首页');
    await phone.sees(/网络断了，下面是 \d\d:\d\d 的内容/, '对方还没有接收');
    await phone.goesOffline(false);
    await phone.taps('重试');
    await phone.seesNo(/网络断了/);
  });

  journey('a mini-program opened without a cloud shows what it knew', async () => {
    const phone = await stage.phone('林晚');
    await phone.sees('对方还没有接收');
    await phone.tab.route('**/client/callFunction', (route) => route.abort());
    await phone.restarts();
    await phone.sees('网络断了', '对方还没有接收');
  });

  journey('a submission that fails loses nothing and succeeds when tried again', async () => {
    const { person, phone } = await openForm('army');
    await stage.world.breaks({ action: 'client.callFunction', kind: 'reset', times: 1, match: 'submit' });
    await phone.tapsExactly('报给学院');
    await phone.sees('没提交成功', '没有丢');
    await phone.taps('再试一次');
    await phone.sees('已报学院');
    expect(await attemptsOf(person)).toBe(1);
  });

  journey('a submission whose answer is lost has happened all the same', async () => {
    const { person, phone } = await openForm('army');
    const lost = { action: 'client.callFunction', kind: 'reset', times: 1, match: 'submit', when: 'after' };
    await stage.world.breaks(lost);
    await phone.tapsExactly('报给学院');
    await phone.sees('没提交成功');
    await phone.taps('再试一次');
    await phone.sees('已报学院');
    expect(await attemptsOf(person)).toBe(1);
  });

  journey('a double tap hands in once', async () => {
    const { person, phone } = await openForm('army');
    await phone.page.getByText('报给学院', { exact: true }).last().dblclick();
    await phone.sees('已报学院');
    expect(await attemptsOf(person)).toBe(1);
    await phone.seesNo('第 2 次提交');
  });

  journey('going back and opening the form again keeps what was typed', async () => {
    const { phone } = await openForm('employed');
    await phone.restarts();
    await phone.taps('继续填写');
    await phone.fills('申请转入组织', ORGANISATION);
    await phone.goesBack();
    await phone.taps('继续填写');
    await phone.sees('还差单位所在地');
    await keepsOrganisation(phone);
  });

  journey('a draft goes on where it stopped, on another phone too', async () => {
    const { person, phone } = await openForm('employed');
    await phone.fills('申请转入组织', ORGANISATION);
    await phone.choosesRegion('选到街道、乡镇', ['上海市', '浦东新区', '张江镇']);
    await phone.sees('已存草稿');
    const other = await stage.phone(person, { page: 'packages/graduate/form/form' });
    await other.sees('上海市 浦东新区 张江镇');
    await keepsOrganisation(other);
  });
});
