import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { PhoneShell } from './shell';
import { Signal } from './signal';

/** Takes every error thrown inside the phone to the desk; the page stays alive. */
export class ErrorReport {
  /** `App.onError` and `wx.onError` of the mini-program hear the first, those of rejections the second. */
  readonly thrown = new Signal<[string]>();
  readonly rejected = new Signal<[unknown]>();

  constructor(
    private readonly seat: string,
    private readonly shell: PhoneShell,
    private readonly currentPath: () => string,
  ) {}

  listen(): void {
    glassEasel.addGlobalErrorListener((error) => this.report(error));
    glassEasel.addGlobalWarningListener((message, from) => isOwnWarning(message, from));
    window.addEventListener('error', (event) => this.report(event.error ?? event.message));
    window.addEventListener('unhandledrejection', ({ reason }) => {
      this.report(reason);
      this.safely(() => this.rejected.send(reason));
    });
  }

  readonly report = (error: unknown): void => {
    const { message, stack } = describe(error);
    const report = { seat: this.seat, page: this.currentPath(), message, ...(stack ? { stack } : {}) };
    this.safely(() => this.shell.reportError(report));
    this.safely(() => this.thrown.send(stack ?? message));
  };

  /** Runs code of the mini-program; also the rejection of a promise it returns is reported by the listener above. */
  readonly guard = <T>(run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      this.report(error);
      return undefined;
    }
  };

  private safely(run: () => void): void {
    try {
      run();
    } catch (error) {
      console.error(error);
    }
  }
}

/** Warnings about packages are noise: nobody here can mend them. */
function isOwnWarning(message: string, from: unknown): boolean {
  const path = typeof from === 'string' ? from : (from as { is?: unknown }).is;
  return !message.includes('miniprogram_npm/') && !String(path).startsWith('miniprogram_npm/');
}

function describe(error: unknown): { message: string; stack?: string | undefined } {
  if (error instanceof Error) return { message: error.message, stack: error.stack };
  if (typeof error === 'object' && error !== null) {
    if ('errMsg' in error) return { message: String(error.errMsg) };
    return { message: JSON.stringify(error) };
  }
  return { message: String(error) };
}
