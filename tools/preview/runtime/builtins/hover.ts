/** The pressed look: `hover-class` and its times, in milliseconds. */
import type { BuiltinNode } from './node';

export const HOVER_PROPERTIES = {
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
};

/** glass-easel keeps several class lists per element; this one is free of the template's own classes. */
const HOVER_SEGMENT = 3;

/** Touches whose pressed look a nested element has claimed with `hover-stop-propagation`. */
const claimed = new WeakSet<object>();

export function listenHover(node: BuiltinNode): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (className: string, delay: unknown) => {
    clearTimeout(timer);
    timer = setTimeout(() => node.component.setNodeClass(className, HOVER_SEGMENT), Number(delay));
  };
  node.listen('touchstart', (event) => {
    const { hoverClass, hoverStartTime, hoverStopPropagation, disabled } = node.props;
    const touch = event.getOriginalEvent?.();
    const key = typeof touch === 'object' && touch ? touch : undefined;
    if (!hoverClass || hoverClass === 'none' || disabled || (key && claimed.has(key))) return;
    if (hoverStopPropagation && key) claimed.add(key);
    later(String(hoverClass), hoverStartTime);
  });
  const release = () => {
    if (node.props.hoverClass !== 'none') later('', node.props.hoverStayTime);
  };
  node.listen('touchend', release);
  node.listen('touchcancel', release);
}
