import {
  boxesOf,
  goalOf,
  phaseOf,
  toRecordView,
  waysFor,
  workFor,
  workOn,
  type Person,
} from '../../../../../miniprogram/packages/graduate/record/view';
import type { Rulebook } from '../../../../../miniprogram/domain/rules/rulebook';
import { rulebookOf, RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { PERSON } from '../../../../../tools/shots/cases/person-notices';

const IN_GUANGZHOU = { names: ['广东省', '广州市', '天河区', '石牌街道'], code: '440106001' };
const PLACES = { ownBranch: '通信2201团支部', ownCollege: '信息工程学院' };
const NOW = Date.UTC(2026, 5, 12, 2);
const rulebook = rulebookOf('national-2022') as Rulebook;
const transfer = PERSON.transfer as NonNullable<Person['transfer']>;
const recorded = {
  ...transfer,
  rulebookId: rulebook.id,
  state: 'draft' as const,
  wayId: 'employed',
  routeId: 'direct',
  timeline: [
    { at: NOW, step: 'choose-way' as const, by: { role: 'secretary' as const, name: '周敏' }, attempt: 0 },
  ],
};

it('offers a secretary nothing secret, and the college everything', () => {
  const keys = (as: 'secretary' | 'teacher') => waysFor(rulebook, as).map(({ key }) => key);
  const withheld = keys('teacher').filter((key) => !keys('secretary').includes(key));
  expect(withheld).toContain('study-abroad keep');
  expect(withheld.some((key) => key.startsWith('confidential'))).toBe(true);
  expect(keys('secretary')).toContain('employed direct');
});

it.each([
  ['the way, where nothing has begun', null, 'way'],
  ['what was started, once there is a way', recorded, 'start'],
  ['the way again, of a plan', { ...recorded, state: 'planned' as const }, 'way'],
  [
    'nothing, once they act themselves',
    {
      ...recorded,
      timeline: [{ ...recorded.timeline[0]!, by: { role: 'graduate' as const, name: '本人' } }],
    },
    'done',
  ],
] as const)('asks for %s', (_what, of, phase) => {
  expect(phaseOf({ transfer: of as Person['transfer'] })).toBe(phase);
});

it.each(RULEBOOKS)('speaks of the classmate, not to them, under $id', (rules) => {
  const rows = waysFor(rules, 'teacher');
  const read = rows.map((row) => {
    const work = workOn(rules, row, PLACES);
    if (!work) throw new Error('the way is there');
    const draft = { organisation: '通信2201团支部', region: IN_GUANGZHOU };
    return [row.hint, toRecordView({ ...work, draft }, NOW)];
  });
  expect(JSON.stringify(read)).not.toContain('你');
});

it('leaves what was typed as it is', () => {
  const work = workOn(rulebook, { wayId: 'employed', routeId: 'direct' }, PLACES);
  const draft = { organisation: '你好（上海）网络有限公司' };
  expect(work && toRecordView({ ...work, draft }, NOW).organisation?.value).toBe(draft.organisation);
});

it('asks for what the route asks for, but for no picture', () => {
  const work = workFor({ ...PERSON, transfer: recorded }, rulebook);
  if (!work) throw new Error('the way is there');
  expect(goalOf(work, NOW)).toBe('region');
  const draft = {
    region: { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' },
    organisation: '澄江智能装备（上海）有限公司团支部',
  };
  // The day it was started is never guessed: the receiver's days are counted from it.
  expect(goalOf({ ...work, draft }, NOW)).toBe('initiatedAt');
  expect(goalOf({ ...work, draft: { ...draft, initiatedAt: NOW } }, NOW)).toBe('');
});

it('has each box of 智慧团建 copied, the organisation as soon as it is typed', () => {
  const work = workFor({ ...PERSON, transfer: recorded }, rulebook);
  if (!work) throw new Error('the way is there');
  const labels = (typed?: string) =>
    boxesOf(PERSON, { ...work, draft: typed === undefined ? {} : { organisation: typed } }).map(
      ({ label, text }) => [label, text],
    );
  const known = [
    ['姓名', PERSON.name],
    ['学号', PERSON.studentNumber],
    ['接转原因', work.route.transferReason],
  ];
  expect(labels()).toEqual(known);
  expect(labels('  ')).toEqual(known);
  expect(labels(' 澄江智能装备（上海）有限公司团支部 ')).toEqual([
    ...known,
    ['申请转入组织', '澄江智能装备（上海）有限公司团支部'],
  ]);
});
