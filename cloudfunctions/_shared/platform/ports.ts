/** What use cases need from the world around them. `cloud/` implements it; tests use memory. */
import type { Clock, Codes, Cipher, Signer, Log } from '../kernel/ports';
import type { Memory } from '../kernel/memory';
import type { Store } from '../store/ports';
import type { TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import type { FileStart } from '../../../miniprogram/domain/transfer/pictures';

export type FileHead = FileStart;

export interface Files {
  /** Temporary addresses by file id; the missing have none. */
  urls(fileIds: readonly string[], seconds?: number): Promise<Readonly<Record<string, string>>>;
  /** How files begin, by file id, without fetching all of them; the missing are left out. */
  heads(fileIds: readonly string[]): Promise<Readonly<Record<string, FileHead>>>;
  /** The bytes of a file; undefined when it is missing. */
  download(fileId: string): Promise<Buffer | undefined>;
  /** Resolves to the file id; a file at the same path is replaced. */
  upload(path: string, bytes: Buffer): Promise<string>;
  remove(fileIds: readonly string[]): Promise<void>;
}

export interface SubscribeMessage {
  /** For whoever looks into what was sent; WeChat is not told. */
  readonly noticeId: string;
  readonly openid: string;
  readonly template: TemplateKey;
  readonly page: string;
  /** Texts by fact; the configuration says which key of the template carries which. */
  readonly fields: Readonly<Record<string, string>>;
}

export type SendOutcome =
  | { readonly kind: 'sent' }
  /** Refused or no consent left: terminal. */
  | { readonly kind: 'no-credit'; readonly code: number }
  /** WeChat will never take it as it is: a fault of ours. */
  | { readonly kind: 'invalid'; readonly code: number; readonly field?: string | undefined }
  /** Certainly not sent; worth trying later. */
  | { readonly kind: 'busy'; readonly code: number }
  /** Certainly not sent, and nor is any other: WeChat takes nothing of ours until somebody has mended the set-up. */
  | { readonly kind: 'denied'; readonly code: number }
  /** It may have been sent. */
  | { readonly kind: 'unknown'; readonly code: number };

export interface Messenger {
  send(message: SubscribeMessage): Promise<SendOutcome>;
}

/** The robot of a group chat on 企业微信. */
export interface Robot {
  /** `key` is the secret part of its address; `markdown` at most 4096 bytes. */
  post(key: string, markdown: string): Promise<SendOutcome>;
}

export type TextVerdict = 'fine' | 'risky' | 'unavailable';

export interface TextCheck {
  check(openid: string, text: string): Promise<TextVerdict>;
}

export interface PictureCheck {
  /**
   * Asks WeChat to look at the picture at a temporary address. Resolves to its name for this question, by which the
   * answer comes later; to none when it does not take it.
   */
  ask(openid: string, url: string): Promise<string | undefined>;
}

interface Settings {
  /** One-time code of the deployment; none set means nobody can claim. */
  readonly adminCode: string | undefined;
  /** Empty while nobody has set it. */
  readonly school: string;
  readonly templateIds: Readonly<Record<TemplateKey, string>>;
}

export interface CodeImages {
  /** PNG of a mini-program code that opens `page` with `scene`; none when WeChat does not make one now. */
  draw(page: string, scene: string): Promise<Buffer | undefined>;
  /** Which build the images open, for their file names. */
  readonly build: string;
}

export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly codes: Codes;
  readonly cipher: Cipher;
  readonly signer: Signer;
  readonly codeImages: CodeImages;
  readonly files: Files;
  readonly messenger: Messenger;
  readonly robot: Robot;
  readonly textCheck: TextCheck;
  readonly pictureCheck: PictureCheck;
  readonly settings: Settings;
  readonly log: Log;
}
