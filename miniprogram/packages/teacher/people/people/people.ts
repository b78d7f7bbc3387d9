import type { Response } from '../../../../contract';
import { pagePath } from '../../../../domain/reminding/pages';
import { call } from '../../../../services/call';
import { isLargeFont } from '../../../../services/display';
import { ownState } from '../../../../memory/own-state';
import { listHandlers, type List } from '../../../../loading/paged-list';
import { PEOPLE_STEP_WORDS } from '../../../../domain/words/people-steps';
import { knownRulebook } from '../../season/known-rulebook';
import {
  filterFromQuery,
  stepChips,
  toPersonRow,
  type PeopleFilter,
  type PersonRow,
  type StepChip,
} from './view';

const BEGIN: PeopleFilter = { by: 'step', step: 'bind' };

/** What an instance remembers besides what it shows. */
interface Own {
  filter: PeopleFilter;
}

const own = ownState<Own>(() => ({
  filter: BEGIN,
}));

interface Data {
  large: boolean;
  collegeId: string;
  title: string;
  chips: StepChip[];
  rows: PersonRow[] | null;
  hasMore: boolean;
  loadingMore: boolean;
  error: string;
}

const initial: Data = {
  large: false,
  collegeId: '',
  title: '',
  chips: [],
  rows: null,
  hasMore: false,
  loadingMore: false,
  error: '',
};

/** The people behind a figure. */
Page({
  ...listHandlers(),

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    own(this).filter = filterFromQuery(query.filter) ?? BEGIN;
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '', title: query.title ?? '' });
    this.begin();
  },

  begin() {
    const { filter } = own(this);
    this.setData({ rows: null, error: '', hasMore: false, chips: stepChips(filter) });
    if (filter.by === 'step') this.setData({ title: PEOPLE_STEP_WORDS[filter.step] ?? this.data.title });
    void wx.setNavigationBarTitle({ title: this.data.title || '同学' });
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
      show: ({ people, next, now }, isFirst) => {
        const fresh = people.map((person) => toPersonRow(person, knownRulebook(), now));
        const before = isFirst ? [] : (this.data.rows ?? []);
        this.setData({ rows: [...before, ...fresh], hasMore: next !== null });
        return fresh.length;
      },
    };
  },

  onRetryTap() {
    this.begin();
  },

  onChipTap(event: TapEvent<{ id: StepChip['id'] }>) {
    own(this).filter = { by: 'step', step: event.currentTarget.dataset.id };
    this.begin();
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const memberId = String(event.currentTarget.dataset.id);
    void wx.navigateTo({
      url: `/${pagePath('teacherPerson', { memberId, collegeId: this.data.collegeId })}`,
    });
  },
});
