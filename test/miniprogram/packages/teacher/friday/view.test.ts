import { BOARD_WITH_MEASURE, FULL_BOARD } from '../../../../../tools/shots/cases/board-replies';
import type { Board } from '../../../../../miniprogram/packages/teacher/board/board-panel/board';
import { behindIn, nextTarget } from '../../../../../miniprogram/packages/teacher/friday/behind';
import { weekParagraph } from '../../../../../miniprogram/packages/teacher/friday/paragraph';
import { bookView, toFridayView } from '../../../../../miniprogram/packages/teacher/friday/view';

const board = (more: Partial<Board> = {}): Board => ({ ...FULL_BOARD, ...more });
const met = { ...FULL_BOARD.rate, targets: FULL_BOARD.rate.targets.map((one) => ({ ...one, met: true })) };

describe('the paragraph for the group', () => {
  it('says the rate, the week, who is still open and what is missing where', () => {
    expect(weekParagraph(board())).toBe(
      '信息工程学院 6月12日：毕业生团员 258 人（另有 4 人按规定不计入），已转到 186 人，转接率 72.1%，最近 7 天转到 155 人。' +
        '还没转到的 72 人里，等对方接收 18 人，等审批或登记 12 人，要再办一次 5 人，没提交 37 人。' +
        '离 6月30日 80% 还差 21 人，主要在电信2202和计算机2204。',
    );
  });

  it('says what the rules have counted beside the rate, as the page does', () => {
    expect(weekParagraph(BOARD_WITH_MEASURE)).toContain('单位团组织转接率 50.9%（171 人里 87 人）。');
    expect(toFridayView(BOARD_WITH_MEASURE).rate.others).toEqual([
      { label: '单位团组织转接率', percent: '50.9%', line: '171 人里 87 人' },
    ]);
  });

  it('names no gap once every target is met', () => {
    expect(weekParagraph(board({ rate: met }))).not.toContain('还差');
  });

  it('adds up: who has not arrived is told by what they wait for', () => {
    const [, open = '0', parts = ''] = /还没转到的 (\d+) 人里，(.+?)。/.exec(weekParagraph(board())) ?? [];
    const sum = [...parts.matchAll(/(\d+) 人/g)].reduce((total, [, count]) => total + Number(count), 0);
    expect(sum).toBe(Number(open));
  });
});

describe('who is behind', () => {
  it('is whoever misses the next target, most missing first', () => {
    expect(nextTarget(board())?.percent).toBe(80);
    const behind = behindIn(board(), 80);
    expect(behind[0]).toMatchObject({ name: '电信2202', share: '15/31', missing: 10, inCharge: ['秦朗'] });
    expect(behind.map(({ missing }) => missing)).toEqual(
      [...behind.map(({ missing }) => missing)].sort((a, b) => b - a),
    );
    expect(behind.every(({ percent }) => percent < 80)).toBe(true);
  });

  it('counts as the rulebook does: without whom the rate leaves out', () => {
    const [first] = FULL_BOARD.byBranch;
    const one = { ...first!, members: 10, transferred: 9, leftOut: 5 };
    expect(behindIn(board({ byBranch: [one] }), 80)).toEqual([]);
    expect(behindIn(board({ byBranch: [{ ...one, transferred: 8 }] }), 80)).toMatchObject([
      { share: '3/5', percent: 60, missing: 1 },
    ]);
  });

  it('is colleges for the committee', () => {
    const [first] = FULL_BOARD.byBranch;
    const view = toFridayView(
      board({ college: null, byBranch: [], byCollege: [{ ...first!, name: '光电学院' }] }),
    );
    expect(view.behind.map(({ name, who }) => [name, who])).toEqual([['光电学院', '老师秦朗']]);
    expect(view.behindTitle).toBe('没到 80% 的学院');
  });

  it('says who to chase, and where nobody has signed in', () => {
    const { chase, behind } = toFridayView(board());
    expect(chase.split('\n')[1]).toBe('电信2202 15/31，还差 10 人 @秦朗');
    expect(behind.find(({ inCharge }) => inCharge.length === 0)?.who).toBe('团支书还没登录');
  });
});

it('names the day, and how long the target is away', () => {
  expect(toFridayView(board())).toMatchObject({
    title: '6月12日，周五',
    goal: '6月30日要到 80%',
    goalDays: '还有 18 天',
  });
});

it('says what became of the workbook', () => {
  const job = {
    id: 'e',
    kind: 'workbook',
    done: 2,
    total: 9,
    rows: 0,
    url: null,
    fileName: '',
    createdAt: FULL_BOARD.now,
  };
  expect(bookView(null)).toBeNull();
  expect(bookView({ ...job, state: 'running' })).toMatchObject({
    status: '正在做，看完 2 / 9 个支部',
    running: true,
  });
  expect(bookView({ ...job, state: 'done' })).toMatchObject({ status: '09:41 做好，留一天', ready: true });
});
