/** What comes after the busy days: notices that were given up, the group's robot, the season that is over. */
import { ADMIN, TEACHER, type Bench } from './people';

const post = (url: string, body: object): Promise<unknown> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** WeChat refuses a field of what is due just now. */
const giveUp = async ({ url }: Bench): Promise<void> => {
  await post(`${url}/control/faults`, { action: SEND, kind: 'code', code: INVALID_FIELD });
  await post(`${url}/control/timers/run`, { function: 'reminder' });
};

const SEND = 'wx.openApi:subscribeMessage.send';
const INVALID_FIELD = 47003;
const ROBOT = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=9d3f6a52-0b1c-4e7a-8c55-2f7d1e6b9a40';

export const notDelivered = async (bench: Bench, collegeId: string): Promise<void> => {
  const { recorder } = bench;
  await giveUp(bench);
  const { items } = await recorder.call(TEACHER, 'teacher', 'deadLetters', { collegeId });
  const noticeIds = items.filter(({ useless }) => useless === null).map(({ id }) => id);
  await recorder.call(TEACHER, 'teacher', 'retryNotices', { noticeIds: noticeIds.slice(0, 1) });
  await recorder.call(TEACHER, 'teacher', 'saveWebhook', { collegeId, url: ROBOT });
  await recorder.call(TEACHER, 'teacher', 'testWebhook', { collegeId });
  await recorder.call(TEACHER, 'teacher', 'roster', {});
};

/** The first season is over since the second one was opened. */
export const clearAway = async ({ recorder }: Bench): Promise<void> => {
  await recorder.call(ADMIN, 'teacher', 'seasons', {});
  for (const dryRun of [true, false])
    await recorder.call(ADMIN, 'teacher', 'purgeSeason', { seasonId: '2026', dryRun });
};
