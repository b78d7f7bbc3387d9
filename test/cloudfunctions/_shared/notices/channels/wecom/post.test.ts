/** What a college's group reads about what is new for its office. */
import { ROBOT } from '../../../../../../cloudfunctions/_shared/kernel/policy';
import { postToRobot } from '../../../../../../cloudfunctions/_shared/notices/channels/wecom/post';
import type { Notice } from '../../../../../../cloudfunctions/_shared/store/records';
import { GRADUATE, openUniversity, TEACHER } from '../../../../support/people';
import { dataOf, type World } from '../../../../support/world';

const URL_OF_ROBOT =
  'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0f3c2f0e-aaaa-bbbb-cccc-1234567890ab';
const HEAD = (count: number) => `**团关系转接**：有 ${count} 条新待办`;
const END = '打开小程序，在“待办”里处理。';

let world: World;
let notice: Notice;
let collegeId: string;
beforeEach(async () => {
  ({ world } = await openUniversity());
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [told] = world.store.all('notices');
  if (!told) throw new Error('nobody was told');
  notice = told;
  collegeId = world.store.all('colleges').find(({ teachers }) => teachers.length > 0)?._id ?? '';
});

const setRobot = async () =>
  dataOf(await world.call(TEACHER, 'teacher', 'saveWebhook', { collegeId, url: URL_OF_ROBOT }));
const post = (titles: readonly string[], college = collegeId) =>
  postToRobot(
    world.ports,
    college,
    titles.map((title) => ({ ...notice, title })),
  );
const posted = () => world.posts.map(({ markdown }) => markdown.split('\n'));

it('asks nothing of a college without a robot, or of one that is gone', async () => {
  expect(await post(['有人求助'])).toEqual({ kind: 'not-asked' });
  expect(await post(['有人求助'], 'c-gone')).toEqual({ kind: 'not-asked' });
  expect(posted()).toEqual([]);
});

it('names each on a line of its own, without what would be taken for markup', async () => {
  await setRobot();
  expect(await post(['林小雨[求助]', '<b>陈晨*_`#'])).toEqual({ kind: 'sent' });
  expect(posted()).toEqual([[HEAD(2), '> 林小雨 求助 ', '>  b 陈晨    ', END]]);
});

it('names as many as a post may have lines, and says how many more there are', async () => {
  await setRobot();
  const titles = Array.from({ length: ROBOT.lines }, (_, index) => `第${index + 1}件`);
  const lines = titles.map((title) => `> ${title}`);
  await post(titles);
  await post([...titles, '还有一件', '又有一件']);
  expect(posted()).toEqual([
    [HEAD(ROBOT.lines), ...lines, END],
    [HEAD(ROBOT.lines + 2), ...lines, '> 还有 2 条', END],
  ]);
});

it('says only how many there are when naming them would be more than a post may hold', async () => {
  await setRobot();
  const around = Buffer.byteLength([HEAD(1), '> ', END].join('\n'));
  const fitting = 'a'.repeat(ROBOT.maxBytes - around);
  await post([fitting]);
  await post([`${fitting}a`]);
  expect(posted()).toEqual([
    [HEAD(1), `> ${fitting}`, END],
    [HEAD(1), END],
  ]);
});
