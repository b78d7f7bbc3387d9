/** `<movable-area>` and `<movable-view>`: a child dragged inside its area. */
import { builtin, type Builtin } from './define';

const POSITION_SEGMENT = 2;

const movableArea = builtin({
  tag: 'movable-area',
  properties: { scaleArea: false },
  setup: () => undefined,
});

const movableView = builtin({
  tag: 'movable-view',
  properties: {
    direction: 'none',
    inertia: false,
    outOfBounds: false,
    x: null as unknown,
    y: null as unknown,
    damping: 20,
    friction: 2,
    disabled: false,
    scale: false,
    scaleMin: 0.1,
    scaleMax: 10,
    scaleValue: 1,
    animation: true,
  },
  setup(node) {
    const { element, props } = node;
    let [x, y] = [0, 0];
    let from: { x: number; y: number } | undefined;
    const place = (source: string) => {
      const area = element.parentElement;
      const [right, bottom] = [
        (area?.clientWidth ?? 0) - element.offsetWidth,
        (area?.clientHeight ?? 0) - element.offsetHeight,
      ];
      if (!props.outOfBounds) {
        x = Math.max(Math.min(0, right), Math.min(Math.max(0, right), x));
        y = Math.max(Math.min(0, bottom), Math.min(Math.max(0, bottom), y));
      }
      node.component.setNodeStyle(`transform:translate(${x}px,${y}px)`, POSITION_SEGMENT);
      node.emit('change', { x, y, source });
    };
    node.listen('touchstart', (event) => {
      const touch = event.changedTouches?.[0];
      if (touch && !props.disabled) from = { x: touch.clientX - x, y: touch.clientY - y };
    });
    node.listen('touchmove', (event) => {
      const touch = event.changedTouches?.[0];
      if (!from || !touch) return;
      if (props.direction === 'all' || props.direction === 'horizontal') x = touch.clientX - from.x;
      if (props.direction === 'all' || props.direction === 'vertical') y = touch.clientY - from.y;
      place('touch');
    });
    const release = () => {
      from = undefined;
    };
    node.listen('touchend', release);
    node.listen('touchcancel', release);
    return {
      update: {
        'x, y': () => {
          x = parseFloat(String(props.x ?? x)) || 0;
          y = parseFloat(String(props.y ?? y)) || 0;
          place('');
        },
      },
    };
  },
});

export const movables: readonly Builtin[] = [movableArea, movableView];
