import { MINUTE_MS } from '../../miniprogram/domain/calendar/china-time';
import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { ADMINISTRATOR } from '../../tools/preview/seed/college';
import { accountOf } from '../../tools/preview/seed/play';
import { journeys } from './support/journeys';

const COMMITTEE = ADMINISTRATOR.name;
/** Until what is changed holds on every instance. */
const EVERYWHERE_MS = MINUTE_MS + 1000;
const SEASON = { page: pagePath('teacherDesk', { tab: 'season' }) };

const { stage, journey } = journeys();

describe('the season', () => {
  journey('is changed by the committee only after a look at what that would do', async () => {
    const committee = await stage.phone(COMMITTEE, SEASON);
    await committee.fills('公告', '6月20日下午团委不办公，有事请上午来。');
    await committee.taps('先看看会怎样');
    await committee.tapsExactly('再改改');
    const before = await stage.phone('何牧');
    await before.sees('何牧');
    await before.seesNo('团委不办公');

    await committee.taps('先看看会怎样');
    await committee.tapsExactly('就这样，保存');
    await committee.seesNo('就这样，保存');
    await stage.world.advances(EVERYWHERE_MS);
    const after = await stage.phone('何牧');
    await after.sees('团委不办公');
    const teacher = await stage.phone('周岚', SEASON);
    await teacher.sees('团委不办公', '22:00 到第二天 08:00', '改规则');
  });

  journey('has an own deadline and an own announcement in a college, as its graduates see', async () => {
    const teacher = await stage.phone('周岚', SEASON);
    await teacher.sees('6月30日 23:59 截止', '和学校同一天截止');
    await teacher.choosesRegion('和学校一样', ['20日']);
    await teacher.sees('2026年6月20日');
    await teacher.fills('学院通知', '6月20日前办完的，团员证当天盖章。');
    await teacher.taps('先看看会怎样');
    await teacher.sees(/6月30日 23:59 → 6月20日 23:59/, '马上出现在本院同学的首页', /人，提醒跟着改/);
    // Another college saves meanwhile: this one has to look again.
    const { client } = stage.world;
    const { season } = await client.call(accountOf('苏明远'), 'teacher', 'season', {});
    const { colleges } = await client.call(accountOf(COMMITTEE), 'teacher', 'colleges', {});
    const collegeId = colleges.find(({ name }) => name === '经济管理学院')?.id ?? '';
    await client.call(accountOf('苏明远'), 'teacher', 'saveCollegeSeason', {
      collegeId,
      version: season.version,
      changes: { announcement: '经管学院周三不办公' },
    });
    await teacher.tapsExactly('就这样，保存');
    await teacher.sees('刚才有人也改了本季设置');
    await teacher.taps('先看看会怎样');
    await teacher.tapsExactly('就这样，保存');
    await teacher.sees('6月20日 23:59 截止', '学校 6月30日截止，本院早 10 天');
    await teacher.seesNo('经管学院');
    await stage.world.advances(EVERYWHERE_MS);

    const graduate = await stage.phone('何牧');
    await graduate.sees('学校通知', '学院通知', '团员证当天盖章', /6月20日前办完/);
    const committee = await stage.phone(COMMITTEE, SEASON);
    await committee.sees('6月30日 23:59 截止', '学院自己的设置', '6月20日截止', '经管学院周三不办公');
  });

  journey('is cleared away once the next one is open, by whoever types its name', async () => {
    const graduate = await stage.phone('何牧');
    await graduate.sees('何牧');
    const committee = await stage.phone(COMMITTEE, SEASON);
    await committee.taps('往届数据');
    await committee.sees('还没有往届');
    await committee.goesBack();
    await committee.taps('开新的一季');
    await committee.tapsExactly('全国现行流程');
    await committee.tapsExactly('开始这一季');
    // The sheet asks the same questions: it has to be gone.
    await committee.text('哪一届').waitFor({ state: 'hidden' });
    await committee.sees('2027届毕业季', '各校做法不一样的地方');
    await committee.taps('最晚哪天发起？');
    await committee.tapsExactly('6月30日');
    await committee.taps('先看看会怎样');
    await committee.sees('8月31日 → 6月30日', '8月31日 23:59 → 6月30日 23:59');
    await committee.tapsExactly('就这样，保存');
    await committee.sees('6月30日 23:59 截止');
    await committee.taps('往届数据');
    await committee.taps('资料还留着');
    await committee.sees('会删掉', '会留下', '统计数字', /人的资料/);
    // Without the name nothing happens.
    await committee.taps(/人的资料/);
    await committee.sees('现在还什么都没有删');
    await committee.fills('写下2026届', '2026届');
    await committee.taps(/人的资料/);
    // A whole college goes, person by person.
    // A whole college goes, person by person: on a busy machine that takes its time.
    await committee.text('清理完了').waitFor({ timeout: 150_000 });
    await committee.sees('删掉了', '留下了', '保留关系、参军或暂缓');
    await committee.tapsExactly('回到往届');
    await committee.sees(/清理过/);
    await graduate.restarts();
    await graduate.sees('登录');
  });
});
