/** What the file was taken for, and what it leaves open, as the page shows it. */
import { COLUMN_USES, FIELD_WORDS, type ColumnUse } from '../../../../domain/people/roster-columns';
import type { Answers } from './answers';
import type { Run } from './rows';

const USE_WORDS: Readonly<Record<ColumnUse, string>> = { ...FIELD_WORDS, skip: '不用，跳过' };

/** In the order of the picker. */
export const USE_LABELS: readonly string[] = COLUMN_USES.map((use) => USE_WORDS[use]);

export interface ColumnView {
  readonly key: string;
  readonly heading: string;
  readonly samples: string;
  readonly label: string;
  /** on: read. off: skipped. never: ID numbers. */
  readonly tone: 'on' | 'off' | 'never';
  /** Of the picker. */
  readonly index: number;
}

const labelOf = (use: ColumnUse, heading: string): string =>
  use === 'skip' || heading === USE_WORDS[use] ? USE_WORDS[use] : `→ ${USE_WORDS[use]}`;

export const toColumnViews = ({ columns }: Run, answers: Answers): ColumnView[] =>
  columns.map(({ key, letter, heading, samples, use }) => {
    const title = heading || `${letter} 列`;
    if (use === 'id-number')
      return { key, heading: title, samples: '', label: '不收，整列不读', tone: 'never', index: -1 };
    const said = answers.columns.find((one) => one.key === key)?.use ?? use;
    return {
      key,
      heading: title,
      samples: samples.join('、'),
      label: labelOf(said, heading),
      tone: said === 'skip' ? 'off' : 'on',
      index: COLUMN_USES.indexOf(said),
    };
  });

export interface BranchQuestionView {
  /** Names it among the questions. */
  readonly index: number;
  readonly title: string;
  readonly names: readonly { readonly name: string; readonly rows: string }[];
  readonly text: string;
  readonly answer: 'one' | 'apart' | '';
}

const COUNTS = ['', '', '两', '三', '四', '五', '六', '七', '八', '九'];

/** What has been said before is only shown where it was said about this file. */
export const toBranchQuestions = ({ questions }: Run, answers: Answers): BranchQuestionView[] =>
  questions.branches.map(({ names, into, answer }, index) => {
    const all = names.map(({ name }) => name);
    const said = answers.branches.find((one) => one.names.join('\n') === all.join('\n'));
    const rows = names.reduce((sum, one) => sum + one.rows, 0);
    return {
      index,
      title: `${COUNTS[names.length] ?? names.length}种写法，一个支部？`,
      names: names.map((one) => ({
        name: one.name,
        rows: one.rows > 0 ? `${one.rows} 行` : '已有的支部',
      })),
      text: `合成一个的话，都叫${into}，表里一共 ${rows} 行。`,
      answer: said ? (said.into === null ? 'apart' : 'one') : (answer ?? ''),
    };
  });

/** Of whoever has no month in the table; empty where everybody has one. */
export const toMonthQuestion = ({ questions }: Run, { graduationMonth }: Answers) => {
  const asked = questions.graduationMonth;
  if (!asked) return null;
  const month = graduationMonth ?? asked.month;
  return {
    month,
    label: month.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月'),
    isAnswered: graduationMonth !== undefined || asked.isAnswered,
  };
};

/** How many questions about the whole file wait for her. */
export const openQuestions = (run: Run, answers: Answers): number =>
  toBranchQuestions(run, answers).filter(({ answer }) => answer === '').length +
  (toMonthQuestion(run, answers)?.isAnswered === false ? 1 : 0);
