/** What a file was taken for, and what it leaves open. */
import {
  NO_ANSWERS,
  withBranches,
  withColumn,
} from '../../../../../../miniprogram/packages/teacher/roster/import/answers';
import {
  openQuestions,
  toBranchQuestions,
  toColumnViews,
  toMonthQuestion,
  USE_LABELS,
} from '../../../../../../miniprogram/packages/teacher/roster/import/questions';
import { run } from '../../../../support/roster-run';

const COLUMN = {
  key: '班级',
  letter: 'C',
  heading: '班级',
  samples: ['机制2201', '机制2202'],
  from: 'class' as const,
};

describe('a column', () => {
  const asked = run({
    columns: [
      {
        ...COLUMN,
        key: '学号',
        heading: '学号',
        samples: ['2203310101'],
        use: 'studentNumber',
        from: 'heading',
      },
      { ...COLUMN, use: 'branchName' },
      { ...COLUMN, key: '联系方式', heading: '联系方式', samples: [], use: 'skip', from: 'heading' },
      { ...COLUMN, key: '列E', letter: 'E', heading: '', samples: [], use: 'id-number', from: 'heading' },
    ],
  });

  it('shows what it is taken for, with samples of what is read', () => {
    expect(
      toColumnViews(asked, NO_ANSWERS).map(({ label, tone, samples }) => [label, tone, samples]),
    ).toEqual([
      ['学号', 'on', '2203310101'],
      ['→ 团支部', 'on', '机制2201、机制2202'],
      ['不用，跳过', 'off', ''],
      ['不收，整列不读', 'never', ''],
    ]);
  });

  it('is what she says', () => {
    const said = withColumn(withColumn(NO_ANSWERS, '联系方式', 'birthMonth'), '班级', 'skip');
    const [, branch, phone] = toColumnViews(asked, said);
    expect([branch?.label, phone?.label, USE_LABELS[phone?.index ?? -1]]).toEqual([
      '不用，跳过',
      '→ 出生年月',
      '出生年月',
    ]);
  });
});

describe('spellings of one branch', () => {
  const names = [
    { name: '机制2201团支部', rows: 28, branchId: null },
    { name: '机制22-1班', rows: 2, branchId: null },
  ];
  const all = names.map(({ name }) => name);
  const question = { names, into: '机制2201团支部', answer: null };
  const asked = run({ questions: { graduationMonth: null, branches: [question] } });

  it('are proposed as one and wait for her', () => {
    expect(toBranchQuestions(asked, NO_ANSWERS)).toMatchObject([
      {
        title: '两种写法，一个支部？',
        text: '合成一个的话，都叫机制2201团支部，表里一共 30 行。',
        answer: '',
      },
    ]);
    expect(openQuestions(asked, NO_ANSWERS)).toBe(1);
  });

  it('are one, or not, as she says', () => {
    const one = withBranches(NO_ANSWERS, all, question.into);
    expect(toBranchQuestions(asked, one)[0]?.answer).toBe('one');
    expect(toBranchQuestions(asked, withBranches(one, all, null))[0]?.answer).toBe('apart');
    expect(openQuestions(asked, one)).toBe(0);
  });
});

it('asks the month of graduation once', () => {
  const month = { month: '2026-06', isAnswered: false };
  const asked = run({ questions: { graduationMonth: month, branches: [] } });
  expect(toMonthQuestion(asked, NO_ANSWERS)).toEqual({
    month: '2026-06',
    label: '2026年6月',
    isAnswered: false,
  });
  const said = { ...NO_ANSWERS, graduationMonth: '2026-12' };
  expect(toMonthQuestion(asked, said)).toMatchObject({ label: '2026年12月', isAnswered: true });
  expect(toMonthQuestion(run(), NO_ANSWERS)).toBeNull();
});
