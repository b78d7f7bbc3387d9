import { TRANSFER_STATES } from '../../../../../miniprogram/domain/transfer/states';
import { toWayResultView } from '../../../../../miniprogram/packages/graduate/way-result/view';
import { daysRange } from '../../../../../miniprogram/domain/rules/rulebook/timeouts';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { draftOf, homeResponse } from '../../../support/home-responses';

const every = RULEBOOKS.flatMap((book) =>
  book.ways.flatMap((way) => way.routes.map((route) => [book.id, way.id, route.id, book] as const)),
);
const usst = RULEBOOKS[0]!;

describe('the result page', () => {
  it.each(every)(
    '%s: %s by %s says what to do, what goes wrong and where it stands',
    (_, way, route, book) => {
      const view = toWayResultView(homeResponse(), book, way, route, []);
      expect(view?.title).toBeTruthy();
      expect(view?.steps.length).toBeGreaterThan(0);
      expect(view?.mistakes.length).toBeGreaterThan(0);
      expect(view?.askWhom).toBeTruthy();
      expect(view?.rule).toMatch(/^按\s?\S.*，\d{4}年\d+月\d+日核对$/);
      expect(`${view?.tell}${view?.title}`).not.toContain('{');
      expect(view?.fillTitle).toBe(`在${book.system.name}这样填`);
      // Who starts it in the system has a reason to copy.
      if (!view?.byCollege) expect(view?.reason).toBeTruthy();
    },
  );

  it('writes to the receiver in the graduate’s name with the days of the rulebook', () => {
    const tell = toWayResultView(homeResponse(), usst, 'employed', 'direct', [])?.tell;
    expect(tell).toContain('林晚');
    expect(tell).toContain(`${daysRange(usst.timeouts)?.most} 天`);
  });

  it('offers whole names to search for only where the rulebook knows them', () => {
    expect(toWayResultView(homeResponse(), usst, 'employed', 'direct', [])?.searchNames).toEqual([]);
    expect(
      toWayResultView(homeResponse(), usst, 'no-organisation', 'registered-residence', [])?.searchNames,
    ).toContain('学社衔接临时团支部');
  });

  it('ticks what the person ticked', () => {
    const view = toWayResultView(homeResponse(), usst, 'employed', 'direct', ['能登录智慧团建']);
    expect(view?.prepare.filter(({ done }) => done).map(({ text }) => text)).toEqual(['能登录智慧团建']);
  });

  it('warns of a League post and of the age, each only where it matters', () => {
    const member = { ...homeResponse().member, hasLeaguePost: true, overAge: true };
    expect(toWayResultView(homeResponse({ member }), usst, 'employed', 'direct', [])?.warnings).toHaveLength(
      2,
    );
    expect(toWayResultView(homeResponse({ member }), usst, 'army', 'direct', [])?.warnings).toHaveLength(1);
  });

  it.each(RULEBOOKS.map((book) => [book.id, book] as const))(
    'says of a League post what %s says',
    (_, book) => {
      const member = { ...homeResponse().member, hasLeaguePost: true };
      const warnings = toWayResultView(homeResponse({ member }), book, 'employed', 'direct', [])?.warnings;
      expect(warnings).toEqual([`名单上写着你担任团内职务。${book.postAdvice}`]);
    },
  );

  it.each(TRANSFER_STATES)(
    'can be taken from %s exactly when the lifecycle lets the graduate choose',
    (state) => {
      const open = !['approved', 'accepted', 'completed'].includes(state);
      const view = toWayResultView(
        homeResponse({ transfer: draftOf({ state }) }),
        usst,
        'army',
        'direct',
        [],
      );
      expect(view?.blocked === '').toBe(open);
    },
  );

  it('knows the way already chosen', () => {
    const home = homeResponse({ transfer: draftOf() });
    expect(toWayResultView(home, usst, 'employed', 'direct', [])?.chosen).toBe(true);
    expect(toWayResultView(home, usst, 'army', 'direct', [])?.chosen).toBe(false);
  });
});
