/** What the page of a roster file remembers and shows. */
import { ownState } from '../../../../memory/own-state';
import { pagedLoader } from '../../../../loading/paged-list';
import { NO_ANSWERS, type Answers } from './answers';
import { USE_LABELS, type BranchQuestionView, type ColumnView, type toMonthQuestion } from './questions';
import type { ReportRow, RowKind, Run, RunRow } from './rows';
import type { RunView } from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  run: Run | null;
  /** As the cloud told them; the page shows what was said about each. */
  found: RunRow[];
  rows: ReturnType<typeof pagedLoader>;
  answers: Answers;
  /** What the shown run was made with. */
  seen: Answers;
  /** False once the page is gone. */
  isOpen: boolean;
}

export const own = ownState<Own>(() => ({
  run: null,
  found: [],
  rows: pagedLoader(),
  answers: NO_ANSWERS,
  seen: NO_ANSWERS,
  isOpen: true,
}));

interface Data {
  large: boolean;
  runId: string;
  fileName: string;
  view: RunView | null;
  columns: ColumnView[];
  uses: readonly string[];
  month: ReturnType<typeof toMonthQuestion>;
  questions: BranchQuestionView[];
  kind: RowKind;
  rows: ReportRow[] | null;
  hasMore: boolean;
  loadingMore: boolean;
  /** Key of the row whose cell is being typed anew. */
  typing: string;
  typed: string;
  sending: number;
  error: string;
  failed: string;
  busy: string;
}

export const initial: Data = {
  large: false,
  runId: '',
  fileName: '',
  view: null,
  columns: [],
  uses: USE_LABELS,
  month: null,
  questions: [],
  kind: 'bad',
  rows: null,
  hasMore: false,
  loadingMore: false,
  typing: '',
  typed: '',
  sending: -1,
  error: '',
  failed: '',
  busy: '',
};

/** What the handlers ask of the page. */
export interface ImportPage {
  readonly data: Readonly<Data>;
  setData(data: Partial<Data>): void;
  /** Shows this state of the run. */
  take(next: Run): void;
  /** Shows again all that depends on the run and on what she has said about it. */
  draw(): void;
  /** Lists the rows of this kind. */
  choose(kind: RowKind): void;
}

/** Remembers what she has said and shows what follows from it; it is tried with the next look. */
export const say = (page: ImportPage, answers: Answers): void => {
  own(page).answers = answers;
  page.setData({ failed: '' });
  page.draw();
};
