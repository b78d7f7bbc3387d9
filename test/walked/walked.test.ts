import { openUniversity } from '../cloudfunctions/support/people';
import { PERSONS } from './persons';
import { readsOf, wrongIn } from './sayings';
import { Walk } from './walk';

/** For who has a job, and who has none; all others may need one or two answers more. */
const QUICK = 20;
const MOST = 24;

it('walks thirty persons and more, over all rulebooks', () => {
  expect(PERSONS.length).toBeGreaterThanOrEqual(30);
  expect(new Set(PERSONS.map(({ book }) => book)).size).toBe(4);
});

it.each(PERSONS.map((person) => [person.book, person.who, person] as const))(
  '%s: who %s comes to the end, blamed for nothing and promised nothing',
  async (_book, _who, person) => {
    const { world } = await openUniversity();
    const wrong: string[] = [];
    const walk = new Walk(world, person, (home, messages) => {
      wrong.push(...wrongIn(home, messages).map((said) => `${home.transfer?.state ?? 'none'}: ${said}`));
    });
    await walk.opensSeason();
    await walk.choosesBy(person.answers);
    let taps = 0;
    for (const deed of person.then) {
      await walk.meets(deed);
      if (deed === 'hands in') taps ||= walk.taps;
    }
    const home = await walk.home();
    expect(wrong).toEqual([]);
    // Whoever hands in hears of what becomes of it; reading no message at all would prove nothing.
    if (person.then.some((deed) => deed === 'school approves' || deed === 'college ends it'))
      expect(walk.messages).not.toEqual([]);
    expect(home.transfer?.state).toBe(person.end);
    for (const words of person.reads) expect(readsOf(home)).toContain(words);
    expect(taps).toBeLessThanOrEqual(/^has (a job|no branch)/.test(person.who) ? QUICK : MOST);
  },
);
