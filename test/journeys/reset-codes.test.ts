import { chinaTime } from '../../tools/preview/seed/deed';
import { journeys } from './support/journeys';

/** From the desk to a code that is issued. */
const MOST_TAPS = 4;

describe('a reset code that the secretary cannot give', () => {
  const { stage, journey } = journeys();

  journey('goes to the teacher when nobody answered for a day, and still reaches the graduate', async () => {
    await stage.world.client.setClock(chinaTime('06-12 12:00'));
    const teacher = await stage.phone('周岚', { page: 'packages/teacher/desk/desk' });
    await teacher.taps('何牧');
    await teacher.types('照着系统上的填', '906118');
    await teacher.taps('发给何牧');
    await teacher.sees('条等你办');
    expect((await teacher.heard()).taps).toBeLessThanOrEqual(MOST_TAPS);
    const graduate = await stage.phone('何牧', { page: 'packages/start/login-help/login-help' });
    await graduate.taps('显示验证码');
    await graduate.sees('906 118');
  });

  journey('goes to the teacher at once when the secretary is the one who asks', async () => {
    const phone = await stage.phone('顾书遥', { page: 'pages/login-help/login-help' }); // as a message of 1.0 says
    await phone.taps('忘记密码了');
    await phone.taps('请团支书帮忙');
    await phone.sees('老师正在帮你拿', '你自己就是团支书');
    const teacher = await stage.phone('周岚', { page: 'packages/teacher/desk/desk' });
    await teacher.sees('顾书遥');
  });
});
