import { neverAsked, privacyItems, type PrivacyItem } from '../../../domain/words/privacy';
import { RESET_CODE_HOURS } from '../../../rulebooks/index';
import { isLargeFont } from '../../../services/display';
import { systemNow } from '../../../pages/journey/facts-now';
import { openPrivacyContract } from '../../../services/privacy';

interface Data {
  large: boolean;
  items: PrivacyItem[];
  never: string;
}

const initial: Data = { large: false, items: [], never: '' };

/** What is kept, why and how long: for anybody to read, signed in or not. */
Page({
  data: initial,

  onLoad() {
    this.setData({
      large: isLargeFont(),
      items: privacyItems(RESET_CODE_HOURS),
      never: neverAsked(systemNow()),
    });
  },

  onContractTap() {
    openPrivacyContract();
  },
});
