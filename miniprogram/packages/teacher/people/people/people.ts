import type { Response } from '../../../../contract';
import { call } from '../../../../asking/call';
import { isLargeFont } from '../../../../services/display';
import { titlePage } from '../../../../services/page-title';
import { openPage } from '../../../../services/navigate';
import { sayFailure } from '../../../../loading/say-failure';
import { ownState } from '../../../../memory/own-state';
import { rememberAbsent, type AbsentPerson } from '../../../../memory/absent-people';
import { rememberRound } from '../../../../memory/round';
import { listHandlers, type List } from '../../../../loading/paged-list';
import { PEOPLE_STEP_WORDS } from '../../../../domain/words/people-steps';
import { toldRulebook } from '../../../../loading/known-rulebook';
import {
  atStep,
  countLine,
  filterFromQuery,
  isAbsent,
  isUnbegun,
  inPlace,
  stepChips,
  type PeopleFilter,
  type StepChip,
} from './view';
import { BESIDE, BESIDE_HANDLERS, type BesideData } from '../beside';
import { toPersonRow, type PersonRow } from '../person-rows/view';

const BEGIN: PeopleFilter = { by: 'step', step: 'bind' };

/** What an instance remembers besides what it shows. */
interface Own {
  filter: PeopleFilter;
  /** As the first page said. */
  total: number | null;
  /** Who never came and has begun nothing. */
  absent: AbsentPerson[];
}

const own = ownState<Own>(() => ({
  filter: BEGIN,
  total: null,
  absent: [],
}));

interface Data extends BesideData {
  large: boolean;
  collegeId: string;
  title: string;
  chips: StepChip[];
  /** The branch the list is narrowed to; empty for all. */
  branchName: string;
  places: { id: string; name: string; members: number }[];
  placesVisible: boolean;
  placesError: string;
  rows: PersonRow[] | null;
  /** Of those listed, who never came and can be recorded for. */
  absent: string[];
  /** How many of them have begun nothing: they can be recorded together. */
  together: number;
  /** How many there are. */
  count: string;
  hasMore: boolean;
  loadingMore: boolean;
  error: string;
}

const initial: Data = {
  ...BESIDE,
  large: false,
  collegeId: '',
  title: '',
  chips: [],
  branchName: '',
  places: [],
  placesVisible: false,
  placesError: '',
  rows: null,
  absent: [],
  together: 0,
  count: '',
  hasMore: false,
  loadingMore: false,
  error: '',
};

/** The people behind a figure. */
Page({
  ...listHandlers(),
  ...BESIDE_HANDLERS,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    own(this).filter = filterFromQuery(query.filter) ?? BEGIN;
    const title = query.title ?? '';
    const branchName = own(this).filter.by === 'branch' ? title : '';
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '', title, branchName });
    this.begin();
  },

  begin() {
    const { filter } = own(this);
    this.setData({ rows: null, error: '', hasMore: false, chips: stepChips(filter) });
    if (filter.by === 'step') this.setData({ title: PEOPLE_STEP_WORDS[filter.step] ?? this.data.title });
    if (filter.by === 'branch') this.setData({ title: this.data.branchName });
    titlePage(this, this.data.title || '同学');
    void this.load();
  },

  list(): List<Response<'teacher', 'people'>> {
    const { filter } = own(this);
    const { collegeId } = this.data;
    const asked = collegeId ? { filter, collegeId } : { filter };
    return {
      ask: (cursor) => call('teacher', 'people', { ...asked, ...cursor }),
      isShown: () => this.data.rows !== null,
      nextOf: ({ next }) => next,
      show: ({ people, total, next, now }, isFirst) => {
        const mine = own(this);
        if (isFirst) mine.total = total;
        const fresh = people.map((person) => toPersonRow(person, toldRulebook(), now));
        const rows = [...(isFirst ? [] : (this.data.rows ?? [])), ...fresh];
        const count = countLine(next === null ? null : mine.total, rows.length);
        mine.absent = [...(isFirst ? [] : mine.absent), ...people.filter(isUnbegun)];
        const absent = [
          ...(isFirst ? [] : this.data.absent),
          ...people.filter(isAbsent).map(({ memberId }) => memberId),
        ];
        this.setData({ rows, count, absent, together: mine.absent.length, hasMore: next !== null });
        return fresh.length;
      },
    };
  },

  onRetryTap() {
    this.begin();
  },

  onChipTap(event: TapEvent<{ id: StepChip['id'] }>) {
    own(this).filter = atStep(own(this).filter, event.currentTarget.dataset.id);
    this.begin();
  },

  async onPlaceTap() {
    this.setData({ placesVisible: true, placesError: '' });
    if (this.data.places.length > 0) return;
    const { collegeId } = this.data;
    const reply = await call('teacher', 'board', collegeId ? { collegeId } : {});
    if (!reply.ok) return this.setData({ placesError: sayFailure(reply.error) });
    this.setData({ places: reply.data.byBranch.map(({ id, name, members }) => ({ id, name, members })) });
  },

  onPlacesClose(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!event.detail.visible) this.setData({ placesVisible: false });
  },

  onPlaceChoose(event: TapEvent<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    const mine = own(this);
    mine.filter = inPlace(mine.filter, id);
    this.setData({ placesVisible: false, branchName: name });
    this.begin();
  },

  onTogetherTap() {
    rememberAbsent(own(this).absent);
    openPage('recordMany', { as: 'teacher' });
  },

  /** One person after another: each leads to the next. */
  onAbsentTap() {
    const [memberId] = this.data.absent;
    rememberRound('records', this.data.absent);
    if (memberId) openPage('recordFor', { memberId, as: 'teacher' });
  },

  idsListed(): string[] {
    return (this.data.rows ?? []).map(({ id }) => id);
  },

  onListBottom() {
    void this.loadMore();
  },

  /** Whoever is gone from the roster is gone from the list. */
  onPersonLeave() {
    this.setData({ opened: '' });
    this.begin();
  },
});
