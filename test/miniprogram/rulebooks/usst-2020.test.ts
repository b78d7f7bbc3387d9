import { routeOf, tellReceiverText } from '../../../miniprogram/domain/rules/rulebook';
import { usst2020 as usst } from '../../../miniprogram/rulebooks/usst-2020';
import { composeRulebook } from '../../../miniprogram/rulebooks/usst-2020/compose';
import { OUTCOMES, always } from '../../../miniprogram/rulebooks/timeouts';
import { rulebookProblemsOf } from '../support/rulebook-problems';

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** The ways of the guide of 2020, in its order. */
const GUIDE = [
  'no-organisation',
  'employed',
  'further-study',
  'study-abroad',
  'work-abroad',
  'army',
  'confidential',
  'deferred',
] as const;

describe('the guide of 2020', () => {
  test.each([
    ['no-organisation', 'registered-residence', '其他', 'graduate', true, true],
    ['no-organisation', 'current-residence', '其他', 'graduate', true, true],
    ['employed', 'direct', '工作', 'graduate', true, true],
    ['further-study', 'direct', '升学', 'graduate', true, true],
    ['study-abroad', 'registered-residence', '其他', 'graduate', true, true],
    ['study-abroad', 'current-residence', '其他', 'graduate', true, true],
    ['study-abroad', 'keep', null, 'college', false, false],
    ['work-abroad', 'registered-residence', '其他', 'graduate', true, true],
    ['work-abroad', 'current-residence', '其他', 'graduate', true, true],
    ['army', 'direct', null, 'college', false, false],
    ['confidential', 'direct', '转往特殊单位团组织', 'graduate', false, true],
    ['deferred', 'direct', null, 'college', false, false],
  ] as const)('%s by %s: reason %s, handled by the %s', (wayId, routeId, reason, handledBy, clock, card) => {
    expect(routeOf(usst, wayId, routeId)).toMatchObject({
      transferReason: reason,
      handledBy,
      receiverClock: clock,
      offlineSteps: card ? ['card'] : [],
    });
  });

  test.each(['no-organisation', 'study-abroad'] as const)('%s names both holding branches', (way) => {
    const route = routeOf(usst, way, 'registered-residence');
    expect(route?.targetHint).toContain('“学社衔接临时团支部”或“流动团员团支部”');
  });
});

test('everybody has fifteen days, and then the relation moves by itself', () => {
  expect(usst.timeouts).toMatchObject([{ days: 15, outcome: 'accepted', sending: 'any', receiving: 'any' }]);
});

test('the 《团员证》 is stamped after the submission, with its screenshot', () => {
  expect(usst.offlineSteps).toMatchObject([
    { id: 'card', opens: 'submitted', atDesk: true, needs: ['screenshot'] },
  ]);
});

test('has the eight ways in the guide’s order', () => {
  expect(usst.ways.map(({ id }) => id)).toEqual([...GUIDE]);
});

test('a field is optional on purpose only', () => {
  const optional = usst.ways.flatMap((way) =>
    way.routes.flatMap((route) => route.optional.map((field) => `${way.id} ${route.id} ${field}`)),
  );
  // Where the new school lies helps the college, but 智慧团建 does not need it.
  expect(optional).toEqual(['further-study direct region']);
});

test('the message to the receiver says the days', () => {
  const route = routeOf(usst, 'employed', 'direct');
  expect(route && tellReceiverText(route, '林晚')).toContain('15 天');
});

test('ways and flows are written from the values: none of them stands in a sentence by itself', () => {
  const odd = composeRulebook({
    ...usst,
    id: 'odd-2030',
    timeouts: always({ days: 21, outcome: 'ask', source: '第 0 条' }),
    outcomes: {
      ...OUTCOMES,
      ask: {
        text: '什么都不会发生',
        short: '什么都不会发生',
        past: '什么都没有发生',
        pastShort: '什么都没有发生',
        toReceiver: '什么都不会发生',
      },
    },
    seasonDeadline: { month: 9, day: 9 },
    ageLimit: 35,
    resetCodeHours: 120,
    holdingWords: ['待定'],
    committeesReceive: false,
    holdingBranches: ['待定团支部'],
    basis: Object.fromEntries(GUIDE.map((id) => [id, '第 0 条'])) as Record<(typeof GUIDE)[number], string>,
  });
  expect(rulebookProblemsOf(odd)).toEqual([]);
  for (const text of textsOf([odd.ways, odd.flows])) {
    expect(text).not.toMatch(/15|10 天|28|30日|(?<!\d)2 天|学社衔接|流动团员|自动转入|自动退回/);
  }
});
