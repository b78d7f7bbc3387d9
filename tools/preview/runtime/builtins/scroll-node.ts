/** What a `<scroll-view>` can be told, and the node its code and its refresher hold on to. */
import type { BuiltinNode } from './node';

export const SCROLL_PROPERTIES = {
  scrollX: false,
  scrollY: false,
  scrollTop: null as unknown,
  scrollLeft: null as unknown,
  scrollIntoView: '',
  scrollIntoViewOffset: 0,
  scrollWithAnimation: false,
  scrollAnchoring: false,
  upperThreshold: 50,
  lowerThreshold: 50,
  enableFlex: false,
  enableBackToTop: false,
  enablePassive: null as unknown,
  enhanced: false,
  bounces: true,
  showScrollbar: true,
  pagingEnabled: false,
  fastDeceleration: false,
  usingSticky: false,
  type: 'list',
  reverse: false,
  clip: true,
  cacheExtent: 0,
  scrollAnimationDuration: '',
  refresherEnabled: false,
  refresherThreshold: 45,
  refresherDefaultStyle: 'black',
  refresherBackground: '',
  refresherTriggered: false,
};

export type ScrollNode = BuiltinNode<typeof SCROLL_PROPERTIES>;
