/** The screens a command is asked for. */
import { SCREEN_CASES } from '../../../tools/shots/cases';
import { wantedCases } from '../../../tools/shots/wanted';

it('takes all screens where nothing is named, else those in whose name a part stands', () => {
  const [first] = SCREEN_CASES;
  expect(wantedCases([])).toEqual(SCREEN_CASES);
  expect(wantedCases([first?.name ?? ''])).toContain(first);
  expect(wantedCases([first?.name ?? '']).length).toBeLessThan(SCREEN_CASES.length);
});

it('refuses a part that stands in no name, so that nothing looked at never counts as nothing found', () => {
  expect(() => wantedCases(['home', 'nosuch'])).toThrow('没有一个画面的名字里有 nosuch');
});
