import { Signal } from './signal';

const RealDate = Date;

/** The emulator's clock inside the phone: real time plus an offset in ms. */
export class PhoneClock {
  readonly jumped = new Signal<[]>();
  private offset = 0;

  now(): number {
    return RealDate.now() + this.offset;
  }

  /** Makes every `Date` of this page, also those of libraries, follow the clock. */
  replaceDate(): void {
    const now = () => this.now();
    const date = new Proxy(RealDate, {
      construct: (target, args: unknown[], newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
      apply: () => new RealDate(now()).toString(),
      get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
    });
    RealDate.prototype.constructor = date;
    globalThis.Date = date;
  }

  /** Asks the emulator, then listens; without an emulator the phone keeps real time. */
  async follow(): Promise<void> {
    this.offset = (await fetchOffset()) ?? 0;
    const events = controlEvents();
    // What happened before the stream was open, or while it was lost, nobody tells.
    const ask = (): void => void fetchOffset().then((offset) => this.set(offset));
    const hear = (event: Event): void => this.set(offsetOf(parseJson((event as MessageEvent<string>).data)));
    events.addEventListener('clock', hear);
    events.addEventListener('open', ask);
    window.addEventListener('pagehide', () => {
      events.removeEventListener('clock', hear);
      events.removeEventListener('open', ask);
    });
  }

  private set(offset: number | undefined): void {
    if (offset === undefined || offset === this.offset) return;
    this.offset = offset;
    this.jumped.send();
  }
}

async function fetchOffset(): Promise<number | undefined> {
  try {
    const reply = await fetch('control/clock', { signal: AbortSignal.timeout(3000) });
    return reply.ok ? offsetOf(await reply.json()) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A browser opens at most six connections to one origin, and each stream holds one for good. So the phones of a desk
 * share one stream, which belongs to the desk's window and outlives the reload of a phone.
 */
function controlEvents(): EventTarget {
  const desk = window.parent as Window & { controlEvents?: EventTarget; EventSource: typeof EventSource };
  desk.controlEvents ??= new desk.EventSource(new URL('control/events', location.href));
  return desk.controlEvents;
}

function offsetOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('offset' in value)) return undefined;
  return typeof value.offset === 'number' ? value.offset : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
