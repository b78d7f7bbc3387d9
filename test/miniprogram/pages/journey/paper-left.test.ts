/** What is left on paper once the receiver has accepted: no step that is done is asked for again. */
import { toHomeView } from '../../../../miniprogram/pages/home/view';
import { toTrackView } from '../../../../miniprogram/pages/track/view';
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
