import { accountOf } from '../../tools/preview/seed/play';
import type { Region } from '../../miniprogram/domain/rules/fields/kinds';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

const DESK = 'packages/teacher/desk/desk';
const REGION: Region = { names: ['上海市', '市辖区', '徐汇区', '徐家汇街道'], code: '310104014' };

describe('at the college', () => {
  const { stage, journey } = journeys();

  const teacherOpens = (name = '周岚', page = DESK): Promise<PhonePage> => stage.phone(name, { page });

  /** Somebody who has just submitted, a screenshot with it. */
  const submitter = async (organisation: string): Promise<string> => {
    const { name: who } = await stage.world.arrived();
    const initiatedAt = (await stage.world.now()) - 3_600_000;
    const fields = { organisation, region: REGION, initiatedAt };
    await stage.world.does({
      who,
      does: 'submit',
      wayId: 'employed',
      routeId: 'direct',
      fields,
      screenshot: true,
    });
    return who;
  };

  journey('what is sent back with a reason comes back mended and is approved', async () => {
    const teacher = await teacherOpens();
    await teacher.taps('方元');
    await teacher.sees('申请转入组织', '转出页面截图');
    await teacher.taps('截图看不清');
    await teacher.taps(/^退回$/);
    await teacher.tapsExactly('退回');
    // On to whoever waits next.
    await teacher.sees('吴明远');
    await stage.world.runTimers();
    const [told] = await stage.world.messages(accountOf('方元'));
    // Who has allowed no message reads it in the inbox.
    expect(told).toBeUndefined();

    const graduate = await stage.phone('方元');
    await graduate.sees('学院退回，要改一处', '截图看不清');
    await graduate.taps('去修改');
    await graduate.fills('申请转入组织', '启明轨道交通设备（南京）有限公司第二团支部');
    await graduate.taps('下一步，检查一遍');
    await graduate.taps('确认提交');
    await graduate.sees('等学院审批', '第 2 次提交');

    await stage.world.runTimers();
    const [waiting] = await stage.world.messages(accountOf('周岚'));
    expect(JSON.stringify(waiting)).toContain('方元');
    const notified = await teacherOpens('周岚', waiting?.page ?? '');
    await notified.sees('这是第 2 次提交', /周岚退回过：截图看不清/);
    await notified.taps(/^批准/);
    await graduate.taps('首页');
    await graduate.restarts('pages/track/track');
    await graduate.sees('学院已批准');
  });

  journey('a batch takes what nothing speaks against and names the rest', async () => {
    const odd = await submitter('上海示例科技有限公司');
    const teacher = await teacherOpens();
    await teacher.taps('审批');
    const group = teacher.page.locator('.group').filter({ hasText: '可以晚些' });
    const fine = await submitter('上海示例科技有限公司团支部');
    await teacher.restarts(DESK);
    await teacher.taps('审批');
    await teacher.tap(group.getByText('全选'));
    await teacher.taps(/^批准 \d+ 条$/);
    await teacher.sees('再看一眼名称', '2 条要你单独看', odd, '吴明远', '好像还差后半截');
    const sheet = teacher.view.locator('.sheet').filter({ visible: true });
    await teacher.tap(sheet.getByText(/^批准 \d+ 条$/));
    await teacher.sees(/^批准了 \d+ 条$/, '剩下的还在待办里');
    await teacher.tapsExactly('好');
    // Both stand in the list behind the sheet until it has been loaded anew.
    await teacher.seesNo(fine);
    await teacher.sees(odd);
    const { transfer } = await stage.world.as(fine, 'graduate', 'home', {});
    expect(transfer?.state).toBe('approved');
  });

  journey(
    'several go back at once with one reason; what a colleague was faster with stays approved',
    async () => {
      const [one, other, taken] = await Promise.all([
        submitter('上海示例科技有限公司甲区团支部'),
        submitter('上海示例科技有限公司乙区团支部'),
        submitter('上海示例科技有限公司丙区团支部'),
      ]);
      const teacher = await teacherOpens();
      await teacher.taps('审批');
      for (const who of [one, other, taken])
        await teacher.tap(teacher.page.getByLabel(`选中${who}`, { exact: true }));
      await teacher.sees('已选 3 条');
      await teacher.taps(/^退回$/);
      await teacher.sees('退回这 3 条', '同一个原因会原样发给每个人。');
      const { transfer } = await stage.world.as(taken, 'graduate', 'home', {});
      const { id: transferId, version } = transfer!;
      const decision = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
      await stage.world.as('梁清和', 'teacher', 'decide', decision);
      await teacher.taps('截图看不清');
      await teacher.tapsExactly('退回 3 条');
      await teacher.view.locator('body').getByText('退回了 2 条，其余的刚刚有了变化').waitFor();
      expect((await stage.world.as(taken, 'graduate', 'home', {})).transfer?.state).toBe('approved');
      for (const who of [one, other]) {
        const graduate = await stage.phone(who);
        await graduate.sees('学院退回，要改一处', '截图看不清');
      }
    },
  );

  journey('of two teachers at once the second is told what the first decided', async () => {
    const who = await submitter('云栖软件园第二团支部');
    const [first, second] = await Promise.all([teacherOpens('周岚'), teacherOpens('梁清和')]);
    for (const teacher of [first, second]) {
      await teacher.taps(who);
      await teacher.sees('申请转入组织');
    }
    await first.taps(/^批准/);
    await first.seesNo(who);
    await second.taps('名称不完整');
    await second.taps(/^退回$/);
    await second.tapsExactly('退回');
    await second.sees(/周岚，批准转出。你的决定没有记下/, '等对方接收');
    const { transfer } = await stage.world.as(who, 'graduate', 'home', {});
    expect(transfer).toMatchObject({ state: 'approved', reason: null });
  });

  journey(
    'people are looked up one by one beside 智慧团建, approved at the end, and taken back',
    async () => {
      const who = await submitter('上海示例科技有限公司丁区团支部');
      const { items } = await stage.world.as('周岚', 'teacher', 'checkList', {});
      const teacher = await teacherOpens('周岚', 'packages/teacher/queue/check/check');
      for (const { memberName } of items) {
        await teacher.sees(memberName, '在智慧团建里粘贴姓名，看列表里有没有这一条。');
        await teacher.taps(memberName === who ? /^有/ : /^没有/);
      }
      await teacher.sees(`${items.length} 人核对完`, '请本人发起');
      await teacher.taps('批准 1 人');
      await teacher.sees('批准了 1 人');
      expect((await stage.world.as(who, 'graduate', 'home', {})).transfer?.state).toBe('approved');
      await teacher.taps('全部撤回');
      await teacher.sees('1 人都撤回了');
      expect((await stage.world.as(who, 'graduate', 'home', {})).transfer?.state).toBe('submitted');
    },
  );

  journey('a list pasted out of 智慧团建 puts back who still stands in it', async () => {
    const stateOf = async () => (await stage.world.as('张子衿', 'graduate', 'home', {})).transfer?.state;
    expect(await stateOf()).toBe('accepted');
    const teacher = await teacherOpens('周岚', 'packages/teacher/reconcile/reconcile');
    await teacher.taps('换一份');
    await teacher.types('粘贴在这里', '1\t张子衿\t女\t汉族\n2\t陌生人\t男\t汉族');
    await teacher.taps('就用粘贴的');
    await teacher.sees('系统里还在、这里写已转到', '张子衿', '不判断谁已经转走');
    await teacher.taps('改回等接收');
    await teacher.sees(/列表核对 \d+月\d+日/);
    expect(await stateOf()).toBe('approved');
    await teacher.tapsExactly('撤销');
    await teacher.sees('改回等接收');
    expect(await stateOf()).toBe('accepted');
  });

  journey('the card desk scans, stamps, and takes a stamp back', async () => {
    const { pass } = await stage.world.as('张子衿', 'graduate', 'cardPass', {});
    const teacher = await teacherOpens('梁清和', 'packages/teacher/cards/cards');
    await teacher.scans(pass?.token ?? '');
    await teacher.taps('扫二维码');
    await teacher.sees('张子衿', /计算机2203/);
    await teacher.taps('登记好了');
    await teacher.sees('这次登记了 1 人', '登记错了，撤回');
    expect((await stage.world.as('张子衿', 'graduate', 'home', {})).transfer?.state).toBe('completed');
    await teacher.taps('登记错了，撤回');
    await teacher.sees('6月6日 转到');
    expect((await stage.world.as('张子衿', 'graduate', 'home', {})).transfer?.state).toBe('accepted');
    await teacher.types(/姓名、学号/, pass?.digits ?? '');
    // The card found by the scan still stands there, so what is seen does not tell that the search has ended.
    const searched = teacher.tab.waitForResponse('**/client/callFunction');
    await teacher.taps('查找');
    await searched;
    await teacher.sees('张子衿');
    await teacher.scans('https://example.com/not-ours');
    await teacher.taps('扫二维码');
    await teacher.sees('这个码不是团员证二维码');
  });

  journey('every bar of the board leads to as many people as it says', async () => {
    const { funnel } = await stage.world.as('周岚', 'teacher', 'board', {});
    const here = funnel.find(({ step }) => step === 'college')?.reached ?? 0;
    const teacher = await teacherOpens('周岚', `${DESK}?tab=board`);
    await teacher.sees('转接率', '走到哪一步', '都去了哪里', '各支部');
    await teacher.taps('重新统计');
    await teacher.view.locator('body').getByText('数字都对').waitFor();
    await teacher.taps('已报学院');
    await teacher.sees(`共 ${here} 人`, '秦朗');
    await teacher.taps('秦朗');
    await teacher.sees('电信2202团支部', '经过', '去审批');
    await teacher.goesBack();
    await teacher.goesBack();
    await teacher.taps('看名单');
    await teacher.sees(/^22\d{4,}，/);
    await teacher.taps('还没登录系统');
    await teacher.sees('许嘉宁');
  });

  journey('a deadline that passed is settled by what 智慧团建 shows', async () => {
    // Before the college has approved, a clock that runs out is the college's own delay.
    const { transfer: waiting } = await stage.world.as('秦朗', 'graduate', 'home', {});
    await stage.world.as('周岚', 'teacher', 'decide', {
      transferId: waiting?.id ?? '',
      version: waiting?.version ?? 0,
      decision: 'approve',
      seenOnSystem: true,
    });
    await stage.world.jumpsTo('06-19 09:30');
    const teacher = await teacherOpens();
    await teacher.taps('秦朗');
    await teacher.sees('天前到期', '接收期限到了');
    await teacher.taps('已经转到');
    await teacher.sees('秦朗已经转到了？', /远山数据技术（杭州）有限公司团支部/);
    await teacher.tapsExactly('已经转到');
    // On to the next whose days are over.
    await teacher.sees('林晚');
    const { transfer } = await stage.world.as('秦朗', 'graduate', 'home', {});
    expect(transfer?.state).toBe('accepted');
    expect(transfer?.timeline.at(-1)).toMatchObject({ seenOnSystem: true, by: { name: '周岚' } });
  });
});
