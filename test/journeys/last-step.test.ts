import { text as textOf } from 'node:stream/consumers';
import { journeys } from './support/journeys';
import { untilSo } from './support/patience';
import type { PhonePage } from './support/phone-page';

describe('beside the transfer itself', () => {
  const { stage, journey } = journeys();

  /** Dark pixels of the drawn code: a blank canvas has none. */
  const inkOf = (phone: PhonePage): Promise<number> =>
    phone.page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      let ink = 0;
      for (let at = 0; at < data.length; at += 4)
        if ((data[at] ?? 255) < 64 && data[at + 3] === 255) ink += 1;
      return ink;
    });

  journey(
    'the 《团员证》: the graduate shows the digits, the desk finds and stamps, the page says done',
    async () => {
      const graduate = await stage.phone('刘若溪');
      await graduate.taps('出示二维码');
      await graduate.sees('到学院，请老师扫这个码', '信息工程学院团委，行政楼 203');
      await untilSo(async () => expect(await inkOf(graduate)).toBeGreaterThan(1000));
      const digits = /\d{4} \d{4}/;
      await graduate.sees(digits);
      const [shown = ''] = digits.exec(await graduate.words()) ?? [];

      const teacher = await stage.phone('周岚', { page: 'packages/teacher/cards/cards' });
      await teacher.types(/姓名、学号/, shown);
      await teacher.taps('查找');
      await teacher.sees('刘若溪');
      await teacher.taps('登记好了');
      await teacher.sees('这次登记了 1 人');

      await graduate.restarts('packages/graduate/card/card');
      await graduate.sees('《团员证》转出办好了');
    },
  );

  journey('without a network the code stays until it ends, then the student number is enough', async () => {
    const graduate = await stage.phone('张子衿', { page: 'packages/graduate/card/card' });
    await graduate.sees('扫不出来，就报这串数字');
    await graduate.goesOffline();
    await graduate.taps('《团员证》丢了');
    await graduate.sees('补办表这样填', '江东市第一中学2018级3班团支部');
    await graduate.goesBack();
    await graduate.sees(/^网络断了，下面是/, '扫不出来，就报这串数字');
  });

  journey(
    'a League post stops the transfer until it is settled, then the check goes on to the form',
    async () => {
      const person = await stage.world.arrived();
      const phone = await stage.phone(person, {
        page: 'packages/graduate/way-result/way-result?way=employed&route=direct',
      });
      await phone.taps('接收你的团组织，用的是北京、广东或福建自己的系统吗？');
      // Not asked, as the roster says so; whoever knows better goes back to it.
      for (const question of ['党员', '满', '职务']) {
        await phone.sees(new RegExp(`${question}.*？`));
        if (question !== '职务') await phone.taps(/^上一题$/);
      }
      await phone.tapsExactly('还有');
      await phone.sees('先请学院去掉职务', new RegExp(`我是.+的${person.name}`));
      await phone.taps('复制给老师的话');
      await phone.taps('职务去掉了，接着办');
      for (const answer of ['是', '是其中一个']) await phone.tapsExactly(answer);
      await phone.sees('可以开始了，第一题要选对');
      await phone.taps('去填写');
      await phone.taps('就按这个办');
      await phone.sees('随时可以离开，填了的都留着。');
    },
  );

  journey(
    'over the age limit: the roster says otherwise, so there are words for the teacher and a way on',
    async () => {
      const person = await stage.world.arrived();
      const phone = await stage.phone(person, { page: 'packages/graduate/pre-flight/pre-flight' });
      await phone.taps(/^上一题$/);
      await phone.tapsExactly('满了');
      await phone.taps('去告诉学院');
      await phone.sees('按名单，你还没满 28 岁', /麻烦您核对一下/);
      await phone.taps('没有写错，接着转');
      await phone.sees('毕业以后，你去哪里？');
    },
  );

  journey('my data: seen, kept as a file, deleted, and signed out', async () => {
    const phone = await stage.phone('林晚', { page: 'packages/graduate/my-data/my-data' });
    await phone.sees('名单上的你', '澄江智能装备（上海）有限公司团支部');
    await phone.tapsExactly('存成文件');
    const saved = phone.tab.waitForEvent('download');
    await phone.tapsExactly('保存到电脑');
    const text = await textOf(await (await saved).createReadStream());
    expect(text).toContain('澄江智能装备（上海）有限公司团支部');
    expect(text).toContain('【操作记录】');

    await phone.tap(phone.page.getByText('删除我的数据', { exact: true }).last());
    await phone.tapsExactly('删除');
    await phone.sees('毕业了，团关系怎么转');
  });

  journey('an invite QR opens sign-in with the code filled in', async () => {
    const person = stage.world.newcomer();
    const scene = encodeURIComponent(`invite=${person.inviteCode}`);
    const phone = await stage.phone(person, { page: `pages/sign-in/sign-in?scene=${scene}` });
    await phone.sees('邀请码已经替你填好');
    await phone.types('校园卡上的学号', person.studentNumber);
    await phone.types('和学籍上的一样', person.name);
    await phone.taps('我已阅读并同意');
    await phone.tapsExactly('登录');
    await phone.sees(new RegExp(`^${person.name}，`));
  });
});
