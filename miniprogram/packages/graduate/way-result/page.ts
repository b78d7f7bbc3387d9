/** What the page of a way shows; its handlers stand in files by subject. */
import type { RouteId, WayId } from '../../../domain/rules/ways';
import type { HelpPerson } from '../../../domain/words/help-people';
import { DEFAULT_RULEBOOK_ID } from '../../../rulebooks/index';
import type { Loaded } from '../../../services/own-transfer';
import type { OfferView } from '../form/receivers';
import type { WayResultView } from './view';

interface Data {
  large: boolean;
  busy: string;
  wayId: WayId;
  routeId: RouteId;
  view: WayResultView | null;
  /** Whom to call, here as on every page. */
  people: readonly HelpPerson[];
  /** What took classmates in on this way, once it is theirs. */
  offers: readonly OfferView[];
  /** Their offices to call. */
  offices: readonly HelpPerson[];
  failure: string;
  problem: string;
  /** A classmate sent this; the person's own answers may lead elsewhere. */
  shared: boolean;
  /** Rules that are only tried, by whoever prepares them. */
  tried: boolean;
  /** Whoever has not signed in yet reads it all the same. */
  guest: boolean;
  /** Until it is declined here: from this page on something is sent in somebody's name. */
  offersSignIn: boolean;
  rulebookId: string;
}

export const initial: Data = {
  large: false,
  busy: '',
  wayId: '',
  routeId: '',
  view: null,
  people: [],
  offers: [],
  offices: [],
  failure: '',
  problem: '',
  shared: false,
  tried: false,
  guest: false,
  offersSignIn: true,
  rulebookId: DEFAULT_RULEBOOK_ID,
};

/** What the handlers ask of the page. */
export interface WayPage {
  readonly data: Readonly<Data>;
  setData(data: Partial<Data>): void;
  show(loaded: Loaded): void;
}
