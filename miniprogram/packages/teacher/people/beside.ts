/** A list of people in a computer's window: whoever is tapped opens beside it, and keys lead on. */
import { ownState } from '../../../memory/own-state';
import { openPage } from '../../../services/navigate';
import { hearsKeys, isSideBySide, listenToKeys, type Key } from '../../../services/window';

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
  /** Ids of those listed, in their order. */
  idsListed(): readonly string[];
}

const own = ownState(() => ({ stopKeys: (): void => undefined }));

const STEPS: Readonly<Record<string, 1 | -1 | undefined>> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** Whom a key leads to; the first or the last one stays. Empty where nobody is listed. */
export const besideOf = (ids: readonly string[], opened: string, step: 1 | -1): string => {
  const at = ids.indexOf(opened);
  return (at < 0 ? ids[0] : (ids[at + step] ?? opened)) ?? '';
};

const onKey = (page: BesidePage, { name, shift }: Key): void => {
  if (!page.data.wide || shift) return;
  if (name === '/') return openPage('teacherFind');
  const step = STEPS[name];
  if (step !== undefined) page.setData({ opened: besideOf(page.idsListed(), page.data.opened, step) });
};

export const BESIDE_HANDLERS = {
  onResize(this: BesidePage, { size }: WechatMiniprogram.Page.IResizeOption) {
    this.setData({ wide: isSideBySide(size.windowWidth) });
  },

  onShow(this: BesidePage) {
    own(this).stopKeys();
    own(this).stopKeys = listenToKeys((key) => onKey(this, key));
    this.setData({ wide: isSideBySide(), keyed: hearsKeys() });
  },

  onHide(this: BesidePage) {
    own(this).stopKeys();
  },

  onUnload(this: BesidePage) {
    own(this).stopKeys();
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
