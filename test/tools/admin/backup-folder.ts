/** Folders of backups, and what can happen to one. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Document } from '../../../tools/admin/documents';
import type { Manifest } from '../../../tools/admin/folder';

/** A folder of its own for each test of a file; what stands in it is named from there. */
export const openFolder = () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'backup-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  return (name: string): string => path.join(dir, name);
};

type Loose<T> = { -readonly [K in keyof T]: T[K] };

export const changeManifest = (dir: string, change: (manifest: Loose<Manifest>) => void): void => {
  const file = path.join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
};

/** The third person of a backup. */
export const spoilLine = (dir: string, spoil: (line: string) => string): void => {
  const file = path.join(dir, 'members.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.map((line, index) => (index === 2 ? spoil(line) : line)).join('\n'));
};

/** As a full disk leaves it. */
export const cutShort = (dir: string): void => {
  const file = path.join(dir, 'members.jsonl');
  truncateSync(file, Math.floor(readFileSync(file).length * 0.6));
};

export const linesOf = (file: string): Document[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Document);
