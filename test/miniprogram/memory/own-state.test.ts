import { ownState } from '../../../miniprogram/memory/own-state';

it('gives every page its own memory, and the same page the same', () => {
  const own = ownState(() => ({ turn: 0, rows: [] as string[] }));
  const [below, above] = [{}, {}];
  own(below).turn += 1;
  own(below).rows.push('甲');
  expect(own(above)).toEqual({ turn: 0, rows: [] });
  expect(own(below)).toEqual({ turn: 1, rows: ['甲'] });
});

it('keeps two kinds of memory of one page apart', () => {
  const page = {};
  const [one, other] = [ownState(() => ({ turn: 1 })), ownState(() => ({ turn: 2 }))];
  expect([one(page).turn, other(page).turn]).toEqual([1, 2]);
});
