import type { Failure } from '../../../../domain/errors';
import { cleanLine, plainLine } from '../../../../domain/text/clean-text';
import { isLargeFont } from '../../../../services/display';
import { beginTurn, dropTurns, once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { sayFailure } from '../../../../loading/say-failure';
import { runParts } from './run-parts';
import {
  add,
  figuresOf,
  isEmpty,
  keptLines,
  NOTHING,
  percentOf,
  progressText,
  type Figure,
  type Part,
} from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  counted: typeof NOTHING;
  gone: typeof NOTHING;
  cursor: string | null;
}

const own = ownState<Own>(() => ({
  counted: NOTHING,
  gone: NOTHING,
  cursor: null,
}));

interface Data {
  large: boolean;
  seasonId: string;
  name: string;
  phase: 'counting' | 'open' | 'counted' | 'clearing' | 'broken' | 'done';
  /** While it counts for longer than one call. */
  counting: string;
  figures: Figure[];
  kept: Figure[];
  people: number;
  empty: boolean;
  typed: string;
  /** Whether it is the season's name, whatever keyboard it was typed on. */
  isNamed: boolean;
  percent: number;
  progress: string;
  error: string;
  failed: string;
  busy: string;
}

const initial: Data = {
  large: false,
  seasonId: '',
  name: '',
  phase: 'counting',
  counting: '',
  figures: [],
  kept: [],
  people: 0,
  empty: false,
  typed: '',
  isNamed: false,
  percent: 0,
  progress: '',
  error: '',
  failed: '',
  busy: '',
};

/** Clears one past season away: counts first, asks for its name, then removes part by part. */
Page({
  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), seasonId: query.id ?? '' });
    void this.count();
  },

  onUnload() {
    dropTurns(this);
  },

  async count() {
    const mine = own(this);
    const isNewest = beginTurn(this);
    Object.assign(mine, { counted: NOTHING, gone: NOTHING, cursor: null });
    this.setData({ phase: 'counting', counting: '', error: '', typed: '', isNamed: false, failed: '' });
    const { seasonId } = this.data;
    const onPart = ({ name, counts, branchesLeft, next }: Part): boolean => {
      if (!isNewest()) return false;
      mine.counted = add(mine.counted, counts);
      this.setData({ name, counting: next === null ? '' : `正在数，还剩 ${branchesLeft} 个团支部` });
      return true;
    };
    const run = await runParts({ seasonId, dryRun: true, cursor: null, onPart });
    if (!isNewest()) return;
    if (run.ok) this.showCounted();
    else this.refuse(run.error);
  },

  showCounted() {
    const { counted } = own(this);
    const empty = isEmpty(counted);
    const figures = figuresOf(counted);
    this.setData({
      phase: 'counted',
      figures,
      kept: keptLines(counted),
      people: counted.people,
      empty,
      counting: '',
    });
  },

  refuse(error: Failure) {
    if (error.code === 'SEASON_OPEN') this.setData({ phase: 'open' });
    else this.setData({ error: sayFailure(error) });
  },

  onRetryTap() {
    void this.count();
  },

  onType(event: WechatMiniprogram.Input) {
    const typed = cleanLine(event.detail.value);
    this.setData({ typed, isNamed: plainLine(typed) === plainLine(this.data.name) });
  },

  onClearTap() {
    if (!this.data.isNamed) return;
    void once(this, 'clear', () => this.clear());
  },

  /** Goes on where an earlier run broke off. */
  async clear() {
    const mine = own(this);
    const isNewest = beginTurn(this);
    const { cursor } = mine;
    const { seasonId } = this.data;
    this.setData({ phase: 'clearing', failed: '', progress: this.data.progress || '第一批要几秒钟' });
    const onPart = ({ counts, branchesLeft, next }: Part): boolean => {
      if (!isNewest()) return false;
      const gone = add(mine.gone, counts);
      Object.assign(mine, { gone, cursor: next });
      this.setData({ percent: percentOf(gone, mine.counted), progress: progressText(gone, branchesLeft) });
      return true;
    };
    const run = await runParts({ seasonId, dryRun: false, cursor, onPart });
    if (!isNewest()) return;
    const { gone } = mine;
    if (run.ok) this.setData({ phase: 'done', figures: figuresOf(gone), kept: keptLines(gone) });
    else this.setData({ phase: 'broken', failed: sayFailure(run.error) });
  },

  onGoOnTap() {
    void once(this, 'clear', () => this.clear());
  },

  onBackTap() {
    void wx.navigateBack();
  },
});
