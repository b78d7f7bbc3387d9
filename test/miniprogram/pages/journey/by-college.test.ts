/** Ways the college handles: what home and progress say at their beginning and at their end. */
import { asksNothing } from '../../../../miniprogram/domain/rules/rulebook';
import { toHomeView } from '../../../../miniprogram/pages/home/view';
import { toTrackView } from '../../../../miniprogram/pages/track/view';
import { OFFERED_RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { home, transfer } from '../../../../tools/shots/cases/transfer-replies';

const ROUTES = OFFERED_RULEBOOKS.flatMap(({ id, ways }) =>
  ways.flatMap((way) =>
    way.routes
      .filter(({ handledBy }) => handledBy === 'college')
      .map((route) => [id, way.id, route.id, asksNothing(route)] as const),
  ),
);

const shown = (
  state: 'draft' | 'recorded' | 'completed',
  rulebookId: string,
  wayId: string,
  routeId: string,
) => {
  const facts = { rulebookId, wayId, routeId, fields: {}, deadlineAt: null, clock: null, offline: [] };
  const response = home(transfer(state, { ...facts, waitsFor: 'nobody' }));
  return { home: toHomeView(response, response.now), track: toTrackView(response, response.now, null) };
};

test.each(ROUTES)(
  '%s, %s %s: nobody is asked to go on filling in what has nothing to fill in',
  (...route) => {
    const [rulebookId, wayId, routeId, isEmpty] = route;
    const { home: first, track } = shown('draft', rulebookId, wayId, routeId);
    const read = [first.hero.note, first.action.why, first.action.primary?.text, track.next];
    if (isEmpty) expect(JSON.stringify(read)).not.toMatch(/填到一半|继续填写|接着填/);
    expect(track.next?.title).toContain('报给学院');
  },
);

test.each(ROUTES)(
  '%s, %s %s: at the end nothing is said to lie elsewhere or ahead',
  (rulebookId, wayId, routeId) => {
    const { home: last, track } = shown('completed', rulebookId, wayId, routeId);
    expect(last.hero.note).not.toContain('团关系已经在');
    expect(track.college).toBeNull();
  },
);

test.each(ROUTES)('%s, %s %s: what comes after the entry is not the entry', (rulebookId, wayId, routeId) => {
  const { track } = shown('recorded', rulebookId, wayId, routeId);
  const current = track.college?.steps.find(({ mark }) => mark === 'current')?.title ?? '';
  expect(current).not.toMatch(/学院(团委)?(把你)?记(进|一笔)|标记|里记录/);
});
