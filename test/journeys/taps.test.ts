import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { SCREENSHOT } from '../../tools/preview/seed/play';
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

describe('from signing in to submitted', () => {
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

  journey('whoever has a job needs no more than twenty', async () => {
    expect(await handsIn(EMPLOYED)).toBeLessThanOrEqual(MOST_TAPS);
  });

  journey('whoever has none needs no more than twenty', async () => {
    expect(await handsIn(NO_JOB)).toBeLessThanOrEqual(MOST_TAPS);
  });
});
