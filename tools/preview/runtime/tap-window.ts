/**
 * Knows whether the person's tap is being handled right now, as WeChat demands for subscription and settings.
 * True while the handlers run and for promises that resolve in the same task; a timer or a network call ends it.
 */
export class TapWindow {
  private running = 0;

  isOpen(): boolean {
    return this.running > 0;
  }

  run<T>(handle: () => T): T {
    this.running += 1;
    // a message, unlike a timer, is never clamped to several milliseconds
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      this.running -= 1;
      channel.port1.close();
    };
    try {
      return handle();
    } finally {
      channel.port2.postMessage(undefined);
    }
  }
}
