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

const SECRET = 'secret';
const TEMPORARY = '.part';

/** Files in one folder, each named by the hash of its cloud path, so that no path can leave the folder. */
export class Disk {
  private readonly objects: string;

  constructor(private readonly dir: string) {
    this.objects = join(dir, 'objects');
    mkdirSync(this.objects, { recursive: true });
    for (const name of readdirSync(this.objects))
      if (name.endsWith(TEMPORARY)) rmSync(join(this.objects, name));
  }

  /** The key of the signatures, kept so that addresses survive a restart. */
  secret(): Buffer {
    const file = join(this.dir, SECRET);
    if (!existsSync(file)) writeDurably(this.dir, file, randomBytes(32));
    return readFileSync(file);
  }

  private fileOf(path: string): string {
    return join(this.objects, createHash('sha256').update(path).digest('hex'));
  }

  has(path: string): boolean {
    return existsSync(this.fileOf(path));
  }

  /** The bytes, or undefined when nothing is stored there. */
  read(path: string): Buffer | undefined {
    return this.has(path) ? readFileSync(this.fileOf(path)) : undefined;
  }

  /** On return the bytes are on disk as a whole; a crash before leaves what was there. */
  write(path: string, bytes: Buffer): void {
    writeDurably(this.objects, this.fileOf(path), bytes);
  }

  /** Whether there was something to remove. */
  remove(path: string): boolean {
    if (!this.has(path)) return false;
    rmSync(this.fileOf(path));
    syncFolder(this.objects);
    return true;
  }

  clear(): void {
    for (const name of readdirSync(this.objects)) rmSync(join(this.objects, name));
    syncFolder(this.objects);
  }
}

function writeDurably(folder: string, file: string, bytes: Buffer): void {
  const part = join(folder, `${randomUUID()}${TEMPORARY}`);
  const handle = openSync(part, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
  syncFolder(folder);
}

/** Makes a rename or removal durable. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
