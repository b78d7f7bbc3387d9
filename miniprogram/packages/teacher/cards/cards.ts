import type { OfflineTap } from '../../../components/offline-steps/rows';
import type { Request } from '../../../contract';
import { cleanLine } from '../../../domain/text/clean-text';
import { call } from '../../../asking/call';
import { isLargeFont, toast } from '../../../services/display';
import { load, once } from '../../../loading/load';
import { ownState } from '../../../memory/own-state';
import { scanCode } from '../../../services/scan';
import { sayFailure } from '../../../loading/say-failure';
import { deskTick, moved, toCardView, type CardPerson, type CardView } from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  people: readonly CardPerson[];
}

const own = ownState<Own>(() => ({
  people: [],
}));

interface Data {
  large: boolean;
  search: string;
  cards: CardView[] | null;
  more: boolean;
  error: string;
  busy: string;
  /** Id of the step on paper that is being ticked. */
  ticking: string;
  /** Registered since the page was opened. */
  count: number;
}

const initial: Data = {
  large: false,
  search: '',
  cards: null,
  more: false,
  error: '',
  busy: '',
  ticking: '',
  count: 0,
};

Page({
  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), search: query.search ?? '' });
    this.onSearch();
  },

  onScanTap() {
    void once(this, 'scan', async () => {
      const text = await scanCode();
      if (text === null) return;
      await this.look({ token: text.slice(0, 200) });
    });
  },

  onSearchChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ search: event.detail.value });
  },

  onSearch() {
    const search = cleanLine(this.data.search);
    if (search) void once(this, 'search', () => this.look({ search }));
  },

  onSearchClear() {
    own(this).people = [];
    this.setData({ search: '', cards: null, error: '', more: false });
  },

  async look(by: Request<'teacher', 'cardLookup'>) {
    const mine = own(this);
    this.setData({ error: '' });
    await load(this, {
      ask: call('teacher', 'cardLookup', by),
      show: ({ people, more }) => {
        mine.people = people;
        this.setData({ cards: people.map(toCardView), more });
      },
      fail: (failure) => {
        mine.people = [];
        if (failure.code === 'NOT_FOUND') this.setData({ cards: [], more: false });
        else this.setData({ cards: null, error: sayFailure(failure) });
      },
    });
  },

  onTick(event: WechatMiniprogram.CustomEvent<OfflineTap & { number?: string }, object, { id: string }>) {
    const person = this.personOf(event.currentTarget.dataset.id);
    if (!person?.transferId || person.version === null) return;
    const { transferId, version } = person;
    void once(this, 'tick', async () => {
      this.setData({ ticking: event.detail.stepId });
      if (await this.tick(person, { transferId, version, ...event.detail })) toast('记下了');
      this.setData({ ticking: '' });
    });
  },

  onActionTap(event: TapEvent<{ id: string; action: 'done' | 'undo' }>) {
    const { id, action } = event.currentTarget.dataset;
    const isDone = action === 'done';
    const person = this.personOf(id);
    const said = person && deskTick(person, isDone);
    if (!person || !said) return;
    void once(this, id, async () => {
      if (!(await this.tick(person, said))) return;
      this.setData({ count: Math.max(0, this.data.count + (isDone ? 1 : -1)) });
      toast(`${person.name}，${isDone ? '登记好了' : '撤回了'}`);
    });
  },

  personOf(id: string): CardPerson | undefined {
    return own(this).people.find(({ memberId }) => memberId === id);
  },

  /** Says that a step on paper is done, or is not after all; the person's card shows what came of it. */
  async tick(person: CardPerson, said: Request<'teacher', 'tickOffline'>): Promise<boolean> {
    const mine = own(this);
    const reply = await call('teacher', 'tickOffline', said);
    if (!reply.ok) {
      this.setData({ error: sayFailure(reply.error) });
      return false;
    }
    mine.people = mine.people.map((one) => (one === person ? moved(one, reply.data) : one));
    this.setData({ error: '', cards: mine.people.map(toCardView) });
    return true;
  },
});
