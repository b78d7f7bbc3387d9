import type { PageStack } from './page-stack';

/** Tells the top page about scrolling: `onPageScroll` and `onReachBottom`. */
export class PageScroll {
  private wasNearBottom = false;

  constructor(
    private readonly stack: PageStack,
    private readonly distanceOf: (path: string) => number,
  ) {}

  listen(): void {
    window.addEventListener('scroll', () => this.onScroll(), { passive: true });
    this.stack.changed.listen(() => {
      this.wasNearBottom = false;
    });
  }

  /** @param to `selector` is looked up in the top page */
  scrollTo(to: { scrollTop?: number; duration?: number; selector?: string }): void {
    const behavior: ScrollBehavior = to.duration === 0 ? 'auto' : 'smooth';
    const found = to.selector === undefined ? null : this.stack.top()?.element.querySelector(to.selector);
    const top = found ? found.getBoundingClientRect().top + window.scrollY : (to.scrollTop ?? 0);
    window.scrollTo({ top, behavior });
  }

  private onScroll(): void {
    const page = this.stack.top();
    if (!page) return;
    if (page.has('onPageScroll')) page.call('onPageScroll', { scrollTop: window.scrollY });
    const left = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
    const isNear = left <= this.distanceOf(page.path);
    if (isNear && !this.wasNearBottom) page.call('onReachBottom');
    this.wasNearBottom = isNear;
  }
}
