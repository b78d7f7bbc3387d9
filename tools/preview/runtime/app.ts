import type { ErrorReport } from './error-report';
import type { LaunchOptions } from './host';
import { Signal } from './signal';

type AppDefinition = Record<string, unknown>;

/** The mini-program's `App({…})`: launch, foreground and background. */
export class App {
  readonly instance: AppDefinition = {};
  readonly shown = new Signal<[LaunchOptions]>();
  readonly hidden = new Signal<[]>();
  launched: LaunchOptions = { path: '', query: {}, scene: 1001 };
  entered: LaunchOptions = this.launched;

  constructor(private readonly errors: ErrorReport) {}

  /** The global `App` and `getApp`. */
  globals(): { App: (definition: AppDefinition) => void; getApp: () => AppDefinition } {
    return {
      App: (definition) => void Object.assign(this.instance, definition),
      getApp: () => this.instance,
    };
  }

  launch(options: LaunchOptions): void {
    this.launched = options;
    this.errors.thrown.listen((message) => void this.callQuietly('onError', message));
    this.errors.rejected.listen((reason) => void this.callQuietly('onUnhandledRejection', { reason }));
    this.call('onLaunch', options);
    this.show(options);
  }

  show(options: LaunchOptions): void {
    this.entered = options;
    this.call('onShow', options);
    this.shown.send(options);
  }

  hide(): void {
    this.call('onHide', {});
    this.hidden.send();
  }

  has(method: string): boolean {
    return typeof this.instance[method] === 'function';
  }

  call(method: string, argument: unknown): void {
    this.errors.guard(() => this.callQuietly(method, argument));
  }

  private callQuietly(method: string, argument: unknown): unknown {
    const handler = this.instance[method];
    return typeof handler === 'function' ? (handler.call(this.instance, argument) as unknown) : undefined;
  }
}
