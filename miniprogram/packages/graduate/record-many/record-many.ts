import { call } from '../../../asking/call';
import type { Request, Response } from '../../../contract';
import type { Result } from '../../../domain/errors';
import { once } from '../../../loading/load';
import { sayFailure } from '../../../loading/say-failure';
import { absentPeople } from '../../../memory/absent-people';
import { cloudNow } from '../../../memory/cloud-clock';
import { ownState } from '../../../memory/own-state';
import { rulebookOf } from '../../../rulebooks/index';
import type { Rulebook } from '../../../domain/rules/rulebook/index';
import { isLargeFont } from '../../../services/display';
import { goBack } from '../../../services/navigate';
import { FIELD_HANDLERS } from '../form/field-handlers';
import { toFields } from '../form/to-fields';
import { typedValues, type TypedValues } from '../form/typed';
import type { FormView } from '../form/view';
import type { Work } from '../form/work';
import { goalOf, toRecordView, waysFor, workOn, type Recorder, type WayRow } from '../record/view';
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
  work: Work | null;
}

const own = ownState<Own>(() => ({
  picked: new Set(),
  rulebook: undefined,
  way: undefined,
  begun: [],
  work: null,
}));

interface Data {
  large: boolean;
  as: Recorder;
  phase: 'who' | 'way' | 'done';
  people: PersonRow[];
  count: number;
  ways: readonly WayRow[];
  outcome: Outcome | null;
  /** The form, while a start can be recorded. */
  view: FormView | null;
  startLabel: string;
  goal: string;
  focus: string;
  typed: TypedValues;
  error: string;
  failed: string;
  busy: string;
}

const initial: Data = {
  large: false,
  as: 'secretary',
  phase: 'who',
  people: [],
  count: 0,
  ways: [],
  outcome: null,
  view: null,
  startLabel: '',
  goal: '',
  focus: '',
  typed: typedValues({}),
  error: '',
  failed: '',
  busy: '',
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
  ...FIELD_HANDLERS,

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
    if (rulebook) this.setData({ ways: waysFor(rulebook, as), error: '' });
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
    mine.work = (mine.begun.length > 0 && mine.rulebook && workOn(mine.rulebook, way, places)) || null;
    const outcome = outcomeOf(recorded.data, absentPeople(), 'way');
    this.setData({ phase: 'done', outcome, failed: '', startLabel: `${mine.begun.length} 人都记为已发起` });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    this.render();
  },

  render() {
    const { work } = own(this);
    const now = cloudNow();
    this.setData({ view: work && toRecordView(work, now), goal: work ? goalOf(work, now) : '' });
  },

  change(part: Partial<Work>) {
    const mine = own(this);
    if (!mine.work) return;
    mine.work = { ...mine.work, ...part };
    this.render();
  },

  workNow(): Work | null {
    return own(this).work;
  },

  showTyped() {
    this.setData({ typed: typedValues(own(this).work?.draft ?? {}) });
  },

  onMainTap() {
    const { goal } = this.data;
    if (goal) {
      this.setData({ focus: goal });
      return void wx.pageScrollTo({ selector: `#field-${goal}`, offsetTop: -16, duration: 200 });
    }
    void once(this, 'start', () => this.recordStarts());
  },

  async recordStarts() {
    const mine = own(this);
    const { work, way, begun } = mine;
    if (!work || !way) return;
    const { wayId, routeId } = way;
    const asked = { memberIds: [...begun], wayId, routeId, fields: toFields(work.draft) };
    const recorded = await recordAll(this.data.as, asked);
    if (!recorded.ok) return this.setData({ failed: sayFailure(recorded.error) });
    mine.work = null;
    this.setData({ outcome: outcomeOf(recorded.data, absentPeople(), 'start'), failed: '' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    this.render();
  },

  onBackTap() {
    goBack();
  },

  /** What took classmates in is the graduate's to ask for. */
  onOrganisationFocus() {
    return undefined;
  },
});
