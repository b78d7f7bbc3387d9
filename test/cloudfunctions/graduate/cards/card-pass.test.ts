import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { STAMP } from '../../support/stamp';
import { dataOf, errorOf, type World } from '../../support/world';

const MINUTE = 60_000;

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const passOf = async (openid = GRADUATE) => dataOf(await world.call(openid, 'graduate', 'cardPass', {}));
const arrives = async (openid = GRADUATE) => {
  const { version } = await submitEmployed(world, openid);
  dataOf(await world.call(openid, 'graduate', 'report', { version, outcome: 'accepted' }));
  const { pass } = await passOf(openid);
  if (!pass) throw new Error('whoever has arrived gets a pass');
  return pass;
};
const lookUp = (by: { token: string } | { search: string }, openid = TEACHER) =>
  world.call(openid, 'teacher', 'cardLookup', by);
const namesOf = (reply: Awaited<ReturnType<typeof lookUp>>) => dataOf(reply).people.map(({ name }) => name);

describe('who gets a pass', () => {
  it('nobody who has not begun', async () => {
    expect(await passOf()).toMatchObject({ pass: null, missing: ['no-transfer'], state: null, taker: null });
  });

  it('nobody who has not handed in: these rules stamp from the submission on', async () => {
    await choose(world, GRADUATE, 'employed', 'direct');
    expect(await passOf()).toMatchObject({
      pass: null,
      missing: ['not-open', 'screenshot'],
      state: 'draft',
      taker: 'receiver',
    });
    await submitEmployed(world, CLASSMATE);
    expect((await passOf(CLASSMATE)).pass).not.toBeNull();
  });

  it('nobody whose way has no such step', async () => {
    await choose(world, GRADUATE, 'army', 'direct');
    expect(await passOf()).toMatchObject({ pass: null, missing: ['no-card'], taker: 'college' });
  });

  it('whoever has arrived, until the card is stamped', async () => {
    const { token } = await arrives();
    const [found] = dataOf(await lookUp({ token })).people;
    expect(found).toMatchObject({ name: '林小雨', ready: true });
    const target = { transferId: found?.transferId ?? '', version: found?.version ?? 0, ...STAMP };
    dataOf(await world.call(TEACHER, 'teacher', 'tickOffline', target));
    expect(await passOf()).toMatchObject({ pass: null, missing: ['done'], doneAt: world.world.now });
  });
});

it('is no good once the WeChat was taken off somebody, also beside the new one’s', async () => {
  const old = await arrives();
  const [transfer] = world.store.all('transfers');
  const unbinding = { memberId: transfer?.memberId ?? '', reason: '换了手机' };
  const { inviteCode } = dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', unbinding));
  world.world.now += 1000;
  const credentials = { studentNumber: 'S002', name: '林小雨', inviteCode: inviteCode ?? '' };
  dataOf(await world.call('oNewPhone', 'account', 'signIn', credentials));
  const { pass } = await passOf('oNewPhone');
  expect(namesOf(await lookUp({ token: pass?.token ?? '' }))).toEqual(['林小雨']);
  expect(errorOf(await lookUp({ token: old.token }))).toBe('CARD_PASS_EXPIRED');
});

it('is the own one whatever transfer is named, and keeps as long', async () => {
  await arrives();
  await submitEmployed(world, CLASSMATE);
  const own = await passOf();
  for (const transferId of [...world.store.all('transfers').map(({ _id }) => _id), 't-none']) {
    const named = await world.call(GRADUATE, 'graduate', 'cardPass', { transferId });
    expect(dataOf(named)).toEqual(own);
  }
});

describe('the desk finds whoever shows', () => {
  it('the QR', async () => {
    const { token } = await arrives();
    expect(namesOf(await lookUp({ token }))).toEqual(['林小雨']);
  });

  it.each(['plain', 'with a blank', 'in full width'])('the digits, typed %s', async (how) => {
    const { digits } = await arrives();
    expect(digits).toMatch(/^\d{8}$/);
    const spaced = `${digits.slice(0, 4)} ${digits.slice(4)}`;
    const wide = digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const typed = how === 'plain' ? digits : how === 'with a blank' ? spaced : wide;
    expect(namesOf(await lookUp({ search: typed }))).toEqual(['林小雨']);
  });

  it('two people by their own digits', async () => {
    const first = await arrives();
    const second = await arrives(CLASSMATE);
    expect(first.digits).not.toBe(second.digits);
    expect(namesOf(await lookUp({ search: second.digits }))).toEqual(['陈晨']);
  });
});

describe('a pass', () => {
  it('stays the same while it has time left, then is a new one', async () => {
    const first = await arrives();
    world.world.now += 4 * MINUTE;
    expect((await passOf()).pass).toEqual(first);
    world.world.now += 2 * MINUTE;
    const { pass: second } = await passOf();
    expect(second?.digits).not.toBe(first.digits);
    expect(namesOf(await lookUp({ search: first.digits }))).toEqual([]);
  });

  it('ends after ten minutes, its digits too', async () => {
    const { token, digits } = await arrives();
    world.world.now += 10 * MINUTE;
    expect(errorOf(await lookUp({ token }))).toBe('CARD_PASS_EXPIRED');
    expect(namesOf(await lookUp({ search: digits }))).toEqual([]);
  });

  it('says nothing to another college', async () => {
    const { token, digits } = await arrives();
    expect(errorOf(await lookUp({ token }, OTHER_TEACHER))).toBe('NOT_FOUND');
    expect(namesOf(await lookUp({ search: digits }, OTHER_TEACHER))).toEqual([]);
    expect(namesOf(await lookUp({ search: digits }, ADMIN))).toEqual(['林小雨']);
  });

  it('cannot be made up or altered', async () => {
    const { token } = await arrives();
    const [prefix = '', transferId = '', , signature = ''] = token.split('.');
    for (const forged of [
      `${prefix}.${transferId}.zzzzzzzz.${signature}`,
      token.slice(0, -1),
      'https://example.com',
    ])
      expect(errorOf(await lookUp({ token: forged }))).toBe('CARD_PASS_INVALID');
  });
});

describe('where the card is stamped', () => {
  const office = { place: '行政楼 203', hours: '工作日 9:00 到 11:30' };

  it('is said by the college and seen by its graduates, until it is taken away', async () => {
    expect((await passOf()).college.office).toBeNull();
    dataOf(await world.call(TEACHER, 'teacher', 'saveCardOffice', { office }));
    expect((await passOf()).college).toEqual({ name: '光电学院', teacherName: '王芳', office });
    expect(dataOf(await world.call(OTHER_TEACHER, 'teacher', 'cardOffice', {})).office).toBeNull();
    dataOf(await world.call(TEACHER, 'teacher', 'saveCardOffice', { office: null }));
    expect((await passOf()).college.office).toBeNull();
  });

  it('is of a college, which the committee is not', async () => {
    const reply = await world.call(ADMIN, 'teacher', 'saveCardOffice', { office });
    expect(errorOf(reply)).toBe('COLLEGE_UNKNOWN');
  });

  it('is looked at by WeChat before others read it', async () => {
    world.world.verdict = 'risky';
    const reply = await world.call(TEACHER, 'teacher', 'saveCardOffice', { office });
    expect(errorOf(reply)).toBe('TEXT_REJECTED');
  });
});
