import type { EventChannel } from './host';

type Listener = (...args: unknown[]) => void;

/** One end of the channel between a page and the page it opened. */
class ChannelEnd implements EventChannel {
  peer: ChannelEnd | undefined;
  private readonly listeners = new Map<string, Listener[]>();

  emit(name: string, ...args: unknown[]): void {
    this.peer?.receive(name, args);
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  once(name: string, listener: Listener): void {
    const wrapped: Listener = (...args) => {
      this.off(name, wrapped);
      listener(...args);
    };
    this.on(name, wrapped);
  }

  off(name: string, listener?: Listener): void {
    const kept = listener ? (this.listeners.get(name) ?? []).filter((one) => one !== listener) : [];
    this.listeners.set(name, kept);
  }

  private receive(name: string, args: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...args);
  }
}

/** @param events listeners of the opener, as passed to `wx.navigateTo` */
export function createEventChannel(events: Record<string, Listener> = {}): {
  opener: EventChannel;
  opened: EventChannel;
} {
  const opener = new ChannelEnd();
  const opened = new ChannelEnd();
  opener.peer = opened;
  opened.peer = opener;
  for (const [name, listener] of Object.entries(events)) opener.on(name, listener);
  return { opener, opened };
}
