import { BATCH_REASONS } from '../../../../../../miniprogram/contract/teacher/queue';
import {
  toPreviewView,
  toResultView,
  type BatchPreview,
} from '../../../../../../miniprogram/packages/teacher/queue/batch-sheet/view';
import { RULEBOOKS, rulebookOf } from '../../../../../../miniprogram/rulebooks';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 12, 2, 0);
const rulebook = rulebookOf('usst-2020') ?? RULEBOOKS[0]!;

const included = (name: string, daysLeft: number | null): BatchPreview['included'][number] => ({
  transferId: name,
  version: 3,
  memberName: name,
  branchName: '通信2201团支部',
  wayId: 'employed',
  routeId: 'direct',
  organisation: daysLeft === null ? null : '某某有限公司团支部',
  deadlineAt: daysLeft === null ? null : NOW + daysLeft * DAY,
  unchecked: 0,
  picture: null,
});
const excluded = (
  name: string,
  reasons: BatchPreview['excluded'][number]['reasons'],
  findings: string[] = [],
): BatchPreview['excluded'][number] => ({
  transferId: name,
  memberName: name,
  branchName: '通信2201团支部',
  reasons,
  findings,
});
const preview = (part: Partial<BatchPreview>): BatchPreview => ({
  included: [],
  excluded: [],
  now: NOW,
  ...part,
});

describe('before a batch', () => {
  it('names what it takes, with the name to look at and the days left', () => {
    const view = toPreviewView(
      preview({ included: [included('陈可', 2), included('吴桐', 0)] }),
      'approve',
      rulebook,
    );
    expect(view).toMatchObject({ title: '批准这 2 条', confirm: '批准 2 条', excludedTitle: '' });
    expect(view.included.map(({ name, branch, lines, days }) => [name, branch, lines, days])).toEqual([
      ['陈可', '通信2201', ['某某有限公司团支部'], '还剩 2 天'],
      ['吴桐', '通信2201', ['某某有限公司团支部'], '今天截止'],
    ]);
  });

  it('names the way where there is no organisation', () => {
    const army = { ...included('蒋宁', null), wayId: 'army' as const };
    const [row] = toPreviewView(preview({ included: [army] }), 'record', rulebook).included;
    expect(row).toMatchObject({ lines: ['参军入伍'], days: '' });
  });

  it('says for each that is left out why', () => {
    const view = toPreviewView(
      preview({
        included: [included('陈可', 2)],
        excluded: [
          excluded('甲', ['no-screenshot', 'clock-over']),
          excluded('乙', ['name'], ['好像还差后半截']),
          excluded('', ['not-found']),
        ],
      }),
      'approve',
      rulebook,
    );
    expect(view.excludedTitle).toBe('3 条要你单独看');
    expect(view.excluded.map(({ name, lines }) => [name, lines])).toEqual([
      ['甲', ['没有截图', '接收期限已经过了']],
      ['乙', ['好像还差后半截']],
      ['找不到的一条', ['找不到这一条了']],
    ]);
  });

  it('offers nothing to confirm when nothing can be taken', () => {
    const view = toPreviewView(
      preview({ excluded: [excluded('甲', ['no-screenshot'])] }),
      'approve',
      rulebook,
    );
    expect(view).toMatchObject({ title: '没有能一起批准的', confirm: '' });
  });

  it.each(BATCH_REASONS)('has words for %s', (reason) => {
    const [row] = toPreviewView(
      preview({ excluded: [excluded('甲', [reason])] }),
      'approve',
      rulebook,
    ).excluded;
    expect(row?.lines).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/)]);
  });
});

describe('after a batch', () => {
  const results = (...done: boolean[]) => ({
    results: done.map((each, index) => ({
      transferId: ['陈可', '吴桐'][index] ?? '',
      done: each,
      reasons: each ? [] : (['changed'] as const).slice(),
      state: null,
    })),
    now: NOW,
  });
  const seen = preview({ included: [included('陈可', 2), included('吴桐', 3)] });

  it('says that all went well', () => {
    expect(toResultView(results(true, true), seen, 'approve')).toMatchObject({
      title: '批准了 2 条',
      text: '都办好了，本人会收到消息。',
      excluded: [],
      confirm: '',
    });
  });

  it('names those that changed meanwhile', () => {
    const view = toResultView(results(true, false), seen, 'approve');
    expect(view).toMatchObject({ title: '批准了 1 条', excludedTitle: '1 条没有批准' });
    expect(view.excluded).toMatchObject([{ name: '吴桐', lines: ['刚刚有了变化'] }]);
  });

  it('does not call nothing a success', () => {
    expect(toResultView(results(false, false), seen, 'record').title).toBe('一条也没有登记');
  });
});

it('tells people of one name apart by their numbers, whichever part of the batch they are in', () => {
  const seen = preview({
    included: [{ ...included('张伟', 3), studentNumber: '2210320101' }, included('李雷', 3)],
    excluded: [{ ...excluded('张伟', ['no-screenshot']), studentNumber: '2210320102' }],
  });
  const view = toPreviewView(seen, 'approve', rulebook);
  expect(view.included.map(({ name }) => name)).toEqual(['张伟 2210320101', '李雷']);
  expect(view.excluded.map(({ name }) => name)).toEqual(['张伟 2210320102']);
});
