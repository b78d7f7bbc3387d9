/** A page in a computer's window: keys are heard while it is on top, and it knows how wide the window is. */
import { ownState } from '../memory/own-state';
import { isSideBySide, listenToKeys, type Key } from '../services/window';

interface KeyPage {
  onKey(key: Key): void;
}

const own = ownState(() => ({ stopKeys: (): void => undefined }));

const stop = (page: object): void => own(page).stopKeys();

export const KEY_PAGE = {
  onShow(this: KeyPage) {
    stop(this);
    own(this).stopKeys = listenToKeys((key) => this.onKey(key));
  },

  onHide() {
    stop(this);
  },

  onUnload() {
    stop(this);
  },
};

interface WidePage extends KeyPage {
  setData(data: { wide: boolean }): void;
}

/** In a wide window a list and what is open of it stand side by side, also after it was drawn wider or narrower. */
export const WIDE_PAGE = {
  ...KEY_PAGE,

  onResize(this: WidePage, { size }: WechatMiniprogram.Page.IResizeOption) {
    this.setData({ wide: isSideBySide(size.windowWidth) });
  },
};
