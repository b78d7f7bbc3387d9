import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { outlivesPowerCut } from '../power-cut';

const SECRET = 'secret';
const TEMPORARY = '.part';

/**
 * Files in one folder, each named by the hash of its cloud path, so that no path can leave the folder. Whose a file is
 * stands in a second folder under the same name; a file without one is the administrators'.
 */
export class Disk {
  private readonly objects: string;
  private readonly owners: string;

  constructor(private readonly dir: string) {
    this.objects = join(dir, 'objects');
    this.owners = join(dir, 'owners');
    mkdirSync(this.objects, { recursive: true });
    mkdirSync(this.owners, { recursive: true });
    for (const folder of [this.objects, this.owners])
      for (const name of readdirSync(folder)) if (name.endsWith(TEMPORARY)) rmSync(join(folder, name));
  }

  /** The key of the signatures, kept so that addresses survive a restart. */
  secret(): Buffer {
    const file = join(this.dir, SECRET);
    if (!existsSync(file)) writeDurably(this.dir, file, randomBytes(32));
    return readFileSync(file);
  }

  private fileOf(path: string): string {
    return join(this.objects, nameOf(path));
  }

  private ownerFileOf(path: string): string {
    return join(this.owners, nameOf(path));
  }

  has(path: string): boolean {
    return existsSync(this.fileOf(path));
  }

  /** The bytes, or undefined when nothing is stored there. */
  read(path: string): Buffer | undefined {
    return this.has(path) ? readFileSync(this.fileOf(path)) : undefined;
  }

  /** The openid of whoever uploaded the file; undefined for the administrators', and for no file. */
  ownerOf(path: string): string | undefined {
    const file = this.ownerFileOf(path);
    return this.has(path) && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /**
   * On return the bytes are on disk as a whole; a crash before leaves what was there. The owner is written first, so
   * that nobody's bytes ever stand under an earlier owner's name.
   */
  write(path: string, bytes: Buffer, owner?: string): void {
    if (owner === undefined) rmSync(this.ownerFileOf(path), { force: true });
    else writeDurably(this.owners, this.ownerFileOf(path), Buffer.from(owner));
    writeDurably(this.objects, this.fileOf(path), bytes);
  }

  /** Whether there was something to remove. */
  remove(path: string): boolean {
    if (!this.has(path)) return false;
    rmSync(this.fileOf(path));
    rmSync(this.ownerFileOf(path), { force: true });
    syncFolder(this.objects);
    return true;
  }

  clear(): void {
    for (const folder of [this.objects, this.owners]) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      syncFolder(folder);
    }
  }
}

const nameOf = (path: string): string => createHash('sha256').update(path).digest('hex');

function writeDurably(folder: string, file: string, bytes: Buffer): void {
  const part = join(folder, `${randomUUID()}${TEMPORARY}`);
  const handle = openSync(part, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    if (outlivesPowerCut(file)) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
  syncFolder(folder);
}

/** Makes a rename or removal durable. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32' || !outlivesPowerCut(folder)) return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
