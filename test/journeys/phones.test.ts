/** The oldest phones and a current one, what a phone refuses, and the window of a computer. */
import { FLOOR } from '../../tools/wechat/floor';
import { LIBRARY } from '../../tools/preview/runtime/launch-query';
import { SCREENSHOT } from '../../tools/preview/seed/play';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

const DESK = 'packages/teacher/desk/desk';

/** From the first question to the form of whoever has a job and an organisation to go to. */
const comesToTheForm = async (phone: PhonePage): Promise<void> => {
  await phone.taps('开始选');
  for (const answer of ['毕业后工作', '有，我能问到团支部的全称']) await phone.picks(answer);
  await phone.taps('就按这个办');
  await phone.sees(/^第 3 步，去向：/);
};

const { stage, journey } = journeys();

describe.each([
  ['the oldest WeChat', FLOOR.library],
  ['a current WeChat', LIBRARY],
])('on %s', (_name, library) => {
  journey('what the phone refuses is said in a sentence with a way out', async () => {
    const person = await stage.world.arrived();
    const phone = await stage.phone(person, { library, conditions: ['no-upload', 'no-subscriptions'] });
    await comesToTheForm(phone);
    await phone.attaches('选截图', SCREENSHOT);
    await phone.sees('没传上', '再传一次');
    await phone.restarts('pages/me/me');
    await phone.taps('隐私保护指引');
    await phone.sees('我们存了什么，存多久');
    await phone.taps('看《隐私保护指引》全文');
    await phone.tapsExactly('关闭');
  });
});

describe('at a computer', () => {
  journey(
    'a teacher sends one back in her own words and approves the next, by mouse and keyboard',
    async () => {
      const computer = await stage.phone('周岚', { page: DESK, width: 1100 });
      const column = computer.page.locator('.body').filter({ visible: true }).first();
      expect((await column.boundingBox())?.width).toBeLessThanOrEqual(760);
      await computer.taps('方元');
      await computer.taps('自己写');
      await computer.tap(computer.page.locator('textarea').filter({ visible: true }));
      await computer.tab.keyboard.type('单位名称少了“有限公司”，照营业执照写');
      const send = computer.page.getByText('退回', { exact: true }).filter({ visible: true }).last();
      await computer.tap(send);
      // The list stands beside the person and counts anew.
      await computer.sees('信息工程学院，9 条等你办');
      await computer.tab.mouse.move(550, 400);
      await computer.tab.mouse.wheel(0, 600);
      await computer.taps('陈可');
      // Whoever came next stands there until this one is loaded.
      await computer.sees('这是第 2 次提交');
      // The list beside it has a button of its own for many at once.
      await computer.tap(computer.page.getByText(/^批准/).filter({ visible: true }).last());
      await computer.sees('信息工程学院，8 条等你办');
      const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await computer.tab.evaluate(sideways)).toBe(0);
    },
  );
});
