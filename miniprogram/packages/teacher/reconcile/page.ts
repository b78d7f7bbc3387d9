/** What the page of the reconciliation remembers and shows; its handlers stand in files by subject. */
import { ownState } from '../../../memory/own-state';
import type { KeyWords } from '../../../loading/keys';
import type { Group, Loaded } from './groups';
import type { RowsKind, Run, SettledKind } from './kinds';
import type { PersonView } from './rows';
import type { BranchRow, RunView } from './view';

export type ListKind = Run['kind'];

/** What an instance remembers besides what it shows. */
interface Own {
  run: Run | null;
  loaded: Map<RowsKind, Loaded>;
  covered: Set<string>;
  /** Of people of one name: whom she has tapped so far. */
  picked: Map<string, readonly string[]>;
  /** What was to be written down when the way was asked; null before. */
  wayless: { readonly kind: SettledKind; readonly memberIds?: string[] } | null;
  isOpen: boolean;
}

export const own = ownState<Own>(() => ({
  run: null,
  loaded: new Map(),
  covered: new Set(),
  picked: new Map(),
  wayless: null,
  isOpen: true,
}));

interface Data {
  large: boolean;
  /** What the college works in, by its name. */
  system: string;
  collegeId: string;
  collegeName: string;
  kind: ListKind;
  pasted: string;
  isAsking: boolean;
  view: RunView | null;
  branches: BranchRow[];
  groups: Group[];
  arrived: Group | null;
  error: string;
  failed: string;
  busy: string;
  /** What the keys do; empty where there are none. */
  keys: KeyWords;
  /** Id of whom the keys are about; empty before the first one. */
  current: string;
  /** A computer's window. */
  wide: boolean;
  /** Id of whom is open beside the list; empty when nobody is. */
  opened: string;
}

export const initial: Data = {
  large: false,
  system: '',
  collegeId: '',
  collegeName: '',
  kind: 'members',
  pasted: '',
  isAsking: false,
  view: null,
  branches: [],
  groups: [],
  arrived: null,
  error: '',
  failed: '',
  busy: '',
  keys: [],
  current: '',
  wide: false,
  opened: '',
};

/** One row, as a tap or a key names it. */
export type Row = Pick<PersonView, 'memberId' | 'name'> & { readonly mark: string };

/** What the handlers ask of the page. */
export interface ReconcilePage {
  readonly data: Readonly<Data>;
  setData(data: Partial<Data>): void;
  /** Shows the figures at once, the rows as they come. */
  take(run: Run): void;
  draw(): void;
  selectComponent(selector: string): unknown;
  settleOne(kind: SettledKind, row: Row): void;
  undoOne(memberId: string): void;
  onMainKey(): void;
  onExportTap(): void;
  /** The next page of a group. */
  more(kind: RowsKind, isOpen: boolean): Promise<void>;
}
