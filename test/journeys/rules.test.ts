import { MINUTE_MS } from '../../miniprogram/domain/calendar/china-time';
import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { ADMINISTRATOR } from '../../tools/preview/seed/college';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

const GUIDE = { page: pagePath('wayResult', { way: 'further-study', route: 'direct' }) };
const SENTENCE = '团关系从现在的团支部转到新学校学院的团支部';

const { stage, journey } = journeys();

const turns = async (phone: PhonePage, row: string): Promise<void> => {
  await phone.sees(row);
  const cell = phone.page.locator('.cell').filter({ hasText: row });
  await phone.tap(cell.locator('[role=switch], .t-switch').first());
};

describe('the rules', () => {
  journey('are changed, tried, published and taken back without a deployment', async () => {
    const committee = await stage.phone(ADMINISTRATOR.name, { page: pagePath('teacherRules') });
    await committee.sees('全校的规则', '还没有改过', '没有改动');

    // A sentence and a date.
    await committee.taps('研究生升学');
    await committee.fills('说明', '先问新学校，再来办。');
    await committee.choosesRegion('不限', ['9月', '1日']);
    await committee.sees('9月1日', '原文');
    await committee.tapsExactly('存进草稿');
    await committee.sees('第 1 版，草稿', '已改 2 处');

    // A route and a step.
    await turns(committee, '延迟毕业');
    await committee.tapsExactly('手续');
    await turns(committee, '《团员证》转出');
    await committee.sees('已改 4 处');

    // Nobody sees a draft; whoever prepares it walks through it.
    const before = await stage.phone('何牧', GUIDE);
    await before.sees(SENTENCE);
    await committee.taps('走一遍看看');
    await committee.sees('这是草稿', '毕业以后，你去哪里？');
    await committee.taps('还没定，或者是别的情况');
    await committee.sees('参军');
    await committee.seesNo('延迟毕业');
    await committee.goesBack();
    await committee.goesBack();

    await committee.taps('发布为第 1 版');
    await committee.sees('先问新学校', '已经发起的');
    await committee.tapsExactly('发布这一版');
    await committee.sees('第 1 版', '没有改动');
    // Other instances of a function keep what is published for a minute.
    await stage.world.advances(MINUTE_MS);

    const graduate = await stage.phone('何牧', GUIDE);
    await graduate.sees('先问新学校，再来办。');
    await graduate.tapsExactly('就按这个办');
    await graduate.sees('9月1日');

    await committee.taps('以前的版本');
    await committee.sees('原来的规则', '现在用的', '研究生升学：从哪天起可以办：从“不限”改成“9月1日”');
    await committee.tapsExactly('换回这一版');
    await committee.sees('第 2 版');
    await stage.world.advances(MINUTE_MS);
    const after = await stage.phone('林晚', GUIDE);
    await after.sees(SENTENCE);

    const audit = await stage.phone(ADMINISTRATOR.name, { page: pagePath('teacherAudits') });
    await audit.sees('发布了新的规则');
  });
});
