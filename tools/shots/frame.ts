/** What stands around the mini-program in a picture's tab, put there by `installFrame`. */
export interface Framed {
  readonly heard: string[];
  /** Resolves when nothing is being fetched, drawn or moved any more. */
  settled(): Promise<void>;
}

/**
 * A frame that refuses every sheet, writes errors down and knows when a page has come to rest. Runs in the page before
 * its own scripts, so everything it needs stands inside.
 */
export const installFrame = (): void => {
  /** How long nothing may change before a screen counts as settled, ms. */
  const QUIET_MS = 100;
  const LIMIT_MS = 8000;
  const heard: string[] = [];
  const cloud = new URLSearchParams(location.search).get('cloud');
  const fetchReally = window.fetch.bind(window);
  let changedAt = performance.now();
  let fetching = 0;

  const isMoving = (animation: Animation): boolean =>
    animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity;
  const isBusy = (): boolean =>
    fetching > 0 ||
    document.fonts.status === 'loading' ||
    Array.from(document.images).some(({ complete, loading }) => !complete && loading !== 'lazy') ||
    document.getAnimations().some(isMoving);

  const settled = async (): Promise<void> => {
    const startedAt = performance.now();
    changedAt = startedAt;
    while (performance.now() - changedAt < QUIET_MS) {
      if (performance.now() - startedAt > LIMIT_MS) throw new Error('the screen does not come to rest');
      await new Promise((later) => setTimeout(later, 10));
      if (isBusy()) changedAt = performance.now();
    }
  };

  window.fetch = async (...request) => {
    const [to] = request;
    if (cloud && String(to).includes('callFunction')) throw new TypeError('the cloud does not answer');
    fetching += 1;
    try {
      const reply = await fetchReally(...request);
      await reply.clone().arrayBuffer();
      return reply;
    } finally {
      fetching -= 1;
    }
  };
  new MutationObserver(() => (changedAt = performance.now())).observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  const shell = {
    updateChrome: () => undefined,
    askSubscription: () => Promise.resolve({}),
    askPrivacy: () => Promise.resolve('disagree'),
    reportError: (error: { page: string; message: string }) =>
      void heard.push(`${error.page}: ${error.message}`),
    scanCode: () => Promise.resolve(undefined),
    share: () => undefined,
  };
  localStorage.clear();
  Object.assign(window, { heard, settled, shells: { phone: shell } });
};
