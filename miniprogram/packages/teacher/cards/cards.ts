import type { OfflineTap } from '../../../components/offline-steps/rows';
import type { Request } from '../../../contract';
import { cleanLine } from '../../../domain/text/clean-text';
import { call } from '../../../services/call';
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
    const mine = own(this);
    const person = mine.people.find(({ memberId }) => memberId === event.currentTarget.dataset.id);
    if (!person?.transferId || person.version === null || this.data.ticking) return;
    const { transferId, version } = person;
    this.setData({ ticking: event.detail.stepId });
    void once(this, 'tick', async () => {
      const reply = await call('teacher', 'tickOffline', { transferId, version, ...event.detail });
      this.setData({ ticking: '' });
      if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
      mine.people = mine.people.map((one) => (one === person ? moved(one, reply.data) : one));
      this.setData({ error: '', cards: mine.people.map(toCardView) });
      toast('记下了');
    });
  },

  onActionTap(event: TapEvent<{ id: string; action: 'done' | 'undo' }>) {
    const { id, action } = event.currentTarget.dataset;
    const mine = own(this);
    const person = mine.people.find(({ memberId }) => memberId === id);
    const tick = person && deskTick(person, action === 'done');
    if (!person || !tick) return;
    void once(this, id, async () => {
      const reply = await call('teacher', 'tickOffline', tick);
      if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
      mine.people = mine.people.map((one) => (one === person ? moved(one, reply.data) : one));
      this.setData({
        error: '',
        cards: mine.people.map(toCardView),
        count: Math.max(0, this.data.count + (action === 'done' ? 1 : -1)),
      });
      toast(action === 'done' ? `${person.name}，登记好了` : `${person.name}，撤回了`);
    });
  },
});
