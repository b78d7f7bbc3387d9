import { pagePath } from '../../../../domain/reminding/pages';
import { call } from '../../../../asking/call';
import { openPage } from '../../../../services/navigate';
import { toast } from '../../../../services/display';
import { sayStale } from '../../../../loading/stale';
import { DESK_RETRY } from '../../../../loading/desk-page';
import { load, once } from '../../../../loading/load';
import { openSheet } from '../../../../loading/parts';
import { ownState } from '../../../../memory/own-state';
import { sayFailure } from '../../../../loading/say-failure';
import { knownRulebook } from '../../../../loading/known-rulebook';
import { PEOPLE_STEP_WORDS } from '../../../../domain/words/people-steps';
import { DECIDED_BAR } from './bars';
import { filterOf, sayRecount, toBoardView, type BoardView } from './view';
import type { Board } from './board';

type Chart = Parameters<typeof filterOf>[0];
type Drawn = Exclude<Chart, 'branch' | 'absent' | 'earlier'>;

/** What an instance remembers besides what it shows. */
interface Own {
  board: Board | null;
}

const own = ownState<Own>(() => ({
  board: null,
}));

interface Data {
  view: BoardView | null;
  error: string;
  stale: string;
  asText: boolean;
  busy: string;
}

const initial: Data = {
  view: null,
  error: '',
  stale: '',
  asText: false,
  busy: '',
};

/** Figures of a college, or of all. Events: `college` with `{ id, name }`, `all`, `export`. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    collegeId: { type: String, value: '' },
    committee: { type: Boolean, value: false },
  },
  data: initial,
  observers: {
    collegeId() {
      own(this).board = null;
      this.setData({ view: null, error: '' });
      void this.load();
    },
  },
  methods: {
    ...DESK_RETRY,

    async load() {
      const mine = own(this);
      const { collegeId } = this.data;
      await load(this, {
        ask: call('teacher', 'board', collegeId ? { collegeId } : {}),
        show: (board) => {
          mine.board = board;
          this.setData({ view: toBoardView(board, knownRulebook()), error: '', stale: '' });
        },
        fail: (failure) => {
          if (mine.board) this.setData({ stale: sayStale(failure, mine.board.now) });
          else this.setData({ error: sayFailure(failure) });
        },
      });
    },

    onTextTap() {
      this.setData({ asText: !this.data.asText });
    },

    onPick(event: WechatMiniprogram.CustomEvent<{ id: string }, object, { chart: Drawn }>) {
      const { chart } = event.currentTarget.dataset;
      const { id } = event.detail;
      if (id === DECIDED_BAR) return this.onDefinitionsTap();
      const bars = { funnel: this.data.view?.funnel, day: this.data.view?.days, way: this.data.view?.ways };
      const label = bars[chart]?.find((bar) => bar.id === id)?.label ?? '';
      this.open(chart, id, chart === 'day' ? `${label}到期` : label);
    },

    onDefinitionsTap() {
      openSheet(this, '#definitions', undefined);
    },

    onFridayTap() {
      const { collegeId } = this.data;
      openPage('teacherFriday', collegeId ? { collegeId } : {});
    },

    onAbsentTap() {
      this.open('absent', 'bind', PEOPLE_STEP_WORDS.bind);
    },

    onEarlierTap() {
      this.open('earlier', '', '往季没办完的');
    },

    onPartTap(event: TapEvent<{ id: string; name: string }>) {
      const { id, name } = event.currentTarget.dataset;
      if (own(this).board?.college) this.open('branch', id, name);
      else this.triggerEvent('college', { id, name });
    },

    /** The committee sees people college by college. */
    open(chart: Chart, id: string, title: string) {
      const collegeId = own(this).board?.college?.id ?? '';
      if (!collegeId) return;
      // Several ways in one bar: who is on which, only their college sees.
      if (chart === 'way' && id === '') return toast('这几种由学院办理，是谁、走哪一种只有学院看得到');
      const filter = JSON.stringify(filterOf(chart, id));
      void wx.navigateTo({ url: `/${pagePath('teacherPeople', { collegeId, filter, title })}` });
    },

    onAllTap() {
      this.triggerEvent('all');
    },

    /** For figures that somebody doubts; counts them again from the transfers. */
    onRecountTap() {
      return once(this, 'recount', async () => {
        const { collegeId } = this.data;
        const reply = await call('teacher', 'recountBoard', collegeId ? { collegeId } : {});
        toast(reply.ok ? sayRecount(reply.data) : sayFailure(reply.error));
        if (reply.ok && reply.data.repaired > 0) await this.load();
      });
    },

    onCardsTap() {
      void wx.navigateTo({ url: `/${pagePath('teacherCards')}` });
    },

    onExportTap() {
      this.triggerEvent('export');
    },
  },
});
