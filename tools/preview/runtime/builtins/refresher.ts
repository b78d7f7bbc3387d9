/** Pulling a scroll-view down: the refresher's own strip, its events, and `refresher-triggered`. */
import type { ScrollNode } from './scroll-node';

/** Returns what to run when `refresher-enabled` or `refresher-triggered` changes. */
export function listenRefresher(node: ScrollNode): () => void {
  const { element, props } = node;
  let strip: HTMLElement | undefined;
  let from: number | undefined;
  let pulled = 0;
  let refreshing = false;

  const draw = (height: number, animated: boolean) => {
    if (!strip) return;
    strip.style.transition = animated ? 'height .2s' : 'none';
    strip.style.height = `${height}px`;
    strip.toggleAttribute('spin', refreshing);
  };
  const settle = () => {
    pulled = 0;
    draw(refreshing ? props.refresherThreshold : 0, true);
  };

  node.listen('touchstart', (event) => {
    if (props.refresherEnabled && !refreshing && element.scrollTop <= 0)
      from = event.changedTouches?.[0]?.clientY;
  });
  node.listen('touchmove', (event) => {
    if (from === undefined) return;
    pulled = Math.max(0, ((event.changedTouches?.[0]?.clientY ?? from) - from) / 2);
    draw(pulled, false);
    if (pulled > 0) node.emit('refresherpulling', { dy: pulled });
  });
  const end = () => {
    if (from === undefined) return;
    from = undefined;
    if (pulled >= props.refresherThreshold) {
      refreshing = true;
      node.sync({ refresherTriggered: true });
      node.emit('refresherrefresh', { dy: pulled });
    } else if (pulled > 0) node.emit('refresherabort', { dy: pulled });
    settle();
  };
  node.listen('touchend', end);
  node.listen('touchcancel', end);

  return () => {
    if (props.refresherEnabled && !strip) {
      strip = document.createElement('div');
      strip.className = 'mp-refresher';
      element.prepend(strip);
    }
    if (props.refresherTriggered === refreshing) return;
    refreshing = props.refresherTriggered;
    node.emit(refreshing ? 'refresherrefresh' : 'refresherrestore', { dy: 0 });
    settle();
  };
}
