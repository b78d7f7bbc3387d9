/** What is typed and picked in the fields: by the graduate, or by who records for a classmate. */
import type { Contradiction } from '../../../domain/rules/contradictions';
import type { Answers } from '../../../domain/rules/flow';
import { cleanLine } from '../../../domain/text/clean-text';
import { cloudNow } from '../../../memory/cloud-clock';
import type { Draft } from '../../../services/draft-store';
import { nameDoubt } from './own-blocks';
import { pickedPlace, withStreet, type PlaceField } from './place';
import type { PlainId } from './plain-fields';
import { justNow, withTime } from './start-time';
import { placeDoubt } from './view';
import type { TypedTime, Work } from './work';

type Change = Partial<Pick<Work, 'draft' | 'keptName' | 'preFlight' | 'time'>>;

/** What the fields ask of their page. */
interface FieldsPage {
  /** What is filled in so far; null while there is nothing to fill in. */
  workNow(): Work | null;
  change(part: Change): void;
  /** Puts what is known into the inputs. */
  showTyped(): void;
}

interface On<Detail, Field extends string> {
  readonly detail: Detail;
  readonly currentTarget: { readonly dataset: { readonly field: Field } };
}

interface Said<Detail> {
  readonly detail: Detail;
}

const type = (page: FieldsPage, part: Draft): void => {
  const work = page.workNow();
  if (work) page.change({ draft: { ...work.draft, ...part } });
};

const pickTime = (page: FieldsPage, picked: Partial<TypedTime>): void => {
  const work = page.workNow();
  if (work) page.change(withTime(work, picked));
};

const answer = (page: FieldsPage, choose: (contradiction: Contradiction) => Answers): void => {
  const work = page.workNow();
  const contradiction = work && placeDoubt(work);
  if (contradiction) page.change({ preFlight: choose(contradiction) });
};

export const FIELD_HANDLERS = {
  onPlacePick(
    this: FieldsPage,
    { currentTarget, detail }: On<{ value: string[]; code: string[] }, PlaceField>,
  ) {
    const place = pickedPlace(detail.value, detail.code);
    if (place) type(this, { [currentTarget.dataset.field]: place });
  },

  onStreetInput(this: FieldsPage, { currentTarget, detail }: On<{ value: string }, PlaceField>) {
    const { field } = currentTarget.dataset;
    const place = this.workNow()?.draft[field];
    if (place) type(this, { [field]: withStreet(place, detail.value) });
  },

  onPlaceSettled(this: FieldsPage) {
    answer(this, ({ settled }) => settled);
  },

  onPlaceKept(this: FieldsPage) {
    answer(this, ({ kept }) => kept);
  },

  onOrganisationInput(this: FieldsPage, { detail }: Said<{ value: string }>) {
    type(this, { organisation: detail.value.replace(/\n/g, '') });
  },

  onOfferTap(this: FieldsPage, { currentTarget }: TapEvent<{ name: string }>) {
    type(this, { organisation: currentTarget.dataset.name });
    this.showTyped();
  },

  onNameAccept(this: FieldsPage) {
    const work = this.workNow();
    const proposal = work && nameDoubt(work)?.proposal;
    if (!proposal) return;
    // The same proposal may have been taken before: the input only follows a value that changes.
    this.showTyped();
    type(this, { organisation: proposal });
    this.showTyped();
  },

  onNameKeep(this: FieldsPage) {
    this.change({ keptName: cleanLine(this.workNow()?.draft.organisation ?? '') });
  },

  onDateChange(this: FieldsPage, { detail }: Said<{ value: string }>) {
    pickTime(this, { date: detail.value });
  },

  onClockChange(this: FieldsPage, { detail }: Said<{ value: string }>) {
    pickTime(this, { clock: detail.value });
  },

  onJustNowTap(this: FieldsPage) {
    pickTime(this, justNow(cloudNow()));
  },

  onContactInput(this: FieldsPage, { currentTarget, detail }: WechatMiniprogram.Input) {
    const { name = '', phone = '' } = this.workNow()?.draft.parentContact ?? {};
    const part = currentTarget.dataset.part === 'phone' ? 'phone' : 'name';
    type(this, { parentContact: { name, phone, [part]: detail.value } });
  },

  onPlainInput(this: FieldsPage, { currentTarget, detail }: On<{ value: string }, PlainId>) {
    type(this, { [currentTarget.dataset.field]: detail.value });
  },

  onMonthChange(this: FieldsPage, { currentTarget, detail }: On<{ value: string }, PlainId>) {
    type(this, { [currentTarget.dataset.field]: detail.value.slice(0, 7) });
  },
};
