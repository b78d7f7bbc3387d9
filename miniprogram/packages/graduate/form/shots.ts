import { MOST_SCREENSHOTS } from '../../../domain/transfer/pictures';
import type { StoredShot } from '../../../services/draft-store';
import type { KeptPicture } from '../../../services/kept-pictures';

/** One screenshot of the form, on its way up or there. `key` is stable while it is replaced or retried. */
export interface Shot {
  readonly key: string;
  /** What `<image>` shows: a path on the phone or a signed address. */
  readonly src: string;
  /** Bytes; 0 when unknown. */
  readonly size: number;
  readonly status: 'uploading' | 'done' | 'failed';
  /** 0 to 100. */
  readonly percent: number;
  readonly fileId: string;
}

export const newShot = (key: string, path: string, size: number): Shot => ({
  key,
  src: path,
  size,
  status: 'uploading',
  percent: 0,
  fileId: '',
});

const change = (shots: readonly Shot[], key: string, part: Partial<Shot>): Shot[] =>
  shots.map((shot) => (shot.key === key ? { ...shot, ...part } : shot));

export const withShot = (shots: readonly Shot[], shot: Shot): Shot[] =>
  shots.some(({ key }) => key === shot.key)
    ? change(shots, shot.key, shot)
    : [...shots, shot].slice(0, MOST_SCREENSHOTS);

export const withProgress = (shots: readonly Shot[], key: string, percent: number): Shot[] =>
  change(shots, key, { percent: Math.max(0, Math.min(100, Math.round(percent))) });

export const withUploaded = (shots: readonly Shot[], key: string, fileId: string): Shot[] =>
  change(shots, key, { status: 'done', percent: 100, fileId });

export const withFailed = (shots: readonly Shot[], key: string): Shot[] =>
  change(shots, key, { status: 'failed', fileId: '' });

export const withoutShot = (shots: readonly Shot[], key: string): Shot[] =>
  shots.filter((shot) => shot.key !== key);

export const uploaded = (shots: readonly Shot[]): Shot[] => shots.filter(({ status }) => status === 'done');

/**
 * The screenshots as they were left: the phone's own list when there is one, else the cloud's; then those that have not
 * reached it. Signed addresses win over paths, which may be gone after a restart.
 */
export const restoreShots = (
  stored: readonly StoredShot[] | null,
  inCloud: readonly { readonly fileId: string; readonly url: string }[],
  waiting: readonly KeptPicture[] = [],
): Shot[] => {
  const list = stored ?? inCloud.map(({ fileId, url }) => ({ fileId, path: url, size: 0 }));
  const there = list.map(({ fileId, path, size }): Shot => ({
    key: fileId,
    src: inCloud.find((each) => each.fileId === fileId)?.url ?? path,
    size,
    status: 'done',
    percent: 100,
    fileId,
  }));
  const missing = waiting.map(({ path, size }): Shot => ({ ...newShot(path, path, size), status: 'failed' }));
  return [...there, ...missing].slice(0, MOST_SCREENSHOTS);
};

export interface ShotView {
  readonly key: string;
  readonly src: string;
  readonly status: Shot['status'];
  readonly percent: number;
  readonly title: string;
  readonly bytes: string;
}

const megabytes = (bytes: number): string =>
  bytes < 100 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const bytesOf = ({ size, status, percent }: Shot): string => {
  if (size === 0) return '';
  if (status !== 'uploading') return megabytes(size);
  return `${megabytes((size * percent) / 100)}，共 ${megabytes(size)}`;
};

const TITLES: Record<Shot['status'], string> = {
  uploading: '正在上传',
  done: '已上传',
  failed: '没传上，图还在',
};

export const toShotViews = (shots: readonly Shot[]): ShotView[] =>
  shots.map((shot, index) => ({
    key: shot.key,
    src: shot.src,
    status: shot.status,
    percent: shot.percent,
    title: `第 ${index + 1} 张，${TITLES[shot.status]}`,
    bytes: bytesOf(shot),
  }));
