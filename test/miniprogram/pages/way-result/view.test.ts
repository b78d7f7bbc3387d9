import { TRANSFER_STATES } from '../../../../miniprogram/domain/model';
import { toWayResultView } from '../../../../miniprogram/pages/way-result/view';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { homeOf, transferOf } from '../home-response';

const every = RULEBOOKS.flatMap((book) =>
  book.ways.flatMap((way) => way.routes.map((route) => [book.id, way.id, route.id, book] as const)),
);
const usst = RULEBOOKS[0]!;

describe('the result page', () => {
  it.each(every)(
    '%s: %s by %s says what to do, what goes wrong and where it stands',
    (_, way, route, book) => {
      const view = toWayResultView(homeOf(), book, way, route, []);
      expect(view?.title).toBeTruthy();
      expect(view?.steps.length).toBeGreaterThan(0);
      expect(view?.mistakes.length).toBeGreaterThan(0);
      expect(view?.askWhom).toBeTruthy();
      expect(view?.rule).toMatch(/^规则 \S+，\d{4}年\d+月\d+日核对$/);
      expect(`${view?.tell}${view?.title}`).not.toContain('{');
      // Where 智慧团建 asks for a reason there is one to copy; where the college enters it there is none.
      expect(view?.reason === '').toBe(view?.byCollege);
    },
  );

  it('writes to the receiver in the graduate’s name with the days of the rulebook', () => {
    for (const book of RULEBOOKS) {
      const tell = toWayResultView(homeOf(), book, 'employed', 'direct', [])?.tell;
      expect(tell).toContain('林晚');
      expect(tell).toContain(`${book.receiverDays} 天`);
    }
  });

  it('offers whole names to search for only where the rulebook knows them', () => {
    expect(toWayResultView(homeOf(), usst, 'employed', 'direct', [])?.searchNames).toEqual([]);
    expect(
      toWayResultView(homeOf(), usst, 'no-organisation', 'registered-residence', [])?.searchNames,
    ).toContain('学社衔接临时团支部');
  });

  it('ticks what the person ticked', () => {
    const view = toWayResultView(homeOf(), usst, 'employed', 'direct', ['能登录智慧团建']);
    expect(view?.prepare.filter(({ done }) => done).map(({ text }) => text)).toEqual(['能登录智慧团建']);
  });

  it('warns of a League post and of the age, each only where it matters', () => {
    const member = { ...homeOf().member, hasLeaguePost: true, overAge: true };
    expect(toWayResultView(homeOf({ member }), usst, 'employed', 'direct', [])?.warnings).toHaveLength(2);
    expect(toWayResultView(homeOf({ member }), usst, 'army', 'direct', [])?.warnings).toHaveLength(1);
  });

  it.each(TRANSFER_STATES)(
    'can be taken from %s exactly when the lifecycle lets the graduate choose',
    (state) => {
      const open = ['draft', 'returned', 'refused', 'withdrawn'].includes(state);
      const view = toWayResultView(homeOf({ transfer: transferOf({ state }) }), usst, 'army', 'direct', []);
      expect(view?.blocked === '').toBe(open);
    },
  );

  it('knows the way already chosen', () => {
    const home = homeOf({ transfer: transferOf() });
    expect(toWayResultView(home, usst, 'employed', 'direct', [])?.chosen).toBe(true);
    expect(toWayResultView(home, usst, 'army', 'direct', [])?.chosen).toBe(false);
  });

  it('names nobody who is missing', () => {
    const member = { ...homeOf().member, secretaryName: null, teacherName: null };
    expect(toWayResultView(homeOf({ member }), usst, 'employed', 'direct', [])?.people).toBe('');
  });
});
