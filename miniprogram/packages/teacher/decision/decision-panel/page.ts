/** What the panel of a decision remembers and shows. */
import type { ReportQuestion } from '../../../../components/report-dialog/reports';
import type { Rulebook } from '../../../../domain/rules/rulebook';
import { nothing } from '../../../../memory/empty';
import { ownState } from '../../../../memory/own-state';
import type { ReasonSheet } from '../sheets';
import type { DecisionItem, DecisionView } from '../view';

/** What an instance remembers besides what it shows. */
interface Own {
  item: DecisionItem | null;
  rulebook: Rulebook | undefined;
}

export const own = ownState<Own>(() => ({
  item: null,
  rulebook: undefined,
}));

/** What belongs to one item alone. */
export const FRESH = {
  view: nothing<DecisionView>(),
  error: '',
  seen: false,
  historyShown: false,
  failed: '',
  overtaken: '',
  reason: '',
  sheet: nothing<ReasonSheet>(),
  sheetVisible: false,
  sheetError: '',
  question: nothing<ReportQuestion>(),
  questionError: '',
};

export const initial = {
  busy: '',
  id: '',
  place: { number: 0, total: 0 },
  previous: '',
  next: '',
  ...FRESH,
};

type Data = typeof initial & { large: boolean; wide: boolean };

/** What the handlers ask of the panel. */
export interface DecisionPage {
  readonly data: Readonly<Data>;
  setData(data: Partial<typeof initial>): void;
  triggerEvent(name: string, detail?: object): void;
  scrollUp(): void;
  /** @returns the item as it is on the screen now; undefined when it could not be shown */
  load(): Promise<DecisionItem | undefined>;
  onNextTap(): void;
}
