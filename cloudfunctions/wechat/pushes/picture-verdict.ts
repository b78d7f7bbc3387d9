/** `wxa_media_check`: what WeChat thinks of a picture it was asked about. */
import * as v from 'valibot';
import type { PictureVerdict } from '../../../miniprogram/domain/transfer/pictures';
import type { Store } from '../../_shared/store/ports';
import { pictureCheckIdOf } from '../../_shared/store/record-ids';
import { onPush } from './push';

const event = v.object({
  trace_id: v.pipe(v.string(), v.nonEmpty()),
  /** Anything but 0: it could not look. */
  errcode: v.optional(v.number(), 0),
  result: v.optional(v.object({ suggest: v.picklist(['pass', 'review', 'risky']) })),
});

/** Who is to review a picture is the teacher who decides, and they look at it anyway. */
const VERDICTS: Readonly<Record<'pass' | 'review' | 'risky', PictureVerdict>> = {
  pass: 'fine',
  review: 'fine',
  risky: 'risky',
};

const markOwner = async (store: Store, checkId: string): Promise<void> => {
  const [check] = await store.getMany('pictureChecks', [checkId]);
  if (!check) return;
  const change = { set: { hasRiskyPicture: true }, add: { version: 1 } };
  await store.changeAll('members', { _id: { in: [check.memberId] } }, change);
};

/** Changes only a question of ours that still waits; what WeChat could not look at goes on waiting. */
export const pictureVerdict = onPush(event, async ({ store, log }, { trace_id, errcode, result }) => {
  if (errcode !== 0 || !result) return log('picture-not-looked-at', { code: errcode });
  const verdict = VERDICTS[result.suggest];
  const id = pictureCheckIdOf(trace_id);
  // Said first: a page looks for verdicts only where the person is known to have such a picture.
  if (verdict === 'risky') await markOwner(store, id);
  const target = { _id: { in: [id] }, verdict: 'waiting' };
  const changed = await store.changeAll('pictureChecks', target, { set: { verdict } });
  if (changed === 0) log('picture-unknown', { verdict: result.suggest });
});
