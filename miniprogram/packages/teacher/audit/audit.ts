import type { Request, Response } from '../../../contract';
import { cleanLine } from '../../../domain/text/clean-text';
import { call } from '../../../services/call';
import { isLargeFont } from '../../../services/display';
import { ownState } from '../../../services/own-state';
import { cloudNow } from '../../../services/cloud-clock';
import { listHandlers, type List } from '../../../services/paged-load';
import { KIND_CHIPS, SPAN_CHIPS, startOf, toAuditRow, type AuditRow, type KindId, type SpanId } from './view';

type Person = NonNullable<Request<'teacher', 'audits'>['person']>;

const own = ownState(() => ({
  /** Whose entries; everybody's without one. */
  person: undefined as Person | undefined,
}));

Page({
  ...listHandlers('college'),

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
    this.setData({ large: isLargeFont() });
    this.begin();
  },

  begin() {
    this.setData({ rows: null, error: '', hasMore: false });
    void this.load();
  },

  list(): List<Response<'teacher', 'audits'>> {
    const { kind, span } = this.data;
    const { person } = own(this);
    const from = startOf(span, cloudNow());
    const asked = {
      ...(kind === 'all' ? {} : { kind }),
      ...(person ? { person } : {}),
      ...(from === undefined ? {} : { from }),
    };
    return {
      ask: (cursor) => call('teacher', 'audits', { ...asked, ...cursor }),
      isShown: () => this.data.rows !== null,
      nextOf: ({ next }) => next,
      show: ({ entries, next }, isFirst) => {
        const fresh = entries.map(toAuditRow);
        const before = isFirst ? [] : (this.data.rows ?? []);
        this.setData({ rows: [...before, ...fresh], hasMore: next !== null });
        return fresh.length;
      },
    };
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
    const search = cleanLine(this.data.search);
    if (!search) return this.onClear();
    own(this).person = { by: 'search', search };
    this.setData({ personName: search });
    this.begin();
  },

  /** Back to everybody and everything. */
  onClear() {
    own(this).person = undefined;
    this.setData({ search: '', personName: '', kind: 'all', span: 'all' });
    this.begin();
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset as { id: string; name: string };
    if (!id) return;
    own(this).person = { by: 'member', memberId: id };
    this.setData({ personName: name, search: '' });
    this.begin();
  },
});
