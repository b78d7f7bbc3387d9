/**
 * The persons of `test/walked`, each in a browser from signing in to their end. All of them by `npm run walk`; without
 * it one under each rulebook, for every one of them takes ten to thirty seconds.
 */
import { PERSONS, type Deed, type Person } from '../walked/persons';
import { journeys } from './support/journeys';
import { Walker } from './support/walker';

/** For who has a job, and who has none, under every rulebook; all others may need a few answers more. */
const QUICK = 20;
const MOST = 26;
/** A person takes as many steps as their story has, and each waits for itself (`support/patience`). */
const HUNG_MS = 5 * 60_000;
jest.setTimeout(HUNG_MS);
const BOOKS = ['usst-2020', 'national-2022', 'national-2022, ten days', 'beijing-2024'] as const;

const movesClock = (deed: Deed): boolean =>
  deed === 'school is late' || deed === 'runs out and arrives' || deed === 'runs out and comes back';

const ALL = process.env['WALK'] === 'all';

/** The clock of a college only goes forward: who lets it run out comes last. */
const walkedUnder = (book: Person['book']): readonly Person[] => {
  const own = PERSONS.filter((person) => person.book === book);
  const inOrder = [
    ...own.filter(({ then }) => !then.some(movesClock)),
    ...own.filter(({ then }) => then.some(movesClock)),
  ];
  return ALL ? inOrder : inOrder.slice(0, 1);
};

/** All of them need more newcomers than one college has. */
const inOneCollege = ALL ? undefined : journeys();

describe.each(BOOKS)('under %s', (book) => {
  const { stage, journey } = inOneCollege ?? journeys();

  beforeAll(async () => {
    const { client } = stage.world;
    const { season } = await client.call('o-committee-1', 'teacher', 'season', {});
    const [rulebookId = '', practice] = book.split(', ');
    const choices = practice ? [{ setting: 'timeouts', option: 'ten-days' }] : [];
    if (season.rulebookId !== rulebookId || practice)
      await client.call('o-committee-1', 'teacher', 'saveSeason', {
        version: season.version,
        changes: { rulebookId, choices },
      });
    await stage.world.advances(60_000);
  });

  for (const person of walkedUnder(book))
    journey(`who ${person.who} comes to the end, blamed for nothing and promised nothing`, async () => {
      const walker = await Walker.signsIn(stage, person);
      await walker.choosesBy(person.answers);
      for (const deed of person.then) await walker.meets(deed);
      const read = await walker.looks();
      const { transfer } = await walker.home();
      console.info(`${book}: ${person.who}: ${walker.taps} taps`);
      expect(walker.wrong).toEqual([]);
      expect(transfer?.state).toBe(person.end);
      for (const words of person.reads) expect(read).toContain(words);
      const most = /^has (a job|no branch)/.test(person.who) ? QUICK : MOST;
      expect(walker.taps).toBeLessThanOrEqual(most);
    });
});
