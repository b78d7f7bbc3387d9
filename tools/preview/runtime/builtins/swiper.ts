/** `<swiper>` and `<swiper-item>`: items lie side by side and are moved by transforms. */
import { builtin, builtinOf, type Builtin } from './define';
import type { BuiltinNode } from './node';

const properties = {
  current: 0,
  currentItemId: '',
  indicatorDots: false,
  indicatorColor: 'rgba(0, 0, 0, .3)',
  indicatorActiveColor: '#000000',
  autoplay: false,
  interval: 5000,
  duration: 500,
  circular: false,
  vertical: false,
  displayMultipleItems: 1,
  previousMargin: '',
  nextMargin: '',
  snapToEdge: false,
  easingFunction: 'default',
  skipHiddenItemLayout: false,
  disableTouch: false,
};

type SwiperNode = BuiltinNode<typeof properties>;
type Source = '' | 'autoplay' | 'touch';

/** The style segment of glass-easel that is free of the template's own `style`. */
const POSITION_SEGMENT = 2;
/** Px a finger must travel to change the item. */
const SWIPE_PX = 40;

/** Where a step leads: around in a circle, or stopped at the ends. */
export function landing(target: number, count: number, circular: boolean): number {
  if (count === 0) return 0;
  return circular ? ((target % count) + count) % count : Math.max(0, Math.min(count - 1, target));
}

class Track {
  private current = 0;
  private readonly dots = document.createElement('div');
  private readonly watcher = new MutationObserver(() => this.place(0, false));
  private timer?: ReturnType<typeof setInterval>;

  constructor(private readonly node: SwiperNode) {
    this.dots.className = 'mp-dots';
    node.element.append(this.dots);
    this.listenTouch();
  }

  start(): void {
    this.watcher.observe(this.node.element, { childList: true });
    this.place(0, false);
  }

  stop(): void {
    this.watcher.disconnect();
    clearInterval(this.timer);
  }

  schedule(): void {
    clearInterval(this.timer);
    const { autoplay, interval, displayMultipleItems } = this.node.props;
    if (!autoplay) return;
    this.timer = setInterval(
      () => {
        const { element } = this.node;
        if (!element.offsetParent || this.items().length <= displayMultipleItems) return;
        const last = this.current + 1 >= this.items().length;
        this.go(last ? 0 : this.current + 1, 'autoplay');
      },
      Math.max(500, interval),
    );
  }

  go(target: number, source: Source): void {
    const { circular, duration } = this.node.props;
    const next = landing(target, this.items().length, circular);
    const moved = next !== this.current;
    this.current = next;
    this.place(0, true);
    if (!moved) return;
    this.node.sync({ current: next });
    const detail = { current: next, currentItemId: this.itemId(next), source };
    this.node.emit('change', detail);
    setTimeout(() => this.node.emit('animationfinish', detail), duration);
  }

  place(offset: number, animated: boolean): void {
    const { props, element } = this.node;
    const size = `calc((100% - ${props.previousMargin || '0px'} - ${props.nextMargin || '0px'})`;
    const axis = props.vertical ? 'height' : 'width';
    this.items().forEach((item, index) => {
      const component = this.node.host.componentOf(item);
      const shift = `calc(${(index - this.current) * 100}% + ${offset}px + ${props.previousMargin || '0px'})`;
      component?.setNodeStyle(
        `${axis}:${size} / ${props.displayMultipleItems});` +
          `transition:${animated ? `transform ${props.duration}ms` : 'none'};` +
          `transform:translate${props.vertical ? 'Y' : 'X'}(${shift})`,
        POSITION_SEGMENT,
      );
      item.toggleAttribute('current', index === this.current);
    });
    element.toggleAttribute('vertical', props.vertical);
    this.drawDots();
  }

  private items(): HTMLElement[] {
    return [...this.node.element.children].filter(
      (child): child is HTMLElement => child.localName === 'wx-swiper-item',
    );
  }

  private itemId(index: number): string {
    const item = builtinOf(this.node.host.componentOf(this.items()[index] ?? null));
    return String(item?.node.props.itemId ?? '');
  }

  private drawDots(): void {
    const { indicatorDots, indicatorColor, indicatorActiveColor } = this.node.props;
    this.dots.replaceChildren(
      ...(indicatorDots ? this.items() : []).map((_, index) => {
        const dot = document.createElement('i');
        dot.style.background = index === this.current ? indicatorActiveColor : indicatorColor;
        return dot;
      }),
    );
  }

  private listenTouch(): void {
    let from: number | undefined;
    const { node } = this;
    const at = (touches: { clientX: number; clientY: number }[] | undefined) =>
      (node.props.vertical ? touches?.[0]?.clientY : touches?.[0]?.clientX) ?? 0;
    node.listen('touchstart', (event) => {
      if (!node.props.disableTouch) from = at(event.changedTouches);
    });
    node.listen('touchmove', (event) => {
      if (from === undefined) return;
      const delta = at(event.changedTouches) - from;
      this.place(delta, false);
      node.emit('transition', node.props.vertical ? { dx: 0, dy: -delta } : { dx: -delta, dy: 0 });
    });
    const end = (delta: number) => {
      from = undefined;
      const step = delta < -SWIPE_PX ? 1 : delta > SWIPE_PX ? -1 : 0;
      this.go(this.current + step, 'touch');
    };
    node.listen('touchend', (event) => from !== undefined && end(at(event.changedTouches) - from));
    node.listen('touchcancel', () => from !== undefined && end(0));
  }
}

const swiper = builtin({
  tag: 'swiper',
  properties,
  setup(node) {
    const track = new Track(node);
    return {
      attached: () => track.start(),
      detached: () => track.stop(),
      update: {
        current: () => track.go(node.props.current, ''),
        'autoplay, interval, displayMultipleItems': () => track.schedule(),
        'indicatorDots, indicatorColor, indicatorActiveColor, vertical, previousMargin, nextMargin': () =>
          track.place(0, false),
      },
    };
  },
});

const swiperItem = builtin({
  tag: 'swiper-item',
  properties: { itemId: '', skipHiddenItemLayout: false },
  setup: () => undefined,
});

export const swipers: readonly Builtin[] = [swiper, swiperItem];
