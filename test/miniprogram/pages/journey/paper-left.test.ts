/** What is left on paper once the receiver has accepted: no step that is done is asked for again. */
import { deskStepOf } from '../../../../miniprogram/domain/rules/rulebook/offline-steps';
import { toHomeView } from '../../../../miniprogram/pages/home/view';
import { toTrackView } from '../../../../miniprogram/pages/track/view';
import { OFFERED_RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { home, transfer, type Transfer } from '../../../../tools/shots/cases/transfer-replies';

type Step = NonNullable<Transfer['offline']>[number];

const step = (stepId: string, status: Step['status'], part: Partial<Step> = {}): Step => ({
  stepId,
  label: stepId,
  hint: '',
  opens: 'submitted',
  who: 'graduate',
  atDesk: false,
  needs: [],
  status,
  at: null,
  by: null,
  number: null,
  receiptAt: null,
  ...part,
});
const desk = (status: Step['status']): Step => step('card', status, { atDesk: true, who: 'college' });

const arrived = (offline: readonly Step[] | undefined, waitsFor: Transfer['waitsFor'] = 'graduate') => {
  const shown = home(transfer('accepted', { waitsFor, ...(offline ? { offline: [...offline] } : {}) }));
  const { hero, path } = toHomeView(shown, shown.now);
  const { next, history } = toTrackView(shown, shown.now, null);
  return { note: hero.note, position: path?.position, next: next?.title, latest: history[0]?.title };
};

test('an older cloud lists no steps: the card is taken to be left', () => {
  expect(arrived(undefined).next).toBe('还差最后一步：《团员证》转出');
});

test('the card alone is the last step', () => {
  expect(arrived([desk('open')])).toEqual({
    note: '只差最后一步：《团员证》转出。',
    position: '第 7 步',
    next: '还差最后一步：《团员证》转出',
    latest: '等你去学院办《团员证》',
  });
});

test('the card with something else is not the last one', () => {
  const { note, next } = arrived([desk('open'), step('placed', 'open')]);
  expect([note, next]).toEqual(['还差《团员证》转出和别的线下手续。', '还差《团员证》和别的手续']);
});

test('a card that was stamped before is not asked for again', () => {
  const shown = arrived([desk('done'), step('placed', 'open')]);
  expect(shown).toMatchObject({ position: '这几步办好了', next: '还有线下手续' });
  expect(shown.note).toContain('线下手续');
  expect(JSON.stringify(shown)).not.toContain('《团员证》');
});

test('what the college still does is the college’s', () => {
  const { note, next } = arrived([desk('done'), step('letter', 'open', { who: 'college' })], 'college');
  expect([note, next]).toEqual(['线上的事都办好了，等学院办线下手续。', '还有线下手续']);
});

test('a letter is the school’s, whichever of its offices writes it', () => {
  const offline = [desk('done'), step('letter', 'open', { who: 'college' })];
  const shown = home(transfer('accepted', { waitsFor: 'college', offline }));
  expect(toHomeView(shown, shown.now).action.title).toMatch(/^学校在办/);
});

/** Every way that ends at the college's desk, under every set of rules. */
const desks = OFFERED_RULEBOOKS.flatMap((rulebook) =>
  rulebook.ways.flatMap(({ id: wayId, routes }) =>
    routes.flatMap((route) => {
      const its = deskStepOf(rulebook, route);
      return its && route.handledBy === 'graduate' ? [{ rulebook, wayId, route, its }] : [];
    }),
  ),
);

test.each(desks.map((one) => [`${one.rulebook.id} ${one.wayId} ${one.route.id}`, one] as const))(
  '%s: what is done at the desk is said in the words of its rules, before and when it is due',
  (_name, { rulebook, wayId, route, its }) => {
    const at = (state: Transfer['state']) => {
      const one = transfer(state, { wayId, routeId: route.id, rulebookId: rulebook.id });
      const shown = home(one, { season: { ...home(null).season!, rulebookId: rulebook.id } });
      return toHomeView(shown, shown.now);
    };
    const due = at('accepted');
    expect(due.action.title).toBe(`去办${its.label}`);
    expect(due.action.why).toContain(its.hint);
    const hintsIn = (state: Transfer['state']) => at(state).path?.steps.map(({ hint }) => hint);
    const before = its.opens === 'accepted' ? `接收以后，${its.hint}` : its.hint;
    expect(hintsIn('accepted')).toContain(its.hint);
    for (const state of ['draft', 'submitted', 'approved'] as const) expect(hintsIn(state)).toContain(before);
  },
);
