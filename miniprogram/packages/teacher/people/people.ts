import { pagePath } from '../../../domain/pages';
import { call } from '../../../services/call';
import { isLargeFont, toast } from '../../../services/display';
import { leaveDesk } from '../scope';
import { sayFailure } from '../../../services/wording';
import { STEP_LABELS } from '../board-panel/view';
import { knownRulebook } from '../known-rulebook';
import {
  filterFromQuery,
  stepChips,
  toPersonRow,
  type PeopleFilter,
  type PersonRow,
  type StepChip,
} from './view';

let filter: PeopleFilter = { by: 'step', step: 'bind' };
let next: string | null = null;
/** Grows with each load from the start; an answer to an older one is dropped. */
let turn = 0;

/** A page of the cloud may be empty and still have a next one: it has looked at many branches. */
const MOST_EMPTY_PAGES = 10;

Page({
  data: {
    large: false,
    collegeId: '',
    title: '',
    chips: [] as StepChip[],
    rows: null as PersonRow[] | null,
    hasMore: false,
    loadingMore: false,
    error: '',
  },

  onLoad(query: Record<string, string | undefined>) {
    filter = filterFromQuery(query.filter) ?? { by: 'step', step: 'bind' };
    next = null;
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '', title: query.title ?? '' });
    this.begin();
  },

  begin() {
    this.setData({ rows: null, error: '', hasMore: false, chips: stepChips(filter) });
    if (filter.by === 'step') this.setData({ title: STEP_LABELS[filter.step] ?? this.data.title });
    void wx.setNavigationBarTitle({ title: this.data.title || '同学' });
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void this.loadMore();
  },

  async load() {
    turn += 1;
    next = null;
    await this.fetch([]);
  },

  async loadMore() {
    if (!next || this.data.loadingMore || !this.data.rows) return;
    this.setData({ loadingMore: true });
    await this.fetch(this.data.rows);
    this.setData({ loadingMore: false });
  },

  async fetch(before: readonly PersonRow[]) {
    const mine = turn;
    const { collegeId } = this.data;
    for (let page = 0; page < MOST_EMPTY_PAGES; page += 1) {
      const reply = await call('teacher', 'people', {
        filter,
        ...(collegeId ? { collegeId } : {}),
        ...(next ? { cursor: next } : {}),
      });
      if (mine !== turn) return;
      if (!reply.ok) {
        if (leaveDesk(reply.error)) return;
        if (this.data.rows) toast(sayFailure(reply.error));
        else this.setData({ error: sayFailure(reply.error) });
        return;
      }
      const { people, now } = reply.data;
      next = reply.data.next;
      const fresh = people.map((person) => toPersonRow(person, knownRulebook(), now));
      this.setData({ rows: [...before, ...fresh], hasMore: next !== null });
      if (fresh.length > 0 || next === null) return;
    }
  },

  onRetryTap() {
    this.begin();
  },

  onChipTap(event: WechatMiniprogram.TouchEvent) {
    filter = { by: 'step', step: event.currentTarget.dataset.id as StepChip['id'] };
    this.begin();
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const memberId = String(event.currentTarget.dataset.id);
    void wx.navigateTo({
      url: `/${pagePath('teacherPerson', { memberId, collegeId: this.data.collegeId })}`,
    });
  },
});
