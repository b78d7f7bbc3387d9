/** The blocks of fields that one box is not enough for: each of these fields has a block of its own on the form. */
import { cleanLine } from '../../../domain/text/clean-text';
import type { FieldId } from '../../../domain/rules/fields/catalogue';
import { holdsIdNumber } from '../../../domain/text/id-number';
import { checkOrganisationName } from '../../../domain/rules/names/check';
import type { NameFinding } from '../../../domain/rules/names/finding';
import { MOST_SCREENSHOTS } from '../../../domain/transfer/pictures';
import { CONTACT_TYPE_AGAIN } from '../../../domain/words/unreadable';
import type { PlaceField } from './place';
import type { PlainId } from './plain-fields';
import { asks } from './problems';
import { offersFor, verifiedNames, type OfferView } from './receivers';
import { toShotViews, type ShotView } from './shots';
import { timeView, type TimeView } from './start-time';
import type { Work } from './work';

/** What the checker asks, and its answers. */
interface Doubt {
  readonly title: string;
  readonly why: string;
  /** The name as proposed, and the button that takes it; both empty when none is proposed. */
  readonly proposal: string;
  readonly accept: string;
  readonly keep: string;
}

interface OrganisationView {
  readonly value: string;
  readonly placeholder: string;
  readonly doubt: Doubt | null;
  /** What took classmates in, to tap instead of typing. */
  readonly offers: readonly OfferView[];
  readonly kept: boolean;
}

interface ContactView {
  readonly name: string;
  readonly phone: string;
  /** What its error is about. */
  readonly wrong: '' | 'name' | 'phone';
  /** Why it has to be typed again; empty when it has not. */
  readonly again: string;
}

interface ShotsView {
  readonly list: readonly ShotView[];
  readonly canAdd: boolean;
}

interface OwnViews {
  readonly organisation: OrganisationView;
  readonly initiatedAt: TimeView;
  readonly parentContact: ContactView;
  readonly screenshots: ShotsView;
}

/** Places, texts and months are listed by their kind (`place.ts`, `plain-fields.ts`); all other fields are here. */
type OwnField = Exclude<FieldId, PlaceField | PlainId>;

/** Null where the route does not ask for the field. A field of the catalogue without a block does not compile. */
export type OwnBlocks = { readonly [Id in OwnField]: OwnViews[Id] | null };

/** What to ask about the name as it is typed now; undefined when there is nothing. */
export const nameDoubt = ({ draft, route, own, receivers }: Work): NameFinding | undefined => {
  const { organisation = '', region } = draft;
  return holdsIdNumber(organisation)
    ? undefined
    : checkOrganisationName(organisation, route, {
        ...own,
        region,
        verified: verifiedNames(receivers),
      })[0];
};

const doubtView = ({ code, title, why, proposal = '' }: NameFinding, typed: string): Doubt => {
  const added = proposal.startsWith(typed) ? proposal.slice(typed.length) : '';
  return {
    title,
    why,
    proposal: added ? '' : proposal,
    accept: !proposal ? '' : added ? `加上“${added}”` : '去掉多余的',
    keep: code === 'other-place' ? '没错，是同一个地方' : '对方就叫这个名',
  };
};

const organisationView = (work: Work): OrganisationView => {
  const { draft, route, keptName } = work;
  const value = draft.organisation ?? '';
  const typed = cleanLine(value);
  const kept = typed !== '' && typed === keptName;
  const finding = kept ? undefined : nameDoubt(work);
  return {
    value,
    placeholder: route.receiver?.namePlaceholder ?? '',
    doubt: finding ? doubtView(finding, typed) : null,
    offers: offersFor(work.receivers, value),
    kept,
  };
};

const contactView = ({ draft, isContactUnreadable }: Work, isWrong: boolean): ContactView => {
  const { name = '', phone = '' } = draft.parentContact ?? {};
  return {
    name,
    phone,
    wrong: !isWrong ? '' : holdsIdNumber(name) ? 'name' : 'phone',
    again: isContactUnreadable ? CONTACT_TYPE_AGAIN : '',
  };
};

const shotsView = ({ shots }: Work): ShotsView => ({
  list: toShotViews(shots),
  canAdd: shots.length < MOST_SCREENSHOTS,
});

/** @param errors why something already filled in does not fit yet, by field */
export const ownBlocks = (work: Work, now: number, errors: Partial<Record<FieldId, string>>): OwnBlocks => {
  const ifAsked = <View>(field: OwnField, toView: () => View): View | null =>
    asks(work.route, field) ? toView() : null;
  return {
    organisation: ifAsked('organisation', () => organisationView(work)),
    initiatedAt: ifAsked('initiatedAt', () => timeView(work, now)),
    parentContact: ifAsked('parentContact', () => contactView(work, errors.parentContact !== undefined)),
    screenshots: ifAsked('screenshots', () => shotsView(work)),
  };
};
