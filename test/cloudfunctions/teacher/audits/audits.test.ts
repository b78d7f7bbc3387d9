import {
  ADMIN,
  choose,
  CLASSMATE,
  GRADUATE,
  memberNamed,
  openUniversity,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';
import type { Request } from '../../../../miniprogram/contract';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  world.world.now += 60_000;
  const { id } = await submitEmployed(world, GRADUATE);
  world.world.now += 60_000;
  await choose(world, CLASSMATE);
  world.world.now += 1;
  dataOf(await world.call(TEACHER, 'teacher', 'decision', { transferId: id }));
});

const read = async (request: Request<'teacher', 'audits'> = {}) =>
  dataOf(await world.call(ADMIN, 'teacher', 'audits', request));
const actionsOf = async (request: Request<'teacher', 'audits'>) =>
  (await read(request)).entries.map(({ action }) => action);

it('shows the newest first, with who and whom', async () => {
  const { entries, next } = await read();
  expect(next).toBeNull();
  expect(entries[0]).toMatchObject({
    action: 'read-screenshots',
    kind: 'read',
    role: 'teacher',
    actorName: '王芳',
    memberName: '林小雨',
    branchName: '光电2302团支部',
  });
  const times = entries.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

it('finds what happened to one person, by name, number or id', async () => {
  const byName = await actionsOf({ person: { by: 'search', search: '林小雨' } });
  expect(byName).toEqual(['read-screenshots', 'submit', 'choose-way', 'sign-in']);
  expect(await actionsOf({ person: { by: 'search', search: ' s002 ' } })).toEqual(byName);
  const { _id: memberId } = memberNamed(world, '林小雨');
  expect(await actionsOf({ person: { by: 'member', memberId } })).toEqual(byName);
  expect(await actionsOf({ person: { by: 'search', search: '没有这个人' } })).toEqual([]);
});

it('shows what happened to two of one name in the order in which it happened', async () => {
  const classmate = memberNamed(world, '陈晨');
  world.store.plant('members', {
    ...classmate,
    name: '林小雨',
    nameKey: memberNamed(world, '林小雨').nameKey,
  });
  const { entries } = await read({ person: { by: 'search', search: '林小雨' } });
  expect(new Set(entries.map(({ memberId }) => memberId)).size).toBe(2);
  const times = entries.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

it('finds what one person did, and of that one kind', async () => {
  const person = { by: 'actor', actorId: TEACHER } as const;
  expect((await actionsOf({ person })).sort()).toEqual([
    'accept-invitation',
    'apply-roster',
    'assign-secretary',
    'assign-secretary',
    'read-screenshots',
  ]);
  expect(await actionsOf({ person, kind: 'roster' })).toEqual(['apply-roster']);
});

it('finds one kind, and a span of time', async () => {
  expect(await actionsOf({ kind: 'transfer' })).toEqual(['choose-way', 'submit', 'choose-way']);
  const from = world.world.now - 60_001;
  expect((await actionsOf({ from })).sort()).toEqual([
    'choose-way',
    'choose-way',
    'read-screenshots',
    'submit',
  ]);
  expect((await actionsOf({ from, until: world.world.now })).sort()).toEqual([
    'choose-way',
    'choose-way',
    'submit',
  ]);
});

it('turns pages without a gap or a repetition', async () => {
  for (let number = 0; number < 130; number += 1) {
    world.world.now += number % 3;
    dataOf(await world.call(ADMIN, 'teacher', 'createCollege', { name: `学院${number}` }));
  }
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await read(cursor === undefined ? {} : { cursor });
    expect(page.entries.length).toBeLessThanOrEqual(50);
    seen.push(...page.entries.map(({ id }) => id));
    cursor = page.next;
  }
  expect(seen).toHaveLength(world.store.all('audits').length);
  expect(new Set(seen).size).toBe(seen.length);
});

it('is the committee’s alone, and shows nothing that is sealed', async () => {
  expect(errorOf(await world.call(TEACHER, 'teacher', 'audits', {}))).toBe('FORBIDDEN');
  const { _id: memberId } = memberNamed(world, '林小雨');
  dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '换了微信' }));
  expect(JSON.stringify(await read())).not.toMatch(/reasonSealed|v2\.1\.|换了微信/);
});
