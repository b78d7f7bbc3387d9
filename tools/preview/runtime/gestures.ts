/** Makes WeChat's touch events, tap and longpress from the browser's touches and mouse. */
import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { componentOf } from './backend';
import type { Element } from './host';
import type { TapWindow } from './tap-window';

const LONG_PRESS_MS = 350;
const TAP_SLACK_PX = 10;
/** How long after a touch the browser may still send mouse events made from it. */
const GHOST_MOUSE_MS = 1000;

interface Point {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

interface Press {
  target: EventTarget | null;
  start: Point;
  hasMoved: boolean;
  /** A longpress that somebody handled: the tap is then not fired. */
  wasLong: boolean;
  timer: number;
}

type Source = { identifier?: number; pageX: number; pageY: number; clientX: number; clientY: number };

const LISTEN: AddEventListenerOptions = { capture: true, passive: false };

export class Gestures {
  private press: Press | undefined;
  private lastTouch = -Infinity;

  constructor(private readonly taps: TapWindow) {}

  listen(): void {
    // dragging a picture or a selection would swallow the mouse moves
    window.addEventListener('dragstart', (event) => event.preventDefault(), true);
    window.addEventListener('touchstart', (event) => this.touch(event, 'start'), LISTEN);
    window.addEventListener('touchmove', (event) => this.touch(event, 'move'), LISTEN);
    window.addEventListener('touchend', (event) => this.touch(event, 'end'), LISTEN);
    window.addEventListener('touchcancel', (event) => this.touch(event, 'cancel'), LISTEN);
    window.addEventListener('mousedown', (event) => this.mouse(event, 'start'), LISTEN);
    window.addEventListener('mousemove', (event) => this.mouse(event, 'move'), LISTEN);
    window.addEventListener('mouseup', (event) => this.mouse(event, 'end'), LISTEN);
  }

  private touch(event: TouchEvent, phase: Phase): void {
    this.lastTouch = performance.now();
    const [changed] = event.changedTouches;
    if (changed) this[phase](event.target, point(changed), [...event.touches].map(point), event);
  }

  /** A browser with a touch screen also sends mouse events for each touch; those are skipped. */
  private mouse(event: MouseEvent, phase: Phase): void {
    if (performance.now() - this.lastTouch < GHOST_MOUSE_MS || event.button !== 0) return;
    const at = point(event);
    // the button was let go outside the window
    if (phase === 'move' && event.buttons === 0) return this.cancel(event.target, at, [], event);
    this[phase](event.target, at, phase === 'end' ? [] : [at], event);
  }

  private start(target: EventTarget | null, at: Point, touches: Point[], native: UIEvent): void {
    if (this.press) window.clearTimeout(this.press.timer);
    const press: Press = { target, start: at, hasMoved: false, wasLong: false, timer: 0 };
    press.timer = window.setTimeout(() => this.long(press, native), LONG_PRESS_MS);
    this.press = press;
    fire(target, 'touchstart', {}, touches, at, native);
  }

  private move(_: EventTarget | null, at: Point, touches: Point[], native: UIEvent): void {
    const { press } = this;
    if (!press) return;
    if (Math.hypot(at.clientX - press.start.clientX, at.clientY - press.start.clientY) > TAP_SLACK_PX) {
      press.hasMoved = true;
      window.clearTimeout(press.timer);
    }
    fire(press.target, 'touchmove', {}, touches, at, native);
  }

  private end(_: EventTarget | null, at: Point, touches: Point[], native: UIEvent): void {
    const press = this.release();
    if (!press) return;
    fire(press.target, 'touchend', {}, touches, at, native);
    if (press.hasMoved || press.wasLong) return;
    this.taps.run(() => fire(press.target, 'tap', { x: at.pageX, y: at.pageY }, touches, at, native));
  }

  private cancel(_: EventTarget | null, at: Point, touches: Point[], native: UIEvent): void {
    const press = this.release();
    if (press) fire(press.target, 'touchcancel', {}, touches, at, native);
  }

  private release(): Press | undefined {
    const { press } = this;
    this.press = undefined;
    if (press) window.clearTimeout(press.timer);
    return press;
  }

  private long(press: Press, native: UIEvent): void {
    const { start, target } = press;
    press.wasLong = isHeard(target, 'longpress');
    for (const type of ['longpress', 'longtap']) {
      fire(target, type, { x: start.pageX, y: start.pageY }, [start], start, native);
    }
  }
}

type Phase = 'start' | 'move' | 'end' | 'cancel';

function point({ identifier = 0, pageX, pageY, clientX, clientY }: Source): Point {
  return { identifier, pageX, pageY, clientX, clientY };
}

function fire(
  target: EventTarget | null,
  type: string,
  detail: object,
  touches: Point[],
  changed: Point,
  native: UIEvent,
): void {
  const element = componentOf(target as Node | null);
  if (!element) return;
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    originalEvent: native,
    extraFields: { touches, changedTouches: [changed] },
  });
  event.dispatch(element);
  // `catch:touchmove` holds the page still below a popup
  if (type === 'touchmove' && event.defaultPrevented() && native.cancelable) native.preventDefault();
}

/** Whether any element from the target up to the page listens for the event. */
function isHeard(target: EventTarget | null, type: string): boolean {
  for (let node = target as Node | null; node; node = node.parentNode) {
    const { __wxElement: element } = node as Node & { __wxElement?: Element };
    if (element && hasListener(element, type)) return true;
  }
  return false;
}

function hasListener(element: Element, type: string): boolean {
  const { _$eventTarget: listeners } = element as unknown as {
    _$eventTarget?: { listeners: Record<string, unknown>; captureListeners: Record<string, unknown> | null };
  };
  return Boolean(listeners?.listeners[type] ?? listeners?.captureListeners?.[type]);
}
