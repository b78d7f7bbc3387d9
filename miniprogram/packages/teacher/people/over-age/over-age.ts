import type { Response } from '../../../../contract';
import { call } from '../../../../asking/call';
import { isLargeFont } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { DESK_RETRY } from '../../../../loading/desk-page';
import { listHandlers, type List } from '../../../../loading/paged-list';
import { overAgeRows, type OverAgeRow } from './view';

interface Data {
  large: boolean;
  collegeId: string;
  rows: OverAgeRow[] | null;
  ageLimit: number;
  hasMore: boolean;
  loadingMore: boolean;
  error: string;
}

const initial: Data = {
  large: false,
  collegeId: '',
  rows: null,
  ageLimit: 0,
  hasMore: false,
  loadingMore: false,
  error: '',
};

/** Who has reached the age limit, of one college or of all. */
Page({
  ...DESK_RETRY,
  ...listHandlers(),

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '' });
    void this.load();
  },

  list(): List<Response<'teacher', 'overAgeList'>> {
    const { collegeId } = this.data;
    const scope = collegeId ? { collegeId } : {};
    return {
      ask: (cursor) => call('teacher', 'overAgeList', { ...scope, ...cursor }),
      isShown: () => this.data.rows !== null,
      nextOf: (page) => page.cursor,
      show: ({ people, ageLimit, cursor }, isFirst) => {
        const found = overAgeRows(people, !collegeId);
        const before = isFirst ? [] : (this.data.rows ?? []);
        this.setData({ rows: [...before, ...found], ageLimit, hasMore: cursor !== null, error: '' });
        return found.length;
      },
    };
  },

  onPersonTap(event: WechatMiniprogram.TouchEvent) {
    openPage('teacherPerson', { memberId: String(event.currentTarget.dataset.id) });
  },
});
