import type { Result } from '../../../domain/errors';
import { pickFields, SEALED_FIELD_IDS } from '../../../domain/rules/fields/catalogue';
import { PICTURES_PER_FOLDER } from '../../../domain/transfer/pictures';
import { call } from '../../../asking/call';
import { fieldsWithIdNumber, withoutIdNumbers } from '../../../domain/rules/draft-privacy';
import { readStoredDraft, storeDraft, type Draft } from '../../../services/draft-store';
import { cloudNow } from '../../../memory/cloud-clock';
import { takeGivenFolder } from '../../../memory/given-folder';
import { chooseScreenshots, uploadScreenshot, type PicturePlace } from '../../../services/upload';
import { dropPicture, keepPicture, type KeptPicture } from '../../../services/kept-pictures';
import type { ChosenImage } from '../../../services/picture-faults';
import {
  newShot,
  uploaded,
  withFailed,
  withoutShot,
  withProgress,
  withShot,
  withUploaded,
  type Shot,
} from './shots';
import { tooLongFields } from './problems';
import { askReceivers } from './ask-receivers';
import type { Transfer } from './start';
import type { Work } from './work';

/** Typing is sent to the cloud after this pause, ms. */
const SAVE_AFTER_MS = 1500;

/**
 * `partly`: on the phone without what is sealed, which only the cloud may keep. `withheld`: without a number
 * of 身份证. `closed`: nowhere, because the transfer was handed in or taken back elsewhere.
 */
export type Saved = 'saving' | 'cloud' | 'phone' | 'partly' | 'withheld' | 'closed';

/** What the cloud would refuse for its length stays on the phone until it is shorter. */
const withoutTooLong = (draft: Draft): Draft => {
  const long = tooLongFields(draft);
  return pickFields(draft, (field) => !long.includes(field));
};

/**
 * One sitting at the form. It outlives the page: an upload that ends after the person left still lands in
 * the draft. Everything typed goes to the phone at once and to the cloud after a pause.
 */
export class FormSession {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the phone kept the latest typing, and when the cloud last did; epoch ms. */
  private keptAt = 0;
  private cloudSavedAt = 0;
  private hasAsked = false;
  private folder = '';
  /** Pictures put into it so far. */
  private taken = 0;
  private asking: Promise<unknown> = Promise.resolve();
  private images = new Map<string, ChosenImage>();
  /** Copies of those that have not reached the cloud, by key. */
  private kept = new Map<string, KeptPicture>();
  private keys = 0;

  constructor(
    readonly transfer: Transfer,
    public work: Work,
    private readonly changed: (saved?: Saved) => void,
  ) {
    for (const { key, src, size, status } of work.shots) {
      if (status !== 'failed') continue;
      const image = { path: src, size };
      this.images.set(key, image);
      this.kept.set(key, image);
    }
  }

  change(part: Partial<Pick<Work, 'draft' | 'shots' | 'keptName' | 'preFlight' | 'time'>>): void {
    this.work = { ...this.work, ...part };
    this.keptAt = cloudNow();
    this.keepOnPhone();
    this.changed('saving');
    this.stopTimer();
    this.timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  /** Asked once, when the name is about to be typed; without an answer it is typed as ever. */
  async askReceivers(): Promise<void> {
    if (this.hasAsked) return;
    this.hasAsked = true;
    const receivers = await askReceivers();
    if (receivers.length === 0) return;
    this.work = { ...this.work, receivers };
    this.changed();
  }

  type(part: Draft): void {
    this.change({ draft: { ...this.work.draft, ...part } });
  }

  /** Sends what has been typed, and says where it is now. */
  async save(): Promise<Saved> {
    this.stopTimer();
    const { draft, shots } = this.work;
    const reply = await call('graduate', 'saveDraft', {
      draft: withoutIdNumbers(withoutTooLong(draft)),
      screenshots: uploaded(shots).map(({ fileId }) => fileId),
    });
    if (reply.ok) this.rememberSave(reply.data.savedAt);
    const saved = this.savedBy(reply);
    // Typed on meanwhile: the next save says how it went.
    if (this.timer === undefined) this.changed(saved);
    return saved;
  }

  private savedBy(reply: Result<unknown>): Saved {
    const { draft } = this.work;
    if (!reply.ok && reply.error.code === 'TRANSFER_ILLEGAL_STEP') return 'closed';
    if (fieldsWithIdNumber(draft).length > 0) return 'withheld';
    if (tooLongFields(draft).length > 0) return 'phone';
    if (reply.ok) return 'cloud';
    return SEALED_FIELD_IDS.some((id) => draft[id] !== undefined) ? 'partly' : 'phone';
  }

  private rememberSave(at: number): void {
    this.cloudSavedAt = at;
    // A submission may have removed the phone's draft meanwhile: it is not brought back.
    const stored = readStoredDraft();
    if (stored?.transferId === this.transfer.id) storeDraft({ ...stored, cloudSavedAt: at });
  }

  private stopTimer(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Sends at once what still waits for its pause. */
  flush(): void {
    if (this.timer !== undefined) void this.save();
  }

  /** @param key the screenshot to replace, none to add */
  async choose(room: number, key?: string): Promise<void> {
    const images = await chooseScreenshots(key ? 1 : room);
    await Promise.all(images.map((image) => this.upload(key ?? `new-${++this.keys}-${Date.now()}`, image)));
  }

  retry(key: string): Promise<void> {
    const image = this.images.get(key);
    return image ? this.upload(key, image) : this.choose(1, key);
  }

  remove(key: string): void {
    this.images.delete(key);
    this.drop(key);
    this.change({ shots: withoutShot(this.work.shots, key) });
  }

  private async upload(key: string, image: ChosenImage): Promise<void> {
    this.images.set(key, image);
    this.showShots(withShot(this.work.shots, newShot(key, image.path, image.size)));
    await this.keep(key, image);
    const place = await this.nextPlace();
    const reply = place
      ? await uploadScreenshot(image, place, (percent) => this.progress(key, image, percent))
      : null;
    // Removed or replaced meanwhile: this answer is about a picture nobody wants any more.
    if (this.images.get(key) !== image) return;
    if (reply?.ok) {
      this.drop(key);
      this.change({ shots: withUploaded(this.work.shots, key, reply.data.fileId) });
    } else this.showShots(withFailed(this.work.shots, key));
  }

  /** So that it is still there when the mini-program is opened again before it has reached the cloud. */
  private async keep(key: string, image: ChosenImage): Promise<void> {
    if (this.kept.get(key)?.path === image.path) return;
    this.drop(key);
    const copy = await keepPicture(image);
    if (!copy) return;
    if (this.images.get(key) !== image) return dropPicture(copy);
    this.kept.set(key, copy);
    this.keptAt = cloudNow();
    this.keepOnPhone();
  }

  private drop(key: string): void {
    const copy = this.kept.get(key);
    this.kept.delete(key);
    if (copy) dropPicture(copy);
  }

  private progress(key: string, image: ChosenImage, percent: number): void {
    if (this.images.get(key) === image) this.showShots(withProgress(this.work.shots, key, percent));
  }

  private showShots(shots: readonly Shot[]): void {
    this.work = { ...this.work, shots };
    this.changed();
  }

  /** No two pictures get the same, also when their uploads begin at the same moment. */
  private nextPlace(): Promise<PicturePlace | null> {
    const next = this.asking.then(async () => {
      if (!this.folder || this.taken === PICTURES_PER_FOLDER) await this.askForFolder();
      if (!this.folder) return null;
      this.taken += 1;
      return { folder: this.folder, number: this.taken };
    });
    this.asking = next;
    return next;
  }

  private async askForFolder(): Promise<void> {
    this.folder = takeGivenFolder(this.transfer.id);
    this.taken = 0;
    if (this.folder) return;
    const reply = await call('graduate', 'uploadFolder', {});
    if (reply.ok) this.folder = reply.data.folder;
  }

  private keepOnPhone(): void {
    const { transfer, work } = this;
    storeDraft({
      transferId: transfer.id,
      attempt: transfer.attempt,
      wayId: transfer.wayId,
      routeId: transfer.routeId,
      draft: work.draft,
      shots: uploaded(work.shots).map(({ fileId, src, size }) => ({ fileId, path: src, size })),
      waiting: [...this.kept.values()],
      keptName: work.keptName,
      savedAt: this.keptAt,
      cloudSavedAt: this.cloudSavedAt,
    });
  }
}
