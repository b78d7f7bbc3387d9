/** Rights end while a page is open: the next tap leads to where the person still belongs, and says why once. */
import { pagePath } from '../../miniprogram/domain/reminding/pages';
import { ADMINISTRATOR } from '../../tools/preview/seed/college';
import { accountOf } from '../../tools/preview/seed/play';
import { journeys } from './support/journeys';
import type { PhonePage } from './support/phone-page';

const { stage, journey } = journeys();

const removes = (name: string) =>
  stage.world.as(ADMINISTRATOR.name, 'teacher', 'removeTeacher', { accountId: accountOf(name) });
const deskOf = (name: string, tab: string): Promise<PhonePage> =>
  stage.phone(name, { page: pagePath('teacherDesk', { tab }) });

journey('a teacher is removed while the roster is open', async () => {
  const teacher = await deskOf('梁清和', 'roster');
  await teacher.sees('选文件，先检查一遍');
  await removes('梁清和');
  await teacher.taps(/^导出$/);
  await teacher.tapsExactly('暂不登录');
  await teacher.sees('毕业了，团关系怎么转');
});

journey('a teacher is removed while the season of the college is open', async () => {
  const teacher = await deskOf('苏明远', 'season');
  await teacher.fills('学院通知', '周三不办公');
  await removes('苏明远');
  await teacher.taps('先看看会怎样');
  await teacher.tapsExactly('暂不登录');
  await teacher.sees('毕业了，团关系怎么转');
});

journey('a teacher is removed while a decision is open', async () => {
  const teacher = await stage.phone('周岚', { page: pagePath('teacherDesk') });
  await teacher.taps('陈可');
  await teacher.sees('批准');
  await removes('周岚');
  await teacher.taps(/^批准/);
  await teacher.tapsExactly('暂不登录');
  await teacher.sees('毕业了，团关系怎么转');
});
