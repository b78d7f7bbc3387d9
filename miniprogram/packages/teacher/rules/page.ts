/** What the page of the rules remembers and shows; its handlers stand in files by subject. */
import type { Draft } from '../../../domain/rules/overlay/check';
import type { Overlay } from '../../../domain/rules/overlay/edition';
import type { PlaceGroup } from '../../../domain/rules/overlay/place';
import { ownState } from '../../../memory/own-state';
import type { Opened } from './opened';
import type { Preview } from './preview';
import type { Field, Typed } from './rule-card/view';
import type { VersionRow } from './versions';
import type { RulesView } from './view';

/** What the page remembers besides what it shows. */
interface Own {
  opened: Opened | null;
  /** Of what is stored: saving says which one it was made on. */
  version: number;
  overlay: Overlay;
  draft: Draft | null;
  typed: Typed;
  versions: readonly { readonly number: number; readonly overlay: Overlay }[];
}

export const own = ownState<Own>(() => ({
  opened: null,
  version: 0,
  overlay: [],
  draft: null,
  typed: {},
  versions: [],
}));

interface Data {
  large: boolean;
  wide: boolean;
  error: string;
  view: RulesView | null;
  tab: PlaceGroup;
  /** What is open to be changed; empty for nothing. */
  about: string;
  /** What is open is the season's own. */
  isSeason: boolean;
  collegeId: string;
  fields: Field[];
  /** The graduate's page of what is open, in a wide window. */
  preview: Preview | null;
  canAdd: boolean;
  /** Something is typed that is not stored yet. */
  unsaved: boolean;
  failed: string;
  busy: string;
  effects: string[];
  publishing: boolean;
  versions: VersionRow[] | null;
}

export const initial: Data = {
  large: false,
  wide: false,
  error: '',
  view: null,
  tab: 'ways',
  about: '',
  isSeason: false,
  collegeId: '',
  fields: [],
  preview: null,
  canAdd: false,
  unsaved: false,
  failed: '',
  busy: '',
  effects: [],
  publishing: false,
  versions: null,
};

/** What the handlers ask of the page. */
export interface RulesPage {
  readonly data: Readonly<Data>;
  setData(data: Partial<Data>): void;
  /** Shows the edits as they are now. */
  render(): void;
  /** Keeps the edits in the cloud; false when it did not take them. */
  store(): Promise<boolean>;
}
