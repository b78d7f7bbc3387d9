import { PEOPLE, personNamed } from '../../../../tools/preview/seed/college';
import { looksBetween, momentOf } from '../../../../tools/preview/seed/play';
import { chinaTime } from '../../../../tools/preview/seed/deed';
import { STORY, STORY_ENDS, STORY_STARTS } from '../../../../tools/preview/seed/story';

describe('the invented college', () => {
  it('has three branches of thirty, each with one secretary', () => {
    const branches = new Map<string, typeof PEOPLE>();
    for (const person of PEOPLE) {
      branches.set(person.branchName, [...(branches.get(person.branchName) ?? []), person]);
    }
    expect([...branches.values()].map((people) => people.length)).toEqual([30, 30, 30]);
    expect([...branches.values()].map((people) => people.filter((each) => each.isSecretary).length)).toEqual([
      1, 1, 1,
    ]);
  });

  it('gives everybody a student number and a name of their own', () => {
    expect(new Set(PEOPLE.map(({ studentNumber }) => studentNumber)).size).toBe(PEOPLE.length);
    expect(new Set(PEOPLE.map(({ name }) => name)).size).toBe(PEOPLE.length);
  });

  it('holds nothing that looks like an ID-card number', () => {
    expect(JSON.stringify(PEOPLE)).not.toMatch(/\d{15}/);
  });

  it('lets nobody act before signing in, nor outside the story', () => {
    const arrived = new Set(['周岚', '梁清和']);
    for (const step of [...STORY].sort((one, other) => chinaTime(one.at) - chinaTime(other.at))) {
      expect(chinaTime(step.at)).toBeGreaterThanOrEqual(chinaTime(STORY_STARTS));
      expect(chinaTime(step.at)).toBeLessThanOrEqual(chinaTime(STORY_ENDS));
      if (step.does === 'signIn') arrived.add(personNamed(step.who).name);
      expect([step.who, arrived.has(step.who)]).toEqual([step.who, true]);
    }
  });
});

describe('the timer, while the story is played', () => {
  it.each([
    ['06-01 07:59', '06-01 09:01', 2],
    ['06-01 09:00', '06-02 08:00', 0],
    ['06-01 10:00', '06-04 10:00', 6],
  ])('looks as quiet hours end and as reminders are due: from %s to %s %d times', (from, until, count) => {
    expect(looksBetween(chinaTime(from), chinaTime(until))).toHaveLength(count);
  });

  it('looks within a minute of each deed of the last day, so that hardly a message of that day is late', () => {
    const looks = looksBetween(chinaTime('06-12 00:00'), chinaTime(STORY_ENDS));
    const deeds = STORY.filter(({ at }) => at.startsWith('06-12')).map(momentOf);
    expect(deeds.length).toBeGreaterThan(3);
    const late = deeds.filter((at) => !looks.some((look) => look > at && look - at < 60_000));
    expect(late).toEqual([]);
    expect(looks).toEqual([...looks].sort((one, other) => one - other));
  });
});
