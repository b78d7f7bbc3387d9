/** The fields of a start that is recorded for others: one person's, or several people's at once. */
import { once } from '../../../loading/load';
import { cloudNow } from '../../../memory/cloud-clock';
import { ownState } from '../../../memory/own-state';
import { FIELD_HANDLERS } from '../form/field-handlers';
import { typedValues, type TypedValues } from '../form/typed';
import type { FormView } from '../form/view';
import type { Work } from '../form/work';
import { goalOf, toRecordView } from './view';

/** What a page with these fields shows of them. */
export interface FillingIn {
  /** The form, while a start can be recorded. */
  view: FormView | null;
  /** The field that is missing; empty when all is there. */
  goal: string;
  focus: string;
  typed: TypedValues;
  busy: string;
}

export const nothingFilledIn: FillingIn = {
  view: null,
  goal: '',
  focus: '',
  typed: typedValues({}),
  busy: '',
};

interface RecordingPage {
  readonly data: FillingIn;
  setData(data: Partial<FillingIn>): void;
  render(): void;
  /** Records what is filled in. */
  record(): Promise<void>;
}

/** What is filled in; `work` is null while there is nothing to fill in. */
export const held = ownState<{ work: Work | null }>(() => ({ work: null }));

export const FILLING_IN = {
  ...FIELD_HANDLERS,

  render(this: RecordingPage) {
    const { work } = held(this);
    const now = cloudNow();
    this.setData({ view: work && toRecordView(work, now), goal: work ? goalOf(work, now) : '' });
  },

  change(this: RecordingPage, part: Partial<Work>) {
    const mine = held(this);
    if (!mine.work) return;
    mine.work = { ...mine.work, ...part };
    this.render();
  },

  workNow(): Work | null {
    return held(this).work;
  },

  showTyped(this: RecordingPage) {
    this.setData({ typed: typedValues(held(this).work?.draft ?? {}) });
  },

  /** Leads to what is missing, or records. */
  onMainTap(this: RecordingPage) {
    const { goal } = this.data;
    if (!goal) return void once(this, 'start', () => this.record());
    this.setData({ focus: goal });
    void wx.pageScrollTo({ selector: `#field-${goal}`, offsetTop: -16, duration: 200 });
  },

  /** What took classmates in is the graduate's to ask for. */
  onOrganisationFocus() {
    return undefined;
  },
};
