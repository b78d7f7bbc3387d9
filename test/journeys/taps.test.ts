import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { SCREENSHOT } from '../../tools/preview/seed/play';
import { ZHANGJIANG } from '../../tools/preview/seed/tell';
import type { Locator } from 'playwright-core';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

/** From the page that asks who one is to what was handed in, WeChat's own sheets included. */
const MOST_TAPS = 20;
/** The picture in WeChat's album, which the browser chooses without a tap. */
const IN_THE_ALBUM = 1;

interface Walk {
  readonly answers: readonly string[];
  readonly organisation: string;
}

const EMPLOYED: Walk = {
  answers: ['毕业后工作', '有，我能问到团支部的全称'],
  organisation: '澄江智能装备（上海）有限公司团支部',
};
const NO_JOB: Walk = {
  answers: ['毕业后工作', '没有', '户籍地的街道、乡镇'],
  organisation: '上海市浦东新区张江镇学社衔接临时团支部',
};

/** Beside one tap for each of those who wait: opening them, and WeChat's sheet when reminders run short. */
const MOST_BESIDE = 5;
/** From the desk to a code that is issued. */
const MOST_FOR_CODE = 4;
const COLLEAGUES = 4;
/** Of a phone's screen, and of a picture on it, px. */
const HEIGHT = 844;
const WORTH_SEEING = 160;

describe('the taps it takes', () => {
  const { stage, journey } = journeys();

  const handsIn = async ({ answers, organisation }: Walk): Promise<number> => {
    const { openid, studentNumber, name, inviteCode } = stage.world.newcomer();
    const phone: PhonePage = await stage.phone({ openid }, { page: pagePath('signIn') });
    await phone.types('校园卡上的学号', studentNumber);
    await phone.types('和学籍上的一样', name);
    await phone.types('照着填，不分大小写', inviteCode);
    await phone.taps('我已阅读并同意');
    await phone.tapsExactly('登录');
    await phone.taps('我已经能登录了');
    for (const answer of answers) await phone.picks(answer);
    await phone.taps('就按这个办');
    await phone.choosesRegion('选到街道、乡镇', ['上海市', '浦东新区', '张江镇']);
    await phone.tap(phone.page.getByLabel('申请转入组织', { exact: true }));
    await phone.fills('申请转入组织', organisation);
    await phone.taps('就是刚才');
    await phone.attaches('选截图', SCREENSHOT);
    await phone.sees('第 1 张，已上传');
    await phone.taps('下一步，检查一遍');
    await phone.taps('确认提交');
    await phone.sees('等学院审批');
    return (await phone.heard()).taps + IN_THE_ALBUM;
  };

  journey('from signing in to submitted, whoever has a job needs no more than twenty', async () => {
    expect(await handsIn(EMPLOYED)).toBeLessThanOrEqual(MOST_TAPS);
  });

  journey('from signing in to submitted, whoever has none needs no more than twenty', async () => {
    expect(await handsIn(NO_JOB)).toBeLessThanOrEqual(MOST_TAPS);
  });

  const handIn = async (names: readonly string[]): Promise<void> => {
    const initiatedAt = await stage.world.now();
    const fields = { organisation: EMPLOYED.organisation, region: ZHANGJIANG, initiatedAt };
    for (const who of names) {
      await stage.world.does({ who, does: 'signIn' });
      await stage.world.does({ who, does: 'confirmLogin' });
      await stage.world.does({
        who,
        does: 'submit',
        wayId: 'employed',
        routeId: 'direct',
        fields,
        screenshot: true,
      });
    }
  };

  /** Whether somebody who does not scroll sees the upper part of it. */
  const isInSight = async (target: Locator): Promise<boolean> => {
    const box = await target.boundingBox();
    return box !== null && box.y >= 0 && box.y + Math.min(box.height, WORTH_SEEING) <= HEIGHT;
  };

  /** Approves as many as there are, one after the other; answers the taps it took. */
  const approves = async (phone: PhonePage, count: number, shows: string | RegExp): Promise<number> => {
    for (let number = 1; number <= count; number += 1) {
      await phone.sees(new RegExp(`^第 ${number} [位条]，`));
      const button = phone.text(/^批准(，看下一[位条])?$/);
      await button.waitFor({ state: 'visible' });
      expect(await isInSight(phone.text(shows))).toBe(true);
      expect(await isInSight(button)).toBe(true);
      await phone.tap(button);
    }
    await phone.sees(/批准了/);
    return (await phone.heard()).taps;
  };

  journey('a branch that approves first, and then the college, tap once for each', async () => {
    const { world } = stage;
    await world.goesByTenDays([{ setting: 'approvals', option: 'secretary-first' }]);
    const names = world
      .strangersOf('通信2201团支部')
      .slice(0, COLLEAGUES)
      .map(({ name }) => name);
    await handIn(names);
    const secretary = await stage.phone('许嘉宁', { page: pagePath('secretaryDesk', { tab: 'branch' }) });
    await secretary.taps(`${COLLEAGUES} 人等你审批`);
    const hers = await approves(secretary, COLLEAGUES, /^学号/);
    expect(hers - COLLEAGUES).toBeLessThanOrEqual(MOST_BESIDE);

    const teacher = await stage.phone('周岚', { page: pagePath('teacherDesk') });
    await teacher.taps(/^审批 \d+$/);
    await teacher.taps(/^审批，/);
    const ours = await approves(teacher, COLLEAGUES, '转出页面截图');
    expect(ours - COLLEAGUES).toBeLessThanOrEqual(MOST_BESIDE);
  });

  journey('a code is issued within four taps of the desk', async () => {
    const secretary = await stage.phone('许嘉宁', { page: pagePath('secretaryDesk') });
    await secretary.types('照着系统上的填', '906118');
    await secretary.taps('发给何牧');
    await secretary.sees('今天发出的', /还没看/);
    expect((await secretary.heard()).taps).toBeLessThanOrEqual(MOST_FOR_CODE);
  });
});
