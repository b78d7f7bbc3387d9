import { formatChina } from '../../miniprogram/domain/calendar/china-time';
import type { Region } from '../../miniprogram/domain/rules/fields/kinds';
import { accountOf } from '../../tools/preview/seed/play';
import { chinaTime } from '../../tools/preview/seed/deed';
import { journeys } from './support/journeys';
import { untilSo } from './support/patience';
import type { PhonePage } from './support/phone-page';
import type { Message } from './support/world';

const SEASON = 'packages/teacher/desk/desk?tab=season';
const MESSAGES = 'pages/messages/messages';
const WEBHOOK = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=';
const REGION: Region = { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' };
/** A morning is when reminders go out; on the first day the afternoon's digests too. */
const DAYS = [
  '06-12 10:00',
  '06-12 16:00',
  ...Array.from({ length: 16 }, (_, index) => `06-${13 + index} 09:00`),
];

/** What a message says and when it came. */
const told = ({ fields, sentAt }: Message): string =>
  `${formatChina(sentAt, 'MM-DD HH:mm')} ${fields[0]?.value ?? ''}`;

describe('notices', () => {
  const { stage, journey } = journeys();

  /** Staff allow a message whenever they finish something. */
  const keepsAllowing = async (who: string, times: number): Promise<void> => {
    for (let tap = 0; tap < times; tap += 1)
      await stage.world.does({ who, does: 'consent', templates: ['task'] });
  };

  /** Somebody whose receiver's clock has run since 06-12 09:00, with so many messages about it allowed. */
  const waits = async (allowed: number): Promise<string> => {
    const { name: who } = await stage.world.arrived();
    for (let tap = 0; tap < allowed; tap += 1)
      await stage.world.does({ who, does: 'consent', templates: ['deadline'] });
    const organisation = '澄江智能装备（上海）有限公司团支部';
    const fields = { organisation, region: REGION, initiatedAt: chinaTime('06-12 09:00') };
    const way = { wayId: 'employed', routeId: 'direct' } as const;
    await stage.world.does({ who, does: 'submit', ...way, fields, screenshot: true });
    return who;
  };

  /** Approved besides: before that the receiver cannot act, and nobody is told to press them. */
  const waitsForReceiver = async (allowed: number): Promise<string> => {
    const who = await waits(allowed);
    await stage.world.does({ who: '周岚', does: 'decide', about: who, decision: 'approve' });
    return who;
  };

  /** One, two and many messages allowed. */
  const waitAll = async (): Promise<string[]> => [
    await waitsForReceiver(1),
    await waitsForReceiver(2),
    await waitsForReceiver(5),
  ];

  /** All messages of somebody about this, oldest first. */
  const messagesOf = async (who: string, title: string): Promise<string[]> => {
    const all = await stage.world.messages(accountOf(who));
    return all
      .filter((message) => message.title === title)
      .map(told)
      .reverse();
  };

  /** On the desk, where the group of 企业微信 can be read while it goes on. */
  const teacherOpensGroup = async (waiting: string): Promise<void> => {
    const desk = await stage.desk();
    await desk.getByText('企业微信群 2 条').click();
    const bubbles = desk.getByRole('dialog', { name: '企业微信群' }).locator('.chat-bubble');
    await bubbles.nth(1).waitFor();
    const said = await bubbles.allInnerTexts();
    expect(said[0]).toContain('这是一条测试消息');
    expect(said[1]).toContain(`${waiting}的转出等你审批`);
    const third = await waits(0);
    await stage.world.runTimers();
    await bubbles.filter({ hasText: `${third}的转出等你审批` }).waitFor();
  };

  journey('a teacher sees what was not sent, sends it again, and lets a robot tell the group', async () => {
    const { world } = stage;
    const invalid = { kind: 'code', code: 47003, message: 'data.thing2.value invalid', match: '等你审批' };
    await world.breaks({ action: 'wx.openApi:subscribeMessage.send', ...invalid });
    const first = await waits(0);
    await world.runTimers();
    await world.mends();
    const lost = await messagesOf('周岚', '待办提醒');

    const teacher = await stage.phone('周岚', { page: SEASON });
    await teacher.sees('有 1 条没发成', '微信不收“提交人”这一项', /条没发出去，最近一次是/);
    await teacher.taps('看看是哪些');
    await teacher.sees(`${first}的转出等你审批`, /^给周岚，6月12日 09:4\d 放弃：/);
    await teacher.taps('重发');
    await teacher.sees('没发成的 0 条');
    await world.runTimers();
    expect(await messagesOf('周岚', '待办提醒')).toHaveLength(lost.length + 1);

    await teacher.taps('设置群机器人');
    await teacher.fills('Webhook 地址', 'https://example.com/?key=12345678');
    await teacher.tapsExactly('保存');
    await teacher.sees(/这不是群机器人的地址/);
    await teacher.fills('Webhook 地址', `${WEBHOOK}0f3a-teachers-group`);
    await teacher.tapsExactly('保存');
    await teacher.sees('群机器人已设置');
    await teacher.taps('发一条试试');
    await teacher.sees('发出去了，到群里看看');
    // Whoever hands in meanwhile may still meet a function that remembers the college without a robot.
    await world.advances(61_000);
    const second = await waits(0);
    await world.runTimers();
    const posts = await world.posts();
    expect(posts.map(({ key }) => key)).toEqual(['0f3a-teachers-group', '0f3a-teachers-group']);
    expect(posts[0]?.content).toContain(`${second}的转出等你审批`);
    expect(posts[1]?.content).toContain('这是一条测试消息');
    await teacherOpensGroup(second);
  });

  /** Titles and dates in somebody's inbox, newest first, as their phone shows them. */
  const inboxOn = async (phone: PhonePage): Promise<string[]> => {
    await phone.sees('全部已读');
    const rows = await phone.page.locator('.cell.top').allInnerTexts();
    return rows.map((row) => row.split('\n').slice(0, 2).reverse().join(' '));
  };

  journey('the page of messages says which of the coming ones WeChat will bring', async () => {
    const phone = await stage.phone(await waits(2));
    await phone.taps('消息');
    await phone.sees('后面还有 4 次', '差 2 次');
    const byWeChat = phone.page.locator('.cell').filter({ hasText: '微信提醒' });
    await untilSo(async () =>
      expect(await byWeChat.allInnerTexts()).toEqual([
        expect.stringContaining('6月24日'),
        expect.stringContaining('6月27日'),
      ]),
    );
  });

  describe('in the days until a deadline', () => {
    let byUsst: string[] = [];
    let byNational: string[] = [];
    beforeAll(async () => {
      const { world } = stage;
      byUsst = await waitAll();
      await world.goesByTenDays();
      byNational = await waitAll();
      // Somebody the college never gets to: that is what the digests are about.
      await waits(0);
      await keepsAllowing('周岚', 10);
      for (const moment of DAYS) await world.jumpsTo(moment);
    });

    const came = (people: readonly string[]) =>
      Promise.all(people.map((who) => messagesOf(who, '团关系转接截止提醒')));

    journey('WeChat’s few messages go to what matters most', async () => {
      expect(await came(byUsst)).toEqual([
        ['06-24 09:00 还剩 3 天，对方还没接收'],
        ['06-24 09:00 还剩 3 天，对方还没接收', '06-27 09:00 到期了，还没有结果'],
        [
          '06-20 09:00 还剩 7 天，对方还没接收',
          '06-24 09:00 还剩 3 天，对方还没接收',
          '06-26 09:00 还剩 1 天，对方还没接收',
          '06-27 09:00 到期了，还没有结果',
        ],
      ]);
      expect(await came(byNational)).toEqual([
        ['06-19 09:00 还剩 3 天，对方还没接收'],
        ['06-19 09:00 还剩 3 天，对方还没接收', '06-22 09:00 到期了，还没有结果'],
        [
          '06-15 09:00 还剩 7 天，对方还没接收',
          '06-19 09:00 还剩 3 天，对方还没接收',
          '06-21 09:00 还剩 1 天，对方还没接收',
          '06-22 09:00 到期了，还没有结果',
        ],
      ]);
    });

    journey(
      'everybody’s inbox has all of them, and the last leads to the question what happened',
      async () => {
        const kept: [string[], string[], RegExp][] = [
          [byUsst, ['昨天', '6月26日', '6月24日', '6月20日'], /按规则团关系应该已经自动转入你申请的组织/],
          [byNational, ['6月22日', '6月21日', '6月19日', '6月15日'], /按规则申请应该已经自动退回/],
        ];
        const titles = ['到期了，看看智慧团建', ...[1, 3, 7].map((days) => `还剩 ${days} 天，对方还没接收`)];
        for (const [people, dates, consequence] of kept) {
          const rows = titles.map((title, index) => `${dates[index]} ${title}`);
          for (const who of people) {
            const phone = await stage.phone(who, { page: MESSAGES });
            await untilSo(async () => {
              const reminders = (await inboxOn(phone)).filter((row) => !row.includes('批准了你的转出'));
              expect(reminders).toEqual(rows);
            });
            await phone.sees(consequence);
            await phone.taps('到期了，看看智慧团建');
            await phone.sees('智慧团建现在显示什么？');
          }
        }
      },
    );

    // A weekend, the Dragon Boat Festival from 06-19 to 06-21, and a weekend again.
    const WORKED = ['15', '16', '17', '18', '22', '23', '24', '25', '26'];

    journey('a teacher’s digest comes by WeChat at 09:00 on working days', async () => {
      const digests = (await messagesOf('周岚', '待办提醒')).filter((text) => text.endsWith('条等了很久'));
      const since = digests.filter((text) => text > '06-12 10:00');
      expect(since.map((text) => text.slice(0, 11))).toEqual(WORKED.map((day) => `06-${day} 09:00`));
    });

    journey('a teacher who allowed none has it in the inbox, on the first afternoon too', async () => {
      const phone = await stage.phone('梁清和', { page: MESSAGES });
      const digests = (await inboxOn(phone)).filter((row) => /有 \d+ 条/.test(row)).reverse();
      expect(digests.map((row) => row.split(' ')[0])).toEqual(['12', ...WORKED].map((day) => `6月${day}日`));
      expect(digests[0]).toMatch(/条在等你$/);
      expect(digests.at(-1)).toMatch(/条等了很久$/);
      await phone.taps(/^有 \d+ 条等了很久/);
      await phone.sees('条等你办');
    });
  });
});
