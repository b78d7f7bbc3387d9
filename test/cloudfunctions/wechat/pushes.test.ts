/** What WeChat pushes: who is believed, and what of our records it changes. */
import * as v from 'valibot';
import { pushEntry } from '../../../cloudfunctions/wechat/pushes/entry';
import { oneOrMany } from '../../../cloudfunctions/wechat/pushes/push';
import {
  choose,
  employedSubmission,
  GRADUATE,
  openUniversity,
  TEACHER,
  uploadPicture,
} from '../support/people';
import { dataOf, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const push = (event: unknown, source = 'wx_unknown') =>
  pushEntry({ ports: () => world.ports, source: () => source })(event);
const verdict = (suggest: string, more: object = {}) => ({
  MsgType: 'event',
  Event: 'wxa_media_check',
  trace_id: 'trace-1',
  version: 2,
  errcode: 0,
  result: { suggest, label: 100 },
  ...more,
});
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } };

const submit = async () => {
  const { version } = await choose(world, GRADUATE);
  const submission = await employedSubmission(world, GRADUATE, version);
  return dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission)).transfer;
};
const seenByTeacher = async (transferId: string) =>
  dataOf(await world.call(TEACHER, 'teacher', 'decision', { transferId })).item.screenshots;
const checks = () => world.store.all('pictureChecks').map(({ verdict: stored }) => stored);

describe('a push', () => {
  it.each(['wx_client', 'wx_client,scf', 'wx_devtools', 'wx_localdebug', 'wx_crawler', 'wx_http'])(
    'is not believed from %s',
    async (source) => {
      await submit();
      expect(await push(verdict('risky'), source)).toEqual(FORBIDDEN);
      expect(checks()).toEqual(['waiting']);
    },
  );

  it('is not believed with what the platform adds to the event of a phone', async () => {
    const event = { ...verdict('risky'), userInfo: { openId: 'oSomebody' } };
    expect(await push(event)).toEqual(FORBIDDEN);
  });

  it.each([{}, { MsgType: 'text', Content: '在吗' }, { Event: 'wxa_media_check' }, 'text', null])(
    'is none: %j',
    async (event) => expect(await push(event)).toEqual(FORBIDDEN),
  );

  it('of a kind nobody reads is taken and noted, and changes nothing', async () => {
    const before = world.store.text();
    expect(await push({ MsgType: 'event', Event: 'user_enter_tempsession' })).toBe('success');
    expect(world.logged).toContainEqual({ event: 'push-left', facts: { name: 'user_enter_tempsession' } });
    expect(world.store.text()).toBe(before);
  });

  it('that is not written as WeChat writes it is noted, and changes nothing', async () => {
    await submit();
    expect(await push(verdict('dreadful'))).toBe('success');
    expect(world.logged).toContainEqual({ event: 'push-left', facts: { name: 'wxa_media_check' } });
    expect(checks()).toEqual(['waiting']);
  });

  it('names one item as an object and several as a list', () => {
    const list = oneOrMany(v.object({ id: v.number() }));
    expect([{ id: 1 }, [{ id: 1 }, { id: 2 }], []].map((given) => v.parse(list, given))).toEqual([
      [{ id: 1 }],
      [{ id: 1 }, { id: 2 }],
      [],
    ]);
  });
});

describe('the verdict about a picture', () => {
  it.each([
    ['pass', 'fine'],
    ['review', 'fine'],
    ['risky', 'risky'],
  ])('“%s” makes it %s', async (suggest, stored) => {
    await submit();
    expect(await push(verdict(suggest))).toBe('success');
    expect(checks()).toEqual([stored]);
  });

  it('takes a risky picture from the teacher, and nothing else', async () => {
    const { id, screenshots } = await submit();
    expect(await seenByTeacher(id)).toMatchObject([{ check: 'waiting', url: expect.stringMatching('http') }]);
    await push(verdict('risky'));
    expect(await seenByTeacher(id)).toEqual([{ fileId: screenshots[0]?.fileId, url: '', check: 'risky' }]);
    const decided = { transferId: id, version: 2, decision: 'approve', seenOnSystem: true } as const;
    expect(await world.call(TEACHER, 'teacher', 'decide', decided)).toMatchObject({ ok: true });
  });

  it('counts once: what came later does not take it back', async () => {
    await submit();
    await push(verdict('risky'));
    await push(verdict('pass'));
    expect(checks()).toEqual(['risky']);
  });

  it.each([
    ['WeChat could not look', verdict('pass', { errcode: -1008 })],
    ['there is none', verdict('pass', { result: undefined })],
    ['nobody asked', verdict('risky', { trace_id: 'another' })],
  ])('changes nothing when %s', async (_case, event) => {
    await submit();
    expect(await push(event)).toBe('success');
    expect(checks()).toEqual(['waiting']);
  });
});

describe('asking WeChat about a picture', () => {
  it('happens once for each, however often it is handed in', async () => {
    const first = await submit();
    const { version } = dataOf(
      await world.call(GRADUATE, 'graduate', 'withdraw', { version: first.version }),
    ).transfer;
    const again = await choose(world, GRADUATE, 'employed', 'direct', version);
    const screenshots = first.screenshots.map(({ fileId }) => fileId);
    const submission = await employedSubmission(world, GRADUATE, again.version);
    dataOf(await world.call(GRADUATE, 'graduate', 'submit', { ...submission, screenshots }));
    expect(world.asked).toHaveLength(1);
  });

  it('stands in nobody’s way when WeChat does not take it', async () => {
    world.world.asksAboutPictures = false;
    const { id, state } = await submit();
    expect(state).toBe('submitted');
    expect(await seenByTeacher(id)).toMatchObject([{ check: 'waiting' }]);
    expect(world.logged).toContainEqual({ event: 'picture-not-asked', facts: { pictures: 1 } });
  });

  it('leaves nothing once the person has deleted their data', async () => {
    await submit();
    dataOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}));
    expect(checks()).toEqual([]);
  });
});

describe('another picture for a risky one', () => {
  const replace = (from: string, to: string) =>
    world.call(GRADUATE, 'graduate', 'replacePicture', { from, to });
  const shown = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).picturesToReplace;

  it('is asked for at home, is looked at in its turn, and leaves the submission as it was', async () => {
    const before = await submit();
    const from = before.screenshots[0]?.fileId ?? '';
    expect(await shown()).toEqual([]);
    await push(verdict('risky'));
    expect(await shown()).toEqual([from]);
    const to = await uploadPicture(world, GRADUATE);
    const { transfer } = dataOf(await replace(from, to));
    expect(transfer).toMatchObject({
      state: 'submitted',
      version: before.version,
      screenshots: [{ fileId: to }],
    });
    expect(await shown()).toEqual([]);
    expect(await seenByTeacher(before.id)).toMatchObject([{ fileId: to, check: 'waiting' }]);
    await push(verdict('pass', { trace_id: 'trace-2' }));
    expect(await seenByTeacher(before.id)).toMatchObject([{ fileId: to, check: 'fine' }]);
  });

  it.each([
    ['a picture nothing is wrong with', 'pass', undefined, 'NOT_FOUND'],
    [
      'a picture of somebody else',
      'risky',
      'cloud://env.bucket/screenshots/m-other/a/1.png',
      'SCREENSHOT_FOREIGN',
    ],
  ])('is refused for %s', async (_case, suggest, to, code) => {
    const { screenshots } = await submit();
    await push(verdict(suggest));
    const reply = await replace(screenshots[0]?.fileId ?? '', to ?? (await uploadPicture(world, GRADUATE)));
    expect(reply).toMatchObject({ ok: false, error: { code } });
  });

  it('takes the place of that one alone, once, and is a picture', async () => {
    const { version } = await choose(world, GRADUATE);
    const submission = await employedSubmission(world, GRADUATE, version);
    const [from = ''] = submission.screenshots;
    const other = await uploadPicture(world, GRADUATE, '2.png');
    const both = { ...submission, screenshots: [from, other] };
    dataOf(await world.call(GRADUATE, 'graduate', 'submit', both));
    await push(verdict('risky'));
    const text = await uploadPicture(world, GRADUATE, '3.png', Buffer.from('not a picture, '.repeat(20)));
    expect(await replace(from, text)).toMatchObject({ error: { code: 'SCREENSHOT_UNREADABLE' } });
    const to = await uploadPicture(world, GRADUATE, '4.png');
    const { transfer } = dataOf(await replace(from, to));
    expect(transfer.screenshots.map(({ fileId }) => fileId)).toEqual([to, other]);
    expect(await replace(from, to)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('does not stand there twice where it was there already', async () => {
    const { version } = await choose(world, GRADUATE);
    const submission = await employedSubmission(world, GRADUATE, version);
    const [from = ''] = submission.screenshots;
    const to = await uploadPicture(world, GRADUATE, '2.png');
    dataOf(await world.call(GRADUATE, 'graduate', 'submit', { ...submission, screenshots: [from, to] }));
    await push(verdict('risky'));
    const { transfer } = dataOf(await replace(from, to));
    expect(transfer.screenshots.map(({ fileId }) => fileId)).toEqual([to]);
  });
});
