import { call } from '../../../asking/call';
import type { Request, Response } from '../../../contract';
import type { Result } from '../../../domain/errors';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { absentPeople } from '../../../memory/absent-people';
import { ownState } from '../../../memory/own-state';
import { rulebookOf } from '../../../rulebooks/index';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import { isLargeFont } from '../../../services/display';
import { goBack } from '../../../services/navigate';
import { toFields } from '../form/to-fields';
import { FILLING_IN, held, nothingFilledIn, type FillingIn } from '../record/filling-in';
import type { WayRow } from '../../../domain/words/way-rows';
import { waysFor, workOn, type Recorder } from '../record/view';
import { outcomeOf, rowsOf, startable, type Outcome, type PersonRow } from './view';

type Asked = Request<'teacher', 'recordMany'>;
type Recorded = Response<'teacher', 'recordMany'>['results'];

/** So many in one call (`MOST_TOGETHER` of the contract). */
const TOGETHER = 20;

/** What an instance remembers besides what it shows. */
interface Own {
  picked: Set<string>;
  rulebook: Rulebook | undefined;
  way: WayRow | undefined;
  /** Whose way is recorded, so that a start can follow. */
  begun: readonly string[];
}

const own = ownState<Own>(() => ({
  picked: new Set(),
  rulebook: undefined,
  way: undefined,
  begun: [],
}));

interface Data extends FillingIn {
  large: boolean;
  as: Recorder;
  phase: 'who' | 'way' | 'done';
  people: PersonRow[];
  count: number;
  ways: readonly WayRow[];
  outcome: Outcome | null;
  startLabel: string;
  /** What the school works in, by its name. */
  system: string;
  error: string;
  failed: string;
}

const initial: Data = {
  ...nothingFilledIn,
  large: false,
  as: 'secretary',
  phase: 'who',
  people: [],
  count: 0,
  ways: [],
  outcome: null,
  startLabel: '',
  system: '',
  error: '',
  failed: '',
};

/** Part after part; what was recorded before a failure stays recorded. */
const recordAll = async (as: Recorder, { memberIds, ...asked }: Asked): Promise<Result<Recorded>> => {
  const all: Recorded = [];
  for (let from = 0; from < memberIds.length; from += TOGETHER) {
    const some = memberIds.slice(from, from + TOGETHER);
    const reply = await call(as, 'recordMany', { ...asked, memberIds: some });
    if (!reply.ok) return reply;
    all.push(...reply.data.results);
  }
  return { ok: true, data: all };
};

/** People who never came and took the same way: picked, the way once, and what was started once. */
Page({
  ...FILLING_IN,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), as: query.as === 'teacher' ? 'teacher' : 'secretary' });
    this.showPeople();
  },

  showPeople() {
    const { picked } = own(this);
    this.setData({ people: rowsOf(absentPeople(), picked), count: picked.size });
  },

  onPersonTap(event: TapEvent<{ id: string }>) {
    const { picked } = own(this);
    const { id } = event.currentTarget.dataset;
    if (!picked.delete(id)) picked.add(id);
    this.showPeople();
  },

  onAllTap() {
    const mine = own(this);
    const people = absentPeople();
    mine.picked = new Set(mine.picked.size === people.length ? [] : people.map(({ memberId }) => memberId));
    this.showPeople();
  },

  onNextTap() {
    this.setData({ phase: 'way', failed: '' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    void this.loadWays();
  },

  /** The rules of the season stand with any of them. */
  async loadWays() {
    const { as } = this.data;
    const [memberId = ''] = own(this).picked;
    const reply = await call(as, 'person', { memberId });
    if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
    const rulebook = rulebookOf(reply.data.rulebookId);
    own(this).rulebook = rulebook;
    if (rulebook) this.setData({ ways: waysFor(rulebook, as), system: rulebook.system.name, error: '' });
    else this.setData({ error: '这一季的规则在这个版本里没有，请关掉小程序后重新打开' });
  },

  onRetryTap() {
    this.setData({ error: '' });
    void this.loadWays();
  },

  onWayTap(event: TapEvent<{ key: string }>) {
    const way = this.data.ways.find(({ key }) => key === event.currentTarget.dataset.key);
    if (way) void once(this, way.key, () => this.recordWays(way));
  },

  async recordWays(way: WayRow) {
    const mine = own(this);
    const { wayId, routeId } = way;
    const asked = { memberIds: [...mine.picked], wayId, routeId, fields: null };
    const recorded = await recordAll(this.data.as, asked);
    if (!recorded.ok) return this.setData({ failed: sayFailure(recorded.error) });
    mine.way = way;
    mine.begun = startable(recorded.data);
    const places = { ownBranch: absentPeople()[0]?.branchName ?? '', ownCollege: '' };
    held(this).work = (mine.begun.length > 0 && mine.rulebook && workOn(mine.rulebook, way, places)) || null;
    const outcome = outcomeOf(recorded.data, absentPeople(), 'way');
    this.setData({ phase: 'done', outcome, failed: '', startLabel: `${mine.begun.length} 人都记为已发起` });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    this.render();
  },

  async record() {
    const { way, begun } = own(this);
    const { work } = held(this);
    if (!work || !way) return;
    const { wayId, routeId } = way;
    const asked = { memberIds: [...begun], wayId, routeId, fields: toFields(work.draft) };
    const recorded = await recordAll(this.data.as, asked);
    if (!recorded.ok) return this.setData({ failed: sayFailure(recorded.error) });
    held(this).work = null;
    this.setData({ outcome: outcomeOf(recorded.data, absentPeople(), 'start'), failed: '' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    this.render();
  },

  onBackTap() {
    goBack();
  },
});
