/** What is done with the screenshots of the form. */
import { MOST_SCREENSHOTS } from '../../../domain/transfer/pictures';
import { agreeToPrivacy } from '../../../services/privacy';
import type { FormSession } from './session';

interface FormPage {
  readonly session: FormSession | null;
}

type OnShot = WechatMiniprogram.CustomEvent<{ key: string }>;

export const PICTURE_TAPS = {
  async onShotAdd(this: FormPage) {
    const room = MOST_SCREENSHOTS - (this.session?.work.shots.length ?? 0);
    if (room > 0 && (await agreeToPrivacy())) await this.session?.choose(room);
  },

  async onShotReplace(this: FormPage, event: OnShot) {
    if (await agreeToPrivacy()) await this.session?.choose(1, event.detail.key);
  },

  onShotRetry(this: FormPage, event: OnShot) {
    void this.session?.retry(event.detail.key);
  },

  onShotRemove(this: FormPage, event: OnShot) {
    this.session?.remove(event.detail.key);
  },

  onShotPreview(this: FormPage, event: OnShot) {
    const urls = this.session?.work.shots.map(({ src }) => src) ?? [];
    const current = this.session?.work.shots.find(({ key }) => key === event.detail.key)?.src;
    if (current) void wx.previewImage({ current, urls });
  },
};
