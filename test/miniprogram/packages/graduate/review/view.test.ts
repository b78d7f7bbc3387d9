import { remindersFor, toReview } from '../../../../../miniprogram/packages/graduate/review/view';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { at, draftOf } from '../../../support/home-responses';

const NOW = at('06-03 10:30');

const FACTS = { now: NOW, seasonOpenedAt: at('05-20 09:00') };
const book = RULEBOOKS[0]!;
const DRAFT = {
  region: { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' },
  organisation: ' 澄江智能装备（上海）有限公司团支部 ',
  initiatedAt: NOW,
  expectedGraduation: '2027-06',
};
const SHOTS = [{ fileId: 'cloud://a', src: 'https://a' }];
const review = (part = {}, draft: Parameters<typeof toReview>[2] = DRAFT, shots = SHOTS) =>
  toReview(book, draftOf(part), draft, shots, { ...FACTS, own: {} });

describe('the last look', () => {
  it('shows the rows in the order of 智慧团建 with what was checked', () => {
    expect(review()?.view.rows.map(({ label, value, check }) => [label, value, check])).toEqual([
      ['去向', '已确定工作单位', 'none'],
      ['接转原因', '工作', 'fine'],
      ['申请转入组织', '澄江智能装备（上海）有限公司团支部', 'fine'],
      ['单位所在地', '上海市 浦东新区 张江镇', 'none'],
      ['发起时间', '6月3日 10:30', 'none'],
    ]);
  });

  it('hands in trimmed fields without those the way forbids', () => {
    expect(review()?.submission).toEqual({
      fields: {
        region: DRAFT.region,
        organisation: '澄江智能装备（上海）有限公司团支部',
        initiatedAt: NOW,
      },
      screenshots: ['cloud://a'],
    });
  });

  it.each([
    ['today', NOW, ''],
    ['before the season opened', at('03-01 09:00'), '你填的发起时间是 2026年3月1日，确定吗？'],
    ['of last year', at('06-03 10:30') - 365 * 86_400_000, '你填的发起时间是 2025年6月3日，确定吗？'],
    ['to come, which is refused anyway', NOW + 86_400_000, ''],
  ])('asks about a start that can be a slip: %s', (_case, initiatedAt, question) => {
    expect(review({}, { ...DRAFT, initiatedAt })?.view.question).toBe(question);
  });

  it('sends no screenshot, place or name for a confidential employer', () => {
    expect(review({ wayId: 'confidential' })?.submission).toEqual({
      fields: { initiatedAt: NOW },
      screenshots: [],
    });
  });

  it.each([
    ['employed', ['学院审批', '对方接收', '《团员证》转出'], '确认提交'],
    ['army', ['学院团委把你记进名单', '上级团组织统一录入，你不用在智慧团建上操作'], '报给学院'],
    ['confidential', ['学院审批', '等上级团组织办理', '《团员证》转出'], '确认提交'],
  ] as const)('says what follows for %s', (wayId, titles, submit) => {
    const view = review({ wayId })?.view;
    expect(view?.next.map(({ title }) => title)).toEqual(titles);
    expect(view?.submit).toBe(submit);
  });

  it('names the last moment and what happens then, by the rulebook', () => {
    for (const each of RULEBOOKS) {
      const step = toReview(each, draftOf(), DRAFT, SHOTS, { ...FACTS, own: {} })?.view.next[1];
      expect(step?.text).toContain(
        each.outcomes[each.timeouts.find(({ days }) => days !== null)?.outcome ?? 'ask'].short,
      );
    }
    expect(review()?.view.next[1]?.text).toContain('最晚 6月18日 10:30');
  });

  it('names the button at whose tap WeChat will ask', () => {
    expect(review({ wayId: 'army' })?.view.reminder.text).toContain('点报给学院时');
    expect(review({ wayId: 'confidential' })?.view.reminder.text).toContain('点提交时');
  });

  it('says of the desk what its rules say', () => {
    for (const each of RULEBOOKS) {
      const { hint, label } = each.offlineSteps.find(({ atDesk }) => atDesk)!;
      const next = toReview(each, draftOf(), DRAFT, SHOTS, { ...FACTS, own: {} })?.view.next;
      expect(next).toContainEqual({ title: label, text: hint });
    }
  });

  it('does not let half a form go', () => {
    expect(review({}, DRAFT, [])?.view.missing).not.toBe('');
    expect(review()?.view.missing).toBe('');
  });

  it('asks consent for deadlines only where a clock runs', () => {
    expect(remindersFor(review()!.route)).toEqual(['deadline', 'progress']);
    expect(remindersFor(review({ wayId: 'army' })!.route)).toEqual(['progress']);
  });
});
