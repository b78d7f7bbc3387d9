import { PEOPLE_STEPS } from '../../../../../../miniprogram/domain/people/steps';
import {
  atStep,
  countLine,
  filterFromQuery,
  inPlace,
  stepChips,
  type PeopleFilter,
} from '../../../../../../miniprogram/packages/teacher/people/people/view';

describe('the filter in an address', () => {
  it.each([undefined, '', 'x', '[]', '"a"', '{"step":"bind"}'])('is nothing when it is %s', (text) => {
    expect(filterFromQuery(text)).toBeUndefined();
  });

  it('is what the board put there', () => {
    expect(filterFromQuery('{"by":"step","step":"bind"}')).toEqual({ by: 'step', step: 'bind' });
  });

  it('lets one switch between steps, where the list is by step', () => {
    const chips = stepChips({ by: 'step', step: 'login' });
    expect(chips.map(({ id }) => id)).toEqual(PEOPLE_STEPS);
    expect(chips.filter(({ on }) => on).map(({ id }) => id)).toEqual(['login']);
    expect(stepChips({ by: 'reached', step: 'login' })).toEqual([]);
  });

  it('lets one switch between steps of a branch, or see all of it', () => {
    const chips = stepChips({ by: 'branch', branchId: 'b' });
    expect(chips.map(({ id }) => id)).toEqual(['all', ...PEOPLE_STEPS]);
    expect(chips.filter(({ on }) => on).map(({ id }) => id)).toEqual(['all']);
  });
});

describe('a list narrowed by branch and by step', () => {
  const inBranch: PeopleFilter = { by: 'branch', branchId: 'b' };
  it.each<[PeopleFilter, string, PeopleFilter]>([
    [{ by: 'step', step: 'fill' }, 'b', { by: 'branch', branchId: 'b', step: 'fill' }],
    [{ by: 'branch', branchId: 'a', step: 'card' }, 'b', { by: 'branch', branchId: 'b', step: 'card' }],
    [inBranch, '', { by: 'step', step: 'bind' }],
    [{ by: 'branch', branchId: 'b', step: 'card' }, '', { by: 'step', step: 'card' }],
  ])('keeps the step when the branch changes (%#)', (filter, branchId, expected) => {
    expect(inPlace(filter, branchId)).toEqual(expected);
  });

  it('keeps the branch when the step changes', () => {
    expect(atStep(inBranch, 'card')).toEqual({ by: 'branch', branchId: 'b', step: 'card' });
    expect(atStep({ by: 'branch', branchId: 'b', step: 'card' }, 'all')).toEqual(inBranch);
    expect(atStep({ by: 'step', step: 'fill' }, 'card')).toEqual({ by: 'step', step: 'card' });
  });

  it.each([
    [1200, 50, '共 1200 人，已列出 50 人'],
    [50, 50, '共 50 人'],
    [null, 7, '共 7 人'],
  ])('counts everything, not the page: %s of which %i are shown', (total, shown, line) => {
    expect(countLine(total, shown)).toBe(line);
  });
});
