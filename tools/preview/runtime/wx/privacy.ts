/** WeChat's privacy consent: asked once per phone before the first API that touches personal data. */
import type { RuntimeHost } from '../host';
import { failure } from './async-api';
import { perHost } from './per-host';

type Resolve = (answer: { event: string; buttonId?: string }) => void;
type NeedListener = (resolve: Resolve, info: { referrer: string }) => void;

/** WeChat's errno when the person did not agree. */
const NOT_AUTHORIZED = 103;
/** WeChat's errno when consent is asked for while the person has refused in this moment. */
const CONTRACT_NAME = '《团关系转接助手隐私保护指引》';

class Privacy {
  private listener?: NeedListener;
  private pending?: Promise<boolean>;
  private readonly buttonTaps = new Set<string>();

  constructor(private readonly host: RuntimeHost) {}

  /** Shown by `wx.getPrivacySetting`. */
  setting(): { needAuthorization: boolean; privacyContractName: string } {
    return { needAuthorization: !this.agreed(), privacyContractName: CONTRACT_NAME };
  }

  onNeed(listener: NeedListener): void {
    this.listener = listener;
  }

  /** A tap on `<button open-type="agreePrivacyAuthorization">`: WeChat believes an answer only after it. */
  agreeByButton(id: string): void {
    this.buttonTaps.add(id);
    this.remember();
  }

  /** Rejects as WeChat does unless the person has agreed, asking now when needed. */
  async require(api: string): Promise<void> {
    if (this.agreed()) return;
    this.pending ??= this.ask(api).finally(() => {
      this.pending = undefined;
    });
    if (await this.pending) return;
    throw failure(api, 'privacy permission is not authorized', { errno: NOT_AUTHORIZED });
  }

  private async ask(api: string): Promise<boolean> {
    const agreed = this.listener ? await this.askPage(this.listener, api) : await this.askFrame(api);
    if (agreed) this.remember();
    return agreed;
  }

  private async askFrame(api: string): Promise<boolean> {
    return (await this.host.shell.askPrivacy(api)) === 'agree';
  }

  private askPage(listener: NeedListener, api: string): Promise<boolean> {
    return new Promise((resolve) => {
      const answer: Resolve = ({ event, buttonId }) => {
        // Telling WeChat that the sheet was shown is not an answer yet.
        if (event === 'exposureAuthorization') return;
        const tapped = buttonId !== undefined && this.buttonTaps.has(buttonId);
        if (event === 'agree' && !tapped) {
          this.host.reportError(
            new Error('agree: no tap on the button open-type="agreePrivacyAuthorization" named by buttonId'),
          );
        }
        resolve(event === 'agree' && tapped);
      };
      this.host.guard(() => listener(answer, { referrer: api }));
    });
  }

  private key(): string {
    return `${this.host.storagePrefix}privacy-agreed`;
  }

  private agreed(): boolean {
    return localStorage.getItem(this.key()) === '1';
  }

  private remember(): void {
    localStorage.setItem(this.key(), '1');
  }
}

export const privacyOf = perHost((host) => new Privacy(host));
