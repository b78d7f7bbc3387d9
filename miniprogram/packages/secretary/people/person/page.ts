/** What the page of a classmate remembers and shows. */
import type { ReportQuestion } from '../../../../components/report-dialog/reports';
import { ownState } from '../../../../memory/own-state';
import { RETURN_REASONS } from './reasons';
import type { PersonView, Reply } from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  reply: Reply | null;
}

export const own = ownState<Own>(() => ({
  reply: null,
}));

interface Data {
  large: boolean;
  memberId: string;
  view: PersonView | null;
  error: string;
  busy: string;
  /** Id of the step on paper that is being ticked. */
  ticking: string;
  question: ReportQuestion | null;
  questionError: string;
  /** The sheet for a reason is open. */
  returning: boolean;
  returnError: string;
  returnReasons: readonly string[];
  /** Among those who wait for approval; number 0 outside of them. */
  place: { number: number; total: number };
  previous: string;
  next: string;
}

export const initial: Data = {
  large: false,
  memberId: '',
  view: null,
  error: '',
  busy: '',
  ticking: '',
  question: null,
  questionError: '',
  returning: false,
  returnError: '',
  returnReasons: RETURN_REASONS,
  place: { number: 0, total: 0 },
  previous: '',
  next: '',
};

/** What the handlers ask of the page. */
export interface PersonPage {
  readonly data: Readonly<Data>;
  setData(data: Partial<Data>): void;
  load(): Promise<void>;
  goTo(memberId: string): void;
}
