import type { OfflineStep } from '../../../../miniprogram/domain/rules/rulebook/offline-steps';
import {
  afterTicking,
  isCommittee,
  isPaperLeft,
  offlineStandings,
  paperWaitsFor,
  ticksForNextAttempt,
  type OfflineTick,
} from '../../../../miniprogram/domain/transfer/offline';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';

const step = (part: Partial<OfflineStep> & Pick<OfflineStep, 'id'>): OfflineStep => ({
  label: part.id,
  hint: '一句话',
  opens: 'submitted',
  who: 'college',
  receivedBy: 'any',
  atDesk: false,
  needs: [],
  source: '测试',
  ...part,
});
const CARD = step({ id: 'card', atDesk: true });
const LETTER = step({ id: 'letter', opens: 'accepted', needs: ['number', 'receipt'] });
const NOTICE = step({ id: 'notice', who: 'graduate' });
const FEE = step({ id: 'fee', who: 'secretary' });
const PLACED = step({ id: 'placed', opens: 'accepted', who: 'graduate', receivedBy: 'committee' });

const by = { role: 'teacher', name: '王芳' } as const;
const tick = (stepId: string, part: Partial<OfflineTick> = {}): OfflineTick => ({
  stepId,
  at: 1000,
  by,
  number: null,
  receiptAt: null,
  ...part,
});

const standings = (
  steps: readonly OfflineStep[],
  state: TransferState,
  offline: readonly OfflineTick[] = [],
  organisation = '某某公司团支部',
) => offlineStandings(steps, { state, organisation, offline });
const statuses = (...given: Parameters<typeof standings>) =>
  standings(...given).map(({ step: { id }, status }) => `${id} ${status}`);

/** From the submission on, whatever comes after it; sent back, it can only be done once it is handed in again. */
const FROM_SUBMISSION: readonly TransferState[] = [
  'submitted',
  'approved',
  'timedOut',
  'accepted',
  'registered',
  'recorded',
  'completed',
];

it.each(TRANSFER_STATES)('%s: a step is open exactly where the rulebook opens it', (state) => {
  const isIn = FROM_SUBMISSION.includes(state);
  const isThere = state === 'accepted' || state === 'completed';
  expect(statuses([CARD, LETTER], state)).toEqual([
    `card ${isIn ? 'open' : 'later'}`,
    `letter ${isThere ? 'open' : 'later'}`,
  ]);
});

it('keeps what is done, whatever the state', () => {
  for (const state of TRANSFER_STATES) expect(statuses([CARD], state, [tick('card')])).toEqual(['card done']);
});

it('holds each step by its own tick, and paper for left while any is open', () => {
  const half = standings([CARD, NOTICE], 'accepted', [tick('notice')]);
  expect(half.map(({ status }) => status)).toEqual(['open', 'done']);
  expect(isPaperLeft(half)).toBe(true);
});

it('holds a letter for done only when its receipt has come back', () => {
  expect(statuses([LETTER], 'accepted', [tick('letter', { number: '12' })])).toEqual(['letter away']);
  const back = tick('letter', { number: '12', receiptAt: 2000 });
  expect(statuses([LETTER], 'accepted', [back])).toEqual(['letter done']);
});

it.each([
  ['共青团上海市杨浦区定海路街道工作委员会', true],
  ['华新科技股份有限公司团委', true],
  ['光明中学团总支', true],
  ['华新科技股份有限公司团支部', false],
  ['共青团华新科技有限公司支部委员会', false],
])('%s takes people in and places them afterwards: %s', (organisation, is) => {
  expect(isCommittee(organisation)).toBe(is);
  expect(statuses([PLACED], 'accepted', [], organisation)).toEqual(is ? ['placed open'] : []);
});

it('places nobody who named no receiver', () => {
  expect(offlineStandings([PLACED], { state: 'accepted', organisation: undefined, offline: [] })).toEqual([]);
});

it.each([
  ['who is stamped at the desk goes there', [CARD], [], true, 'graduate'],
  ['the college writes a letter', [LETTER], [], true, 'college'],
  ['the graduate brings the receipt', [LETTER], [tick('letter', { number: '1' })], true, 'graduate'],
  ['the secretary collects', [FEE], [], true, 'secretary'],
  ['a branch without secretary has the college', [FEE], [], false, 'college'],
  ['the graduate comes first', [FEE, LETTER, NOTICE], [], true, 'graduate'],
  ['nothing is left', [CARD, NOTICE], [tick('card'), tick('notice')], true, 'nobody'],
] as const)('%s', (_, steps, offline, hasSecretary, who) => {
  const seen = standings(steps, 'accepted', offline);
  expect(paperWaitsFor(seen, hasSecretary)).toBe(who);
  expect(isPaperLeft(seen)).toBe(who !== 'nobody');
});

describe('ticking', () => {
  const after = (
    steps: readonly OfflineStep[],
    offline: readonly OfflineTick[],
    ticking: Parameters<typeof afterTicking>[1],
    state: TransferState = 'accepted',
  ) => {
    const done = afterTicking({ standings: standings(steps, state, offline), offline }, ticking, {
      at: 5,
      by,
    });
    return done.ok ? done.data : done.error.code;
  };
  const done = { part: 'done', isDone: true } as const;

  it('keeps when, who and the number of the letter', () => {
    const ticking = { ...done, stepId: 'letter', number: '〔2027〕12' };
    expect(after([LETTER], [], ticking)).toEqual([tick('letter', { at: 5, number: '〔2027〕12' })]);
  });

  it('keeps no number where the step has none', () => {
    expect(after([CARD], [], { ...done, stepId: 'card', number: '12' })).toEqual([tick('card', { at: 5 })]);
  });

  it('notes the receipt, and takes it back without the letter', () => {
    const away = tick('letter', { number: '12' });
    const back = after([LETTER], [away], { stepId: 'letter', part: 'receipt', isDone: true });
    expect(back).toEqual([{ ...away, receiptAt: 5 }]);
    const undone = { stepId: 'letter', part: 'receipt', isDone: false } as const;
    expect(after([LETTER], [{ ...away, receiptAt: 5 }], undone)).toEqual([away]);
  });

  it('takes a tick back and leaves the others, those of steps that are no more too', () => {
    const others = [tick('notice'), tick('gone')];
    const undone = { stepId: 'card', part: 'done', isDone: false } as const;
    expect(after([CARD, NOTICE], [tick('card'), ...others], undone)).toEqual(others);
  });

  it.each([
    ['a step of another route', { ...done, stepId: 'fee' }, [], 'accepted'],
    ['a step that is not open yet', { ...done, stepId: 'letter', number: '1' }, [], 'submitted'],
    ['a step twice', { ...done, stepId: 'card' }, [tick('card')], 'accepted'],
    ['back what was never ticked', { stepId: 'card', part: 'done', isDone: false }, [], 'accepted'],
    ['a receipt before the letter', { stepId: 'letter', part: 'receipt', isDone: true }, [], 'accepted'],
    [
      'a receipt twice',
      { stepId: 'letter', part: 'receipt', isDone: true },
      [tick('letter', { number: '1', receiptAt: 2 })],
      'accepted',
    ],
    [
      'a receipt of what has none',
      { stepId: 'card', part: 'receipt', isDone: true },
      [tick('card')],
      'accepted',
    ],
    [
      'back a receipt that never came',
      { stepId: 'letter', part: 'receipt', isDone: false },
      [tick('letter', { number: '1' })],
      'accepted',
    ],
  ] as const)('ticks not %s', (_, ticking, offline, state) => {
    expect(after([CARD, LETTER], offline, ticking, state)).toBe('TRANSFER_ILLEGAL_STEP');
  });

  it('asks for the number of a letter', () => {
    expect(after([LETTER], [], { ...done, stepId: 'letter' })).toBe('FIELD_REQUIRED');
    const asked = { standings: standings([LETTER], 'accepted'), offline: [] };
    expect(afterTicking(asked, { ...done, stepId: 'letter', number: '' }, { at: 5, by })).toEqual({
      ok: false,
      error: { code: 'FIELD_REQUIRED', field: 'number' },
    });
  });
});

it('writes a new receiver a new letter, and stamps no card twice', () => {
  const offline = [tick('card'), tick('letter', { number: '12' })];
  expect(ticksForNextAttempt([CARD, LETTER], offline)).toEqual([tick('card')]);
  // What was done of a step that is no more stays written down.
  expect(ticksForNextAttempt([LETTER], [tick('gone')])).toEqual([tick('gone')]);
});
