/** What stands around the mini-program in a picture's tab, put there by `installFrame`. */
export interface Framed {
  /** Another screen begins, with nothing stored or heard; the cloud says this, by function and action, and else its own. */
  stage(replies: object): void;
  readonly heard: string[];
  /** Calls of cloud functions so far: `graduate.home`, and the bytes of the answer. */
  readonly asked: { readonly action: string; readonly bytes: number }[];
  /** Resolves when nothing is being fetched, drawn or moved any more. */
  settled(): Promise<void>;
}

/**
 * A frame that refuses every sheet, stages what the cloud does, writes errors down and knows when a page has come to rest. Runs in the page before
 * its own scripts, so everything it needs stands inside.
 */
export const installFrame = (): void => {
  /** How long nothing may change before a screen counts as settled, ms. */
  const QUIET_MS = 100;
  const LIMIT_MS = 60_000;
  /** What a page puts off by no more than this is part of its opening: a skeleton that may not flash by, a search. */
  const SOON_MS = 400;
  const heard: string[] = [];
  const asked: { action: string; bytes: number }[] = [];
  const query = new URLSearchParams(location.search);
  const cloud = query.get('cloud');
  const upload = query.get('upload');
  interface Staged {
    readonly refused?: unknown;
    readonly silent?: boolean;
    readonly inTurn?: Staged[];
  }
  type Replies = Record<string, Record<string, Staged | undefined> | undefined>;
  let replies = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}') as Replies;
  const fetchReally = window.fetch.bind(window);
  const later = window.setTimeout.bind(window);
  const neverMind = window.clearTimeout.bind(window);
  let changedAt = performance.now();
  let fetching = 0;
  const soon = new Set<number>();

  const changed = (): void => void (changedAt = performance.now());
  /** When all that waited for the browser has run; one that draws nothing may never say that it is idle. */
  const idle = (): Promise<unknown> =>
    new Promise((resolve) => requestIdleCallback(resolve, { timeout: QUIET_MS }));

  window.setTimeout = ((run: TimerHandler, delay = 0, ...values: unknown[]): number => {
    if (typeof run !== 'function' || delay > SOON_MS) return later(run, delay, ...values);
    const timer = later(() => {
      soon.delete(timer);
      changed();
      (run as (...passed: unknown[]) => void)(...values);
    }, delay);
    soon.add(timer);
    return timer;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer): void => {
    if (typeof timer === 'number') soon.delete(timer);
    neverMind(timer);
  };

  const isMoving = (animation: Animation): boolean =>
    animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity;
  const isShown = (): boolean =>
    Array.from(document.querySelectorAll('wx-page')).some((page) => page.checkVisibility());
  const isBusy = (): boolean =>
    fetching > 0 ||
    soon.size > 0 ||
    !isShown() ||
    document.fonts.status === 'loading' ||
    Array.from(document.images).some(({ complete, loading }) => !complete && loading !== 'lazy') ||
    document.getAnimations().some(isMoving);

  /**
   * Looks only when nothing has changed for a while: each look makes the browser lay the page out. On a busy machine a
   * while can pass with what would change the screen still in the queue, so the browser has to be through with it.
   */
  const settled = async (): Promise<void> => {
    const startedAt = performance.now();
    changedAt = startedAt;
    for (;;) {
      await idle();
      const left = QUIET_MS - (performance.now() - changedAt);
      if (left <= 0 && !isBusy()) return;
      if (performance.now() - startedAt > LIMIT_MS) throw new Error('the screen does not come to rest');
      if (left <= 0) changed();
      await new Promise((resolve) => later(resolve, left > 0 ? left : QUIET_MS));
    }
  };

  const nameOf = (body: unknown): string => {
    const { name, data } = JSON.parse(String(body)) as { name: string; data: { action: string } };
    return `${name}.${data.action}`;
  };

  /** What the picture wants the cloud to do; undefined leaves the call to the real one. */
  const staged = (body: unknown): Response | Promise<Response> | undefined => {
    if (cloud === 'silent') return new Promise<Response>(() => undefined);
    if (cloud) throw new TypeError('the cloud does not answer');
    const [name = '', action = ''] = nameOf(body).split('.');
    const prepared = replies[name]?.[action];
    const { inTurn } = prepared ?? {};
    const reply = inTurn && inTurn.length > 1 ? inTurn.shift() : (inTurn?.[0] ?? prepared);
    if (reply === undefined) return undefined;
    if (reply.silent) return new Promise<Response>(() => undefined);
    const result = reply.refused ? { ok: false, error: reply.refused } : { ok: true, data: reply };
    return Response.json({ result });
  };

  window.fetch = async (...request) => {
    const [to, options] = request;
    const isCall = String(to).includes('callFunction');
    const answer = isCall ? staged(options?.body) : undefined;
    changed();
    if (answer) return answer;
    fetching += 1;
    try {
      const reply = await fetchReally(...request);
      const { byteLength } = await reply.clone().arrayBuffer();
      if (isCall) asked.push({ action: nameOf(options?.body), bytes: byteLength });
      return reply;
    } finally {
      // The page is still to read the answer and to draw it.
      void idle().then(() => {
        fetching -= 1;
        changed();
      });
    }
  };
  const sendReally = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function send(body) {
    if (!upload) return sendReally.call(this, body);
    const total = body instanceof Blob ? body.size : 0;
    const progress = new ProgressEvent('progress', { lengthComputable: true, loaded: total * 0.64, total });
    this.upload.dispatchEvent(progress);
    if (upload === 'failing') this.dispatchEvent(new ProgressEvent('error'));
  };
  new MutationObserver(changed).observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  const shell = {
    updateChrome: () => undefined,
    askSubscription: () => Promise.resolve({}),
    askPrivacy: () => Promise.resolve('agree' as const),
    reportError: (error: { page: string; message: string }) =>
      void heard.push(`${error.page}: ${error.message}`),
    scanCode: () => Promise.resolve(undefined),
    share: () => undefined,
  };
  const stage = (said: object): void => {
    replies = said as Replies;
    heard.length = 0;
    localStorage.clear();
  };
  if (query.get('storage') !== 'kept') localStorage.clear();
  Object.assign(window, { stage, heard, asked, settled, shells: { phone: shell } });
};
