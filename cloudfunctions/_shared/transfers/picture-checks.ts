/** What WeChat thinks of the pictures people hand in. It is asked once about each, and answers in its own time. */
import type { PictureVerdict } from '../../../miniprogram/domain/transfer/pictures';
import { describeBug } from '../kernel/bugs';
import { chunks } from '../kernel/chunks';
import { PICTURES } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { HasStore } from '../store/ports';
import { pictureCheckIdOf } from '../store/record-ids';
import type { PictureCheckNote } from '../store/records';

/** By file id. A picture that WeChat was never asked about, or has not answered for, is `waiting`. */
export type PictureVerdicts = ReadonlyMap<string, PictureVerdict>;

/** More than the questions about the pictures of one batch. */
const MOST = 1000;
const FILES_AT_ONCE = 100;

const notesAbout = async ({ store }: HasStore, fileIds: readonly string[]): Promise<PictureCheckNote[]> => {
  const ids = [...new Set(fileIds)];
  const pages = chunks(ids, FILES_AT_ONCE).map((some) =>
    store.find('pictureChecks', { where: { fileId: { in: some } }, limit: MOST }),
  );
  return (await Promise.all(pages)).flat();
};

const GRAVER: readonly PictureVerdict[] = ['waiting', 'fine', 'risky'];

/** Asked twice about one picture, the graver answer counts. */
export const verdictsOf = async (ports: HasStore, fileIds: readonly string[]): Promise<PictureVerdicts> => {
  const verdicts = new Map(fileIds.map((fileId) => [fileId, 'waiting' as PictureVerdict]));
  for (const { fileId, verdict } of await notesAbout(ports, fileIds)) {
    const known = verdicts.get(fileId) ?? 'waiting';
    if (GRAVER.indexOf(verdict) > GRAVER.indexOf(known)) verdicts.set(fileId, verdict);
  }
  return verdicts;
};

interface Question {
  /** Of whoever handed them in; WeChat answers only for people who were here just now. */
  readonly openid: string;
  readonly memberId: string;
  readonly fileIds: readonly string[];
  /** Those their transfer has had already: only these can have been asked about. */
  readonly earlier: readonly string[];
}

const askedBefore = async (ports: Ports, { fileIds, earlier }: Question): Promise<ReadonlySet<string>> => {
  const notes = await notesAbout(
    ports,
    fileIds.filter((fileId) => earlier.includes(fileId)),
  );
  return new Set(notes.map(({ fileId }) => fileId));
};

const ask = async (ports: Ports, question: Question): Promise<void> => {
  const { openid, memberId, fileIds } = question;
  const known = await askedBefore(ports, question);
  const news = fileIds.filter((fileId) => !known.has(fileId));
  if (news.length === 0) return;
  const urls = await ports.files.urls(news, PICTURES.checkUrlSeconds);
  const asked = await Promise.all(
    news.map(async (fileId): Promise<PictureCheckNote[]> => {
      const url = urls[fileId];
      const traceId = url && (await ports.pictureCheck.ask(openid, url));
      if (!traceId) return [];
      const askedAt = ports.clock.now();
      return [
        { _id: pictureCheckIdOf(traceId), recordVersion: 1, memberId, fileId, verdict: 'waiting', askedAt },
      ];
    }),
  );
  const notes = asked.flat();
  if (notes.length < news.length) ports.log('picture-not-asked', { pictures: news.length - notes.length });
  // Should the person be erased at this moment, the erasure's last look finds them.
  if (notes.length > 0) await ports.store.insertMissing('pictureChecks', notes);
};

/** Asks about pictures nobody asked about yet. What they hang on has happened: a check that fails only says so. */
export const askAboutPictures = async (ports: Ports, question: Question): Promise<void> => {
  try {
    await ask(ports, question);
  } catch (error) {
    ports.log('picture-not-asked', describeBug(error));
  }
};

/** The notes go with the pictures they are about. */
export const forgetChecks = async (ports: HasStore, fileIds: readonly string[]): Promise<void> => {
  const notes = await notesAbout(ports, fileIds);
  await ports.store.removeAll(
    'pictureChecks',
    notes.map(({ _id }) => _id),
  );
};
