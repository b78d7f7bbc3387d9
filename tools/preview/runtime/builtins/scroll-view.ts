/** `<scroll-view>`: positions set by properties, thresholds, and the pull-down refresher. */
import { describeRole } from './aria';
import { builtin, type Builtin } from './define';
import { listenRefresher } from './refresher';
import { SCROLL_PROPERTIES, type ScrollNode } from './scroll-node';

/** A number is px; a string may carry `px` or `rpx`. Undefined when it says nothing. */
export function toPixels(value: unknown, viewportWidth: number): number | undefined {
  const number = typeof value === 'number' ? value : parseFloat(String(value ?? ''));
  if (Number.isNaN(number)) return undefined;
  return typeof value === 'string' && value.trim().endsWith('rpx') ? (number * viewportWidth) / 750 : number;
}

function listenScroll(node: ScrollNode): void {
  const { element, props } = node;
  let [left, top] = [0, 0];
  const offset = () => ({ left: element.scrollLeft, top: element.scrollTop });
  element.addEventListener('scroll', () => {
    const now = offset();
    node.emit('scroll', {
      scrollLeft: now.left,
      scrollTop: now.top,
      scrollWidth: element.scrollWidth,
      scrollHeight: element.scrollHeight,
      deltaX: left - now.left,
      deltaY: top - now.top,
    });
    const axes = [
      props.scrollY && {
        was: top,
        is: now.top,
        end: element.scrollHeight - element.clientHeight,
        names: ['top', 'bottom'],
      },
      props.scrollX && {
        was: left,
        is: now.left,
        end: element.scrollWidth - element.clientWidth,
        names: ['left', 'right'],
      },
    ];
    [left, top] = [now.left, now.top];
    for (const axis of axes) {
      if (!axis) continue;
      const { upperThreshold: upper, lowerThreshold: lower } = props;
      if (axis.was > upper && axis.is <= upper) node.emit('scrolltoupper', { direction: axis.names[0] });
      const [before, after] = [axis.end - axis.was, axis.end - axis.is];
      if (before > lower && after <= lower) node.emit('scrolltolower', { direction: axis.names[1] });
    }
  });
}

function scrollTo(node: ScrollNode, position: { top?: number; left?: number }): void {
  const behavior = node.props.scrollWithAnimation ? 'smooth' : 'auto';
  // Content bound in the same setData is laid out one task later.
  setTimeout(() => node.element.scrollTo({ ...position, behavior }));
}

function scrollIntoView(node: ScrollNode, id: string): void {
  setTimeout(() => {
    const { element } = node;
    const target = [...element.querySelectorAll<HTMLElement>('[id]')].find((child) => child.id === id);
    if (!target) return;
    const [inner, outer] = [target.getBoundingClientRect(), element.getBoundingClientRect()];
    const offset = node.props.scrollIntoViewOffset;
    scrollTo(node, {
      ...(node.props.scrollY && { top: inner.top - outer.top + element.scrollTop + offset }),
      ...(node.props.scrollX && { left: inner.left - outer.left + element.scrollLeft + offset }),
    });
  });
}

/** What `SelectorQuery.node()` gives for a scroll-view. */
function contextOf(node: ScrollNode): object {
  const { element } = node;
  return {
    scrollTo: ({ top, left, animated = true }: { top?: number; left?: number; animated?: boolean }) =>
      element.scrollTo({ top, left, behavior: animated ? 'smooth' : 'auto' }),
    scrollIntoView: (selector: string) => scrollIntoView(node, selector.replace(/^#/, '')),
    get scrollEnabled() {
      return node.props.scrollX || node.props.scrollY;
    },
    triggerRefresh: () => node.emit('refresherrefresh'),
    closeRefresh: () => node.emit('refresherrestore'),
  };
}

/** A ring is for who came by the Tab key: a browser draws one at any key also round what was tapped before. */
function listenFocus({ element }: ScrollNode): void {
  element.addEventListener('focus', () => {
    element.toggleAttribute('ring', element.matches(':focus-visible'));
  });
}

export const scrollView: Builtin = builtin({
  tag: 'scroll-view',
  properties: SCROLL_PROPERTIES,
  setup(node) {
    const { element, props } = node;
    listenScroll(node);
    listenFocus(node);
    const refresher = listenRefresher(node);
    // A browser lets the keyboard into whatever scrolls (Chrome from 130 on); older ones are told.
    describeRole(element, { tabindex: 0 });
    const toggles = {
      'scroll-x': 'scrollX',
      'scroll-y': 'scrollY',
      flex: 'enableFlex',
      paging: 'pagingEnabled',
    } as const;
    return {
      contextNode: () => contextOf(node),
      update: {
        'scrollX, scrollY, enableFlex, pagingEnabled': () => {
          for (const [name, key] of Object.entries(toggles)) element.toggleAttribute(name, props[key]);
        },
        'enhanced, showScrollbar': () =>
          element.toggleAttribute('bar', !props.enhanced || props.showScrollbar),
        scrollTop: () => {
          const top = toPixels(props.scrollTop, window.innerWidth);
          if (top !== undefined) scrollTo(node, { top });
        },
        scrollLeft: () => {
          const left = toPixels(props.scrollLeft, window.innerWidth);
          if (left !== undefined) scrollTo(node, { left });
        },
        scrollIntoView: () => {
          if (props.scrollIntoView) scrollIntoView(node, props.scrollIntoView);
        },
        'refresherEnabled, refresherTriggered': refresher,
      },
    };
  },
});
