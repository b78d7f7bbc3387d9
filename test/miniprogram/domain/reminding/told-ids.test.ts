/** Told once under one name: what happens again after it was taken back is news, and has a name of its own. */
import type { Actor } from '../../../../miniprogram/domain/rules/roles';
import type { TransferState } from '../../../../miniprogram/domain/transfer/states';
import { falseIds, placeOf, toldId } from '../../../../miniprogram/domain/reminding/told-ids';

const entry = (
  step: string,
  more: { attempt?: number; at?: number; by?: Actor; from?: TransferState } = {},
) => ({
  step,
  at: more.at ?? 0,
  by: { role: more.by ?? ('teacher' as const) },
  attempt: more.attempt ?? 1,
  ...(more.from ? { from: more.from } : {}),
});
const seen = (step: string) => entry(step, { from: 'approved' });
const idAt = (timeline: ReturnType<typeof entry>[], index: number) =>
  toldId({ id: 't', timeline }, { index, attempt: timeline[index]?.attempt ?? 1, kind: 'accepted' });

it('finds the entry of an event, the later of two at one moment, and says where there is none', () => {
  const timeline = [entry('submit'), entry('approve', { at: 5 }), entry('approve', { at: 5 })];
  expect(placeOf(timeline, { step: 'approve', at: 5 })).toBe(2);
  expect(placeOf(timeline, { step: 'submit', at: 0 })).toBe(0);
  expect(placeOf(timeline, { step: 'approve', at: 6 })).toBe(3);
  expect(placeOf(timeline, { step: 'return', at: 5 })).toBe(3);
});

it.each(['undo-approve', 'undo-evidence', 'confirm-here', 'close'])(
  'names anew what comes after %s',
  (step) => {
    const timeline = [
      seen('confirm-arrived'),
      entry(step),
      seen('confirm-arrived'),
      entry(step),
      seen('confirm-arrived'),
    ];
    expect([0, 2, 4].map((index) => idAt(timeline, index))).toEqual([
      't:1:accepted',
      't:1:accepted:1',
      't:1:accepted:2',
    ]);
  },
);

it('counts in each attempt by itself, and not what only goes on', () => {
  const undone = [seen('confirm-arrived'), entry('undo-evidence')];
  expect(idAt([...undone, entry('confirm-arrived', { attempt: 2 })], 2)).toBe('t:2:accepted');
  expect(idAt([entry('submit'), entry('approve'), entry('tick'), seen('confirm-arrived')], 3)).toBe(
    't:1:accepted',
  );
});

describe('says what was never so', () => {
  const untrue = (...timeline: ReturnType<typeof entry>[]) => [...falseIds({ id: 't', timeline })];

  it('of what was taken back, and not of what was said after it', () => {
    const undone = [seen('confirm-arrived'), entry('undo-evidence')];
    expect(untrue(...undone)).toEqual(['t:1:accepted']);
    expect(untrue(...undone, seen('confirm-arrived'))).toEqual(['t:1:accepted']);
    expect(untrue(seen('confirm-arrived'))).toEqual([]);
  });

  it('not where the same was said by another that stands', () => {
    expect(
      untrue(entry('report-accepted', { by: 'secretary' }), seen('confirm-arrived'), entry('undo-evidence')),
    ).toEqual([]);
  });

  it('not of what nobody was told, nor of steps of earlier releases', () => {
    expect(untrue(entry('report-accepted', { by: 'graduate' }), seen('confirm-here'))).toEqual([]);
    expect(untrue(entry('initiated'), entry('reminded', { by: 'system' }))).toEqual([]);
  });
});
