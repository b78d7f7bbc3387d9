import type { Unsubscribe } from './host';

/** A list of listeners that hear the same thing. */
export class Signal<T extends unknown[]> {
  private readonly listeners = new Set<(...args: T) => void>();

  listen(listener: (...args: T) => void): Unsubscribe {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  send(...args: T): void {
    for (const listener of [...this.listeners]) listener(...args);
  }
}
