/** What the queue remembers and shows. */
import { pagedLoader } from '../../../../loading/paged-list';
import { ownState } from '../../../../memory/own-state';
import type { QueueFilter, QueueView } from './view';
import type { TeacherQueue } from './queue';

/** What an instance remembers besides what it shows. */
interface Own {
  queue: TeacherQueue | null;
  /** Which kind the loaded pages are of. */
  loaded: QueueFilter;
  loader: ReturnType<typeof pagedLoader>;
}

export const own = ownState<Own>(() => ({
  queue: null,
  loaded: 'all',
  loader: pagedLoader(),
}));

interface Data {
  filter: QueueFilter;
  view: QueueView | null;
  error: string;
  picked: string[];
  hasMore: boolean;
  loadingMore: boolean;
  credits: number;
  fewCredits: boolean;
}

export const initial: Data = {
  filter: 'all',
  view: null,
  error: '',
  picked: [],
  hasMore: false,
  loadingMore: false,
  credits: 0,
  fewCredits: false,
};

/** What the handlers ask of the panel. */
export interface QueuePanel {
  readonly data: Readonly<Data> & { readonly wide: boolean; readonly opened: string };
  setData(data: Partial<Data>): void;
  triggerEvent(name: string, detail: object): void;
  selectComponent(selector: string): unknown;
  load(): Promise<void>;
  loadMore(): Promise<void>;
  /** Draws the rows again, with what is picked. */
  show(): void;
}
