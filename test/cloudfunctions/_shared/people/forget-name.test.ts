/** A name goes wherever somebody’s acts in an office have left it, and stays where it is somebody else’s. */
import {
  forgetActs,
  forgetHandler,
  type Office,
} from '../../../../cloudfunctions/_shared/people/forget-name';
import type { Event, Notice, ResetRequest, Transfer } from '../../../../cloudfunctions/_shared/store/records';
import { fail } from '../../../../miniprogram/domain/errors';
import { CLASSMATE, GRADUATE, openUniversity, submitEmployed, TEACHER } from '../../support/people';
import { dataOf, type World } from '../../support/world';

const NAME = '王芳';
const COLLEAGUE = '梁清和';
const ALL: readonly Office[] = ['secretary', 'teacher', 'committee'];

let world: World;
let mine: Transfer;
let other: Transfer;
let request: ResetRequest;
let notice: Notice;
let act: Event;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
  await submitEmployed(world, CLASSMATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const of = (openid: string) => world.store.all('transfers').find(({ accountId }) => accountId === openid)!;
  [mine, other] = [of(GRADUATE), of(CLASSMATE)];
  [request, notice, act] = [
    world.store.all('resetRequests')[0]!,
    world.store.all('notices')[0]!,
    world.store.all('audits')[0]!,
  ];
});

type Role = Event['actor']['role'];
const actOn = (subjectId: string, at: number, role: Role = 'teacher'): Event => ({
  ...act,
  _id: `${subjectId}:${at}`,
  subjectId,
  memberId: mine.memberId,
  at,
  actor: { role, accountId: TEACHER },
});
const by = (role: string, name: string, at: number) => ({
  at,
  step: 'approve',
  by: { role, name },
  attempt: 1,
});
const namesIn = ({ _id }: Transfer) =>
  (world.store.all('transfers').find((one) => one._id === _id)?.timeline as { by: { name: string } }[]).map(
    (entry) => entry.by.name,
  );
const forget = (acts: readonly Event[], offices = ALL) =>
  forgetActs(world.ports, acts, { name: NAME, offices });

it('says the office in a history, by the moment or by the name, and leaves everybody else', async () => {
  const timeline = [
    by('teacher', NAME, 1),
    // Called otherwise at that time.
    by('teacher', '王小芳', 2),
    by('teacher', COLLEAGUE, 3),
    by('graduate', NAME, 4),
    by('committee', NAME, 5),
  ];
  world.store.plant('transfers', { ...mine, timeline });
  world.store.plant('transfers', { ...other, timeline });
  await forget([actOn(mine._id, 2), actOn(mine._id, 9)]);
  expect(namesIn(mine)).toEqual(['学院团委老师', '学院团委老师', COLLEAGUE, NAME, NAME]);
  expect(namesIn(other)).toEqual([NAME, '王小芳', COLLEAGUE, NAME, NAME]);
});

it('leaves an entry that a later release has written as it is', async () => {
  const unread = { of: 'a later release' };
  world.store.plant('transfers', { ...mine, timeline: [unread, by('teacher', NAME, 1)] });
  await forget([actOn(mine._id, 1)]);
  const [after] = world.store.all('transfers').filter(({ _id }) => _id === mine._id);
  expect(after?.timeline[0]).toEqual(unread);
});

it.each<[string, { name: string; role: 'teacher' | 'secretary' }, number, string]>([
  ['names them', { name: NAME, role: 'teacher' }, 1, '学院团委老师'],
  [
    'was answered in that moment under an earlier name',
    { name: '王小芳', role: 'teacher' },
    7,
    '学院团委老师',
  ],
  ['was answered by somebody else', { name: COLLEAGUE, role: 'teacher' }, 1, COLLEAGUE],
  ['was answered by the secretary in that moment', { name: '周敏', role: 'secretary' }, 7, '周敏'],
])('a request for a code that %s', async (_what, handler, issuedAt, left) => {
  world.store.plant('resetRequests', { ...request, handler, issuedAt });
  await forget([actOn(request._id, 7)]);
  expect(world.store.all('resetRequests')[0]?.handler).toEqual({ ...handler, name: left });
});

it('judges each request by what was done about it alone', async () => {
  const handler = { name: COLLEAGUE, role: 'teacher' };
  world.store.plant('resetRequests', { ...request, handler, issuedAt: 7 });
  world.store.plant('resetRequests', { ...request, _id: 'r-other-1', handler, issuedAt: 8 });
  await forget([actOn(request._id, 8), actOn('r-other-1', 9)]);
  expect(world.store.all('resetRequests').map((one) => one.handler.name)).toEqual([COLLEAGUE, COLLEAGUE]);
});

it('says the office in whatever those concerned were told, in title, text and fields', async () => {
  const told = { ...notice, aboutId: mine.memberId, title: `${NAME}退回了`, text: `${NAME}说：请改。` };
  world.store.plant('notices', { ...told, _id: 'n-told', fields: { by: NAME, about: '转接' } });
  world.store.plant('notices', { ...told, _id: 'n-other', aboutId: other.memberId });
  await forget([actOn(mine._id, 1)]);
  const of = (id: string) => world.store.all('notices').find(({ _id }) => _id === id);
  expect(of('n-told')).toMatchObject({
    title: '学院团委老师退回了',
    text: '学院团委老师说：请改。',
    fields: { by: '学院团委老师', about: '转接' },
  });
  expect(of('n-other')?.title).toBe(`${NAME}退回了`);
});

it('leaves what was done in an office that is not given up, or in none', async () => {
  world.store.plant('transfers', { ...mine, timeline: [by('teacher', NAME, 1)] });
  await forget([actOn(mine._id, 1)], ['secretary']);
  await forget([actOn(mine._id, 1, 'graduate')]);
  expect(namesIn(mine)).toEqual([NAME]);
});

it('forgets a secretary who was only to answer, in the own branch', async () => {
  const waiting = { ...request, handler: { role: 'secretary' as const, name: '周敏' } };
  world.store.plant('resetRequests', waiting);
  world.store.plant('resetRequests', { ...waiting, _id: 'r-2', handler: { role: 'teacher', name: '周敏' } });
  world.store.plant('resetRequests', { ...waiting, _id: 'r-3', branchId: 'b-other' });
  await forgetHandler(world.ports, { name: '周敏', branchId: request.branchId });
  expect(world.store.all('resetRequests').map(({ handler }) => handler.name)).toEqual([
    '团支书',
    '周敏',
    '周敏',
  ]);
});

/** Each alone names the person once. */
const places: [string, () => Promise<void>][] = [
  ['the history of a transfer', () => forget([actOn(mine._id, 1)])],
  ['a request for a code', () => forget([actOn(request._id, 1)])],
  [
    'what somebody was told',
    async () => {
      world.store.plant('notices', { ...notice, aboutId: mine.memberId, text: `${NAME}退回了` });
      await forget([{ ...actOn('s-2027', 1), memberId: mine.memberId }]);
    },
  ],
  [
    'a request nobody has answered',
    () => {
      world.store.plant('resetRequests', { ...request, handler: { role: 'secretary', name: NAME } });
      return forgetHandler(world.ports, { name: NAME, branchId: request.branchId });
    },
  ],
];
it.each(places)(
  'says where others were quicker each time at %s: it is not forgotten yet',
  async (_where, work) => {
    const busy = jest.spyOn(world.store, 'transact').mockResolvedValue(fail('BUSY'));
    await expect(work()).rejects.toMatchObject({ code: 'BUSY' });
    busy.mockRestore();
  },
);
