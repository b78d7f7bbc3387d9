/** What the panel of a classmate remembers and shows. */
import type { ReportQuestion } from '../../../../components/report-dialog/reports';
import { ownState } from '../../../../memory/own-state';
import { RETURN_REASONS } from './reasons';
import type { PersonView, Reply } from '../person/view';

/** What an instance remembers besides what it shows. */
interface Own {
  reply: Reply | null;
}

export const own = ownState<Own>(() => ({
  reply: null,
}));

/** Keys in a computer's window that are about the classmate who is open. */
export type PersonKey = 'approve' | 'return';

interface OfPerson {
  view: PersonView | null;
  error: string;
  /** Id of the step on paper that is being ticked. */
  ticking: string;
  question: ReportQuestion | null;
  questionError: string;
  /** The sheet for a reason is open. */
  returning: boolean;
  returnError: string;
}

/** What belongs to one person alone. */
export const FRESH: OfPerson = {
  view: null,
  error: '',
  ticking: '',
  question: null,
  questionError: '',
  returning: false,
  returnError: '',
};

interface Data extends OfPerson {
  /** Whom it shows. */
  id: string;
  busy: string;
  returnReasons: readonly string[];
  /** Among those who wait for approval; number 0 outside of them. */
  place: { number: number; total: number };
  previous: string;
  next: string;
}

export const initial: Data = {
  ...FRESH,
  id: '',
  busy: '',
  returnReasons: RETURN_REASONS,
  place: { number: 0, total: 0 },
  previous: '',
  next: '',
};

/** What the handlers ask of the panel. */
export interface PersonPage {
  readonly data: Readonly<Data>;
  setData(data: Partial<Data>): void;
  triggerEvent(name: 'changed'): void;
  load(): Promise<void>;
  goTo(memberId: string): void;
}
