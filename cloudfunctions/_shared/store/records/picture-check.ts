import * as v from 'valibot';
import { PICTURE_VERDICTS } from '../../../../miniprogram/domain/transfer/pictures';

/** WeChat was asked about a picture. Its id follows from WeChat's name for the question, which the answer repeats. */
export const pictureCheckRecord = v.object({
  _id: v.string(),
  recordVersion: v.literal(1),
  memberId: v.string(),
  fileId: v.string(),
  verdict: v.picklist(PICTURE_VERDICTS),
  askedAt: v.number(),
});
