import type { Request, Response } from '../../../contract';
import { cleanLine } from '../../../domain/text/clean-text';
import { call } from '../../../asking/call';
import { isLargeFont } from '../../../services/display';
import { ownState } from '../../../memory/own-state';
import { cloudNow } from '../../../memory/cloud-clock';
import { listHandlers, type List } from '../../../loading/paged-list';
import { KIND_CHIPS, SPAN_CHIPS, startOf, toAuditRow, type AuditRow, type KindId, type SpanId } from './view';

type Person = NonNullable<Request<'teacher', 'audits'>['person']>;

/** What an instance remembers besides what it shows. */
interface Own {
  /** Whose entries; everybody's without one. */
  person: Person | undefined;
}

const own = ownState<Own>(() => ({
  person: undefined,
}));

interface Data {
  large: boolean;
  kinds: typeof KIND_CHIPS;
  spans: typeof SPAN_CHIPS;
  kind: KindId;
  span: SpanId;
  search: string;
  personName: string;
  rows: AuditRow[] | null;
  hasMore: boolean;
  loadingMore: boolean;
  error: string;
}

const initial: Data = {
  large: false,
  kinds: KIND_CHIPS,
  spans: SPAN_CHIPS,
  kind: 'all',
  span: 'all',
  search: '',
  personName: '',
  rows: null,
  hasMore: false,
  loadingMore: false,
  error: '',
};

Page({
  ...listHandlers(),

  data: initial,

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

  onKindTap(event: TapEvent<{ id: KindId }>) {
    this.setData({ kind: event.currentTarget.dataset.id });
    this.begin();
  },

  onSpanTap(event: TapEvent<{ id: SpanId }>) {
    this.setData({ span: event.currentTarget.dataset.id });
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

  onRowTap(event: TapEvent<{ id: string; name: string }>) {
    const { id, name } = event.currentTarget.dataset;
    if (!id) return;
    own(this).person = { by: 'member', memberId: id };
    this.setData({ personName: name, search: '' });
    this.begin();
  },
});
