import { DEFAULT_RULEBOOK_ID, rulebookOf } from '../../../../rulebooks/index';
import { call } from '../../../../asking/call';
import { DESK_PANEL_LIFETIMES, DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import { openPage } from '../../../../services/navigate';
import { ownState } from '../../../../memory/own-state';
import type { Saved } from '../season-form/calls';
import { sourceOf, type FormSource, type SeasonReply } from '../season-form/source';
import type { Row } from '../season-form/view';
import {
  changeLine,
  collegeRows,
  headOf,
  ruleRows,
  templateRows,
  type CollegeRow,
  type SeasonHead,
} from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  shown: SeasonReply | null;
}

const own = ownState<Own>(() => ({
  shown: null,
}));

interface Data {
  error: string;
  head: SeasonHead | null;
  seasonId: string;
  now: number;
  unfinished: number;
  notBegun: number;
  rules: Row[];
  changeLine: string;
  /** The university's announcement as a college reads it. */
  announced: string;
  colleges: CollegeRow[];
  templates: Row[];
  health: SeasonReply['health'] | null;
  rulebooks: { id: string; label: string; hint: string }[];
  source: FormSource | null;
  /** Something is typed that is not saved: the bar below needs its room. */
  changed: boolean;
}

const initial: Data = {
  error: '',
  head: null,
  seasonId: '',
  now: 0,
  unfinished: 0,
  notBegun: 0,
  rules: [],
  changeLine: '',
  announced: '',
  colleges: [],
  templates: [],
  health: null,
  rulebooks: [],
  source: null,
  changed: false,
};

/** The season: the committee sets it for everybody, a college a few things for its own people. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    committee: { type: Boolean, value: false },
    collegeId: { type: String, value: '' },
  },
  data: initial,
  lifetimes: DESK_PANEL_LIFETIMES,
  methods: {
    ...DESK_RETRY,

    load(): Promise<void> {
      const mine = own(this);
      return loadDesk(this, {
        ask: call('teacher', 'season', {}),
        isShown: mine.shown !== null,
        show: (reply) => this.take(reply),
      });
    },

    take(reply: SeasonReply) {
      own(this).shown = reply;
      const { season, colleges, rulebooks, templates, health, unfinished = 0, notBegun = 0, now } = reply;
      const rulebook = rulebookOf(season.rulebookId);
      this.setData({
        error: '',
        head: headOf(reply),
        seasonId: season.id,
        now,
        unfinished,
        notBegun,
        rules: rulebook ? ruleRows(rulebook, reply) : [],
        changeLine: changeLine(reply),
        announced: season.announcement?.text ?? '',
        colleges: collegeRows(colleges),
        templates: templateRows(templates),
        health,
        rulebooks: rulebooks.map(({ id, name, schoolYear }) => ({
          id,
          label: name,
          hint: id === DEFAULT_RULEBOOK_ID ? `${schoolYear}，建议新的一季用它` : `${schoolYear} 学年`,
        })),
        source: sourceOf(reply, this.data.collegeId),
      });
    },

    onSave(event: WechatMiniprogram.CustomEvent<Saved>) {
      const { season, college } = event.detail;
      const { shown } = own(this);
      if (shown) this.take({ ...shown, season, ...(college ? { college } : {}) });
    },

    onDirty(event: WechatMiniprogram.CustomEvent<{ changed: boolean }>) {
      this.setData({ changed: event.detail.changed });
    },

    onReload() {
      void this.load();
    },

    onRulesTap() {
      openPage('teacherRules');
    },

    onPastTap() {
      openPage('teacherPastSeasons');
    },
  },
});
