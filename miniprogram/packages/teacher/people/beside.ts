/** A list of people in a computer's window: whoever is tapped opens beside it, and keys lead on. */
import { WIDE_PAGE } from '../../../loading/key-page';
import { keyTable, ledFrom, UP_AND_DOWN } from '../../../loading/keys';
import { openPage } from '../../../services/navigate';
import { hearsKeys, isSideBySide, type Key } from '../../../services/window';

/** What a page with a person beside its list shows of it. */
export interface BesideData {
  /** A computer's window: the list and the person stand side by side. */
  wide: boolean;
  /** Whether keys are heard here. */
  keyed: boolean;
  /** Id of whom is open beside the list; empty when nobody is. */
  opened: string;
}

export const BESIDE: BesideData = { wide: false, keyed: false, opened: '' };

interface BesidePage {
  readonly data: Readonly<BesideData & { collegeId: string }>;
  setData(data: Partial<BesideData>): void;
  onKey(key: Key): void;
  /** Ids of those listed, in their order. */
  idsListed(): readonly string[];
}

const { actOf } = keyTable([
  { cap: 'J K', word: '上下一位', acts: UP_AND_DOWN },
  { cap: '/', word: '找人', acts: { '/': 'find' } },
]);

export const BESIDE_HANDLERS = {
  ...WIDE_PAGE,

  onShow(this: BesidePage) {
    WIDE_PAGE.onShow.call(this);
    this.setData({ wide: isSideBySide(), keyed: hearsKeys() });
  },

  onKey(this: BesidePage, key: Key) {
    const act = this.data.wide ? actOf(key) : undefined;
    if (act === 'find') openPage('teacherFind');
    else if (act) this.setData({ opened: ledFrom(this.idsListed(), this.data.opened, act) });
  },

  onRowOpen(this: BesidePage, event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const { id } = event.detail;
    if (this.data.wide) this.setData({ opened: id });
    else openPage('teacherPerson', { memberId: id, collegeId: this.data.collegeId });
  },

  onPersonOther(this: BesidePage, event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    this.setData({ opened: event.detail.memberId });
  },
};
