/** A province with a system of its own: nobody there is sent to another one. */
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';
import { toChangedView } from '../../../../miniprogram/packages/graduate/changed/view';
import { toReview } from '../../../../miniprogram/packages/graduate/review/view';
import { toWayResultView } from '../../../../miniprogram/packages/graduate/way-result/view';
import { toLoginHelpView, toVisitorHelpView } from '../../../../miniprogram/packages/start/login-help/view';
import { toGuestView } from '../../../../miniprogram/pages/home/guest-view';
import { toHomeView } from '../../../../miniprogram/pages/home/view';
import { reportQuestion } from '../../../../miniprogram/pages/journey/report-words';
import { factsOf } from '../../../../miniprogram/pages/journey/facts';
import { toTrackView } from '../../../../miniprogram/pages/track/view';
import { beijing2024 } from '../../../../miniprogram/rulebooks/beijing-2024';
import { home, transfer } from '../../../../tools/shots/cases/transfer-replies';

const NATIONAL = '智慧团建';
const IN = { 北京: ['北京市', '市辖区', '海淀区'], 上海: ['上海市', '市辖区', '浦东新区'] } as const;

/** What becomes of it no rule says. */
const ASKED = { days: 10, outcome: 'ask' } as const;

/** But for those whose receivers work in another one, wherever they are. */
const ROUTES = beijing2024.ways.flatMap(({ id, routes }) =>
  routes
    .filter(({ receivingSystem }) => receivingSystem === undefined)
    .map((route) => [id, route.id] as const),
);
const own = (
  state: (typeof TRANSFER_STATES)[number],
  [wayId, routeId]: readonly [string, string],
  place: keyof typeof IN = '北京',
) => {
  const region = { names: [...IN[place]], code: '110108' };
  return home(
    transfer(state, { rulebookId: beijing2024.id, wayId, routeId, fields: { region }, clock: ASKED }),
    {
      loginConfirmedAt: null,
    },
  );
};

test.each(TRANSFER_STATES)('speaks of the own system in state %s, on every way', (state) => {
  for (const route of ROUTES) {
    const shown = own(state, route);
    const facts = factsOf(shown, shown.now);
    const read = [
      toHomeView(shown, shown.now),
      toTrackView(shown, shown.now, null),
      toChangedView(shown, shown.now),
      toLoginHelpView(shown, shown.now, { answers: {}, code: '', asking: false }),
      reportQuestion('accepted', facts),
      reportQuestion('refused', facts),
    ];
    expect(JSON.stringify(read)).not.toContain(NATIONAL);
  }
});

test('speaks of it before anything has begun, and to visitors', () => {
  const nothing = { ...home(null), loginConfirmedAt: null };
  const season = { ...nothing.season, rulebookId: beijing2024.id };
  const welcome = { school: '', offices: [], rulebookId: beijing2024.id, at: 0 };
  const read = [
    toHomeView({ ...nothing, season }, nothing.now),
    toTrackView({ ...nothing, season }, nothing.now, null),
    toGuestView(welcome, beijing2024),
    toVisitorHelpView(beijing2024, {}),
  ];
  expect(JSON.stringify(read)).not.toContain(NATIONAL);
  expect(JSON.stringify(read)).toContain(beijing2024.system.name);
  expect(toVisitorHelpView(beijing2024, {}).website).toBe(`https://${beijing2024.system.address}`);
});

test.each(['北京', '上海'] as const)('names what a receiver in %s works in', (place) => {
  const [route = ['', '']] = ROUTES.filter(([way]) => way === 'employed');
  const shown = own('approved', route, place);
  const system = place === '北京' ? beijing2024.system.name : NATIONAL;
  expect(toHomeView(shown, shown.now).action.title).toContain(`在${system}接收你`);
});

test('asks to compare with the own system before handing in', () => {
  for (const [wayId, routeId] of ROUTES) {
    const shown = transfer('draft', { rulebookId: beijing2024.id, wayId, routeId });
    const facts = { now: 0, seasonOpenedAt: 0, own: { ownBranch: '', ownCollege: '' } };
    expect(JSON.stringify(toReview(beijing2024, shown, {}, [], facts)?.view)).not.toContain(NATIONAL);
  }
});

test('calls the box for the reason as the own system does, from the guide to the last look', () => {
  const shown = transfer('draft', { rulebookId: beijing2024.id, wayId: 'employed', routeId: 'direct' });
  const facts = { now: 0, seasonOpenedAt: 0, own: { ownBranch: '', ownCollege: '' } };
  const rows = toReview(beijing2024, shown, {}, [], facts)?.view.rows;
  expect(rows?.find(({ id }) => id === 'reason')?.label).toBe('转出原因');
  const guide = toWayResultView(null, beijing2024, 'employed', 'direct', []);
  expect(guide?.reasonLabel).toBe('转出原因');
  expect(guide?.handOff).toContain('转出原因：就业');
});
