/** The group robot of a college: all that is due to it goes out as one post. */
import type { Channel } from '../channel';
import { postToRobot } from './post';

export const wecom: Channel = {
  spendsCredits: false,
  togetherBy: ({ accountId }) => accountId,
  inTurnBy: ({ accountId }) => accountId,
  stoppedBy: () => undefined,
  // A robot belongs to one college.
  faultOf: ({ collegeId }, { code }) => ({ _id: `robot-${collegeId}-${code}`, collegeId }),
  send: (ports, notices) => postToRobot(ports, notices[0].accountId, notices),
};
