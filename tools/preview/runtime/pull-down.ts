import type { PageStack } from './page-stack';

const PULL_PX = 60;

/** Pulling a page down at its top, for pages with `enablePullDownRefresh`. */
export class PullDown {
  private startY: number | undefined;

  constructor(
    private readonly stack: PageStack,
    private readonly isEnabled: (path: string) => boolean,
  ) {}

  listen(): void {
    const options: AddEventListenerOptions = { capture: true, passive: true };
    const begin = (y: number) => {
      this.startY = window.scrollY <= 0 ? y : undefined;
    };
    const finish = (y: number) => {
      const pulled = this.startY === undefined ? 0 : y - this.startY;
      this.startY = undefined;
      const page = this.stack.top();
      if (pulled > PULL_PX && window.scrollY <= 0 && page && this.isEnabled(page.path)) this.start();
    };
    window.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY ?? 0), options);
    window.addEventListener('touchend', (event) => finish(event.changedTouches[0]?.clientY ?? 0), options);
    window.addEventListener('mousedown', (event) => begin(event.clientY), options);
    window.addEventListener('mouseup', (event) => finish(event.clientY), options);
  }

  start(): void {
    const page = this.stack.top();
    if (!page || page.frame.querySelector('.preview-pull')) return;
    const spinner = document.createElement('div');
    spinner.className = 'preview-pull';
    spinner.append(...[0, 1, 2].map(() => document.createElement('i')));
    page.frame.prepend(spinner);
    requestAnimationFrame(() => spinner.toggleAttribute('data-open', true));
    page.call('onPullDownRefresh');
  }

  stop(): void {
    for (const page of this.stack.pages()) page.frame.querySelector('.preview-pull')?.remove();
  }
}
