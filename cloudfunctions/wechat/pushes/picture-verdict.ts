/** `wxa_media_check`: what WeChat thinks of a picture it was asked about. */
import * as v from 'valibot';
import type { PictureVerdict } from '../../../miniprogram/domain/transfer/pictures';
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

/** Changes only a question of ours that still waits; what WeChat could not look at goes on waiting. */
export const pictureVerdict = onPush(event, async ({ store, log }, { trace_id, errcode, result }) => {
  if (errcode !== 0 || !result) return log('picture-not-looked-at', { code: errcode });
  const target = { _id: { in: [pictureCheckIdOf(trace_id)] }, verdict: 'waiting' };
  const changed = await store.changeAll('pictureChecks', target, {
    set: { verdict: VERDICTS[result.suggest] },
  });
  if (changed === 0) log('picture-unknown', { verdict: result.suggest });
});
