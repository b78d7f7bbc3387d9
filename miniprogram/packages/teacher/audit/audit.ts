import type { Request } from '../../../domain/contract';
import { call } from '../../../services/call';
import { isLargeFont, toast } from '../../../services/display';
import { cloudNow } from '../../../services/own-transfer';
import { leaveStranger } from '../../../services/session';
import { sayFailure } from '../../../services/wording';
import { KIND_CHIPS, SPAN_CHIPS, startOf, toAuditRow, type AuditRow, type KindId, type SpanId } from './view';

type Person = NonNullable<Request<'teacher', 'audits'>['person']>;

let person: Person | undefined;
let next: string | null = null;
/** Grows with each load from the start; an answer to an older one is dropped. */
let turn = 0;

/** A page of the cloud may be empty and still have a next one. */
const MOST_EMPTY_PAGES = 10;

Page({
  data: {
    large: false,
    kinds: KIND_CHIPS,
    spans: SPAN_CHIPS,
    kind: 'all' as KindId,
    span: 'all' as SpanId,
    search: '',
    personName: '',
    rows: null as AuditRow[] | null,
    hasMore: false,
    loadingMore: false,
    error: '',
  },

  onLoad() {
    person = undefined;
    this.setData({ large: isLargeFont() });
    this.begin();
  },

  begin() {
    this.setData({ rows: null, error: '', hasMore: false });
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

  async fetch(before: readonly AuditRow[]) {
    const mine = turn;
    const { kind, span } = this.data;
    const from = startOf(span, cloudNow());
    for (let page = 0; page < MOST_EMPTY_PAGES; page += 1) {
      const reply = await call('teacher', 'audits', {
        ...(kind === 'all' ? {} : { kind }),
        ...(person ? { person } : {}),
        ...(from === undefined ? {} : { from }),
        ...(next ? { cursor: next } : {}),
      });
      if (mine !== turn) return;
      if (!reply.ok) {
        if (reply.error.code === 'NOT_SIGNED_IN' && leaveStranger(reply.error)) return;
        if (this.data.rows) toast(sayFailure(reply.error));
        else this.setData({ error: sayFailure(reply.error) });
        return;
      }
      next = reply.data.next;
      const fresh = reply.data.entries.map(toAuditRow);
      this.setData({ rows: [...before, ...fresh], hasMore: next !== null });
      if (fresh.length > 0 || next === null) return;
    }
  },

  onRetryTap() {
    this.begin();
  },

  onKindTap(event: WechatMiniprogram.TouchEvent) {
    this.setData({ kind: event.currentTarget.dataset.id as KindId });
    this.begin();
  },

  onSpanTap(event: WechatMiniprogram.TouchEvent) {
    this.setData({ span: event.currentTarget.dataset.id as SpanId });
    this.begin();
  },

  onSearchChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ search: event.detail.value });
  },

  onSearch() {
    const search = this.data.search.trim();
    if (!search) return this.onClear();
    person = { by: 'search', search };
    this.setData({ personName: search });
    this.begin();
  },

  /** Back to everybody and everything. */
  onClear() {
    person = undefined;
    this.setData({ search: '', personName: '', kind: 'all', span: 'all' });
    this.begin();
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset as { id: string; name: string };
    if (!id) return;
    person = { by: 'member', memberId: id };
    this.setData({ personName: name, search: '' });
    this.begin();
  },
});
