/** The inbox alone: it has shown the notice since it was made. For what WeChat has granted no template for yet. */
import type { Channel } from '../channel';

export const inbox: Channel = {
  spendsCredits: false,
  togetherBy: ({ _id }) => _id,
  inTurnBy: ({ _id }) => _id,
  stoppedBy: () => undefined,
  faultOf: ({ _id }) => ({ _id, collegeId: null }),
  send: async () => ({ kind: 'not-asked' }),
};
