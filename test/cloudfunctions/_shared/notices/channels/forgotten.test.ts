/**
 * A channel is a folder, its name a line in `NOTICE_CHANNELS`. The comment below asks for the error that a name without
 * its channel brings: without it this file does not compile.
 */
import { CHANNELS } from '../../../../../cloudfunctions/_shared/notices/channels';
import type { Channel } from '../../../../../cloudfunctions/_shared/notices/channels/channel';
import { NOTICE_CHANNELS } from '../../../../../miniprogram/domain/reminding/kinds';

/** Never called: it is there to be compiled. */
export const forgotten = (channel: Channel): readonly (typeof CHANNELS)[] => {
  // @ts-expect-error a name of the list that no folder answers for
  const without: typeof CHANNELS = { subscribe: channel, inbox: channel };
  // @ts-expect-error a folder whose name is not in the list
  const beside: typeof CHANNELS = { ...CHANNELS, pigeon: channel };
  return [without, beside];
};

it('has a channel for every name, and none beside', () => {
  expect(Object.keys(CHANNELS).sort()).toEqual([...NOTICE_CHANNELS].sort());
});
