/** `createIntersectionObserver`, with WeChat's first call: also what is in view from the start is told. */
import type { Caller } from '../host';

interface Options {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

type Margins = Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>;
type Listener = (result: object) => void;

const plain = ({ left, top, right, bottom, width, height }: DOMRectReadOnly) => ({
  left,
  top,
  right,
  bottom,
  width,
  height,
});

export class PageIntersectionObserver {
  private root: string | null = null;
  private margins: Margins = {};
  private observers: IntersectionObserver[] = [];

  constructor(
    private readonly caller: Caller,
    private readonly options: Options = {},
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    [this.root, this.margins] = [selector, margins];
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    [this.root, this.margins] = [null, margins];
    return this;
  }

  observe(selector: string, listener: Listener): void {
    const { thresholds = [0], initialRatio = 0, observeAll = false } = this.options;
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.margins;
    const root = this.root === null ? null : (this.find(this.root, false)[0] ?? null);
    const rootMargin = `${top}px ${right}px ${bottom}px ${left}px`;
    for (const target of this.find(selector, observeAll)) {
      let before = initialRatio;
      const tell = (entry: IntersectionObserverEntry) => {
        const ratio = entry.intersectionRatio;
        // The browser also tells where things stand at first; WeChat only when a threshold is crossed.
        const crossed = ratio !== before && thresholds.some((at) => (before - at) * (ratio - at) <= 0);
        before = ratio;
        if (crossed) listener(this.result(target, entry));
      };
      const observer = new IntersectionObserver((entries) => entries.forEach(tell), {
        root,
        rootMargin,
        threshold: thresholds,
      });
      observer.observe(target);
      this.observers.push(observer);
    }
  }

  disconnect(): void {
    for (const observer of this.observers) observer.disconnect();
    this.observers = [];
  }

  private result(target: HTMLElement, entry: IntersectionObserverEntry): object {
    return {
      id: target.id,
      dataset: { ...target.dataset },
      intersectionRatio: entry.intersectionRatio,
      intersectionRect: plain(entry.intersectionRect),
      boundingClientRect: plain(entry.boundingClientRect),
      relativeRect: entry.rootBounds && plain(entry.rootBounds),
      time: Math.round(entry.time),
    };
  }

  private find(selector: string, all: boolean): HTMLElement[] {
    const shadow = this.caller._$.getShadowRoot();
    const found = all ? (shadow?.querySelectorAll(selector) ?? []) : [shadow?.querySelector(selector)];
    return found.flatMap((element) => {
      const node = element?.getBackendElement() as unknown as HTMLElement | null | undefined;
      return node ? [node] : [];
    });
  }
}
