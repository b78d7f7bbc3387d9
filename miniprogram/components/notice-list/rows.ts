import { momentOf } from '../../domain/calendar/china-time';
import type { Response } from '../../contract';

type Notice = Response<'teacher', 'person'>['person']['notices'][number];

export interface NoticeRow {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly delivery: string;
  readonly tone: '' | 'done' | 'soon';
}

const DELIVERY: Record<Notice['delivery'], Pick<NoticeRow, 'delivery' | 'tone'>> = {
  planned: { delivery: '还没到时候', tone: '' },
  sent: { delivery: '微信已发', tone: '' },
  read: { delivery: '本人看过', tone: 'done' },
  'no-credit': { delivery: '只在站内，微信没发', tone: 'soon' },
  failed: { delivery: '没发成', tone: 'soon' },
};

/** A notice to somebody and what became of it, as those responsible for them see it. */
export const toNoticeRow = ({ id, title, at, delivery }: Notice): NoticeRow => ({
  id,
  title,
  at: momentOf(at),
  ...DELIVERY[delivery],
});
