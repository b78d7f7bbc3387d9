import { isQuestion, nodeOf, withAnswer, type Answers } from '../../../../miniprogram/domain/rules/flow';
import {
  answersOnRoster,
  askedAgain,
  factText,
  offeredTo,
  takenFromRoster,
  type OnRoster,
} from '../../../../miniprogram/domain/rules/on-roster';
import { pageAfter, takenView, toPickerView } from '../../../../miniprogram/pages/journey/picker-view';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';

/** The answers with which somebody says that they have reached the age limit, each rulebook by its own first questions. */
const toTheAge = (flow: (typeof RULEBOOKS)[number]['flows']['way-picker']): Answers => {
  const seek = (id: string, answers: Answers): Answers | undefined => {
    const node = nodeOf(flow, id);
    if (!isQuestion(node)) return undefined;
    for (const { id: chosen, next } of node.options) {
      const given = { ...answers, [node.id]: chosen };
      const found = next === 'age-post' ? given : seek(next, given);
      if (found) return found;
    }
    return undefined;
  };
  return seek(flow.start, {}) ?? {};
};

const ON_ROSTER: readonly (readonly [OnRoster, string])[] = [
  [{ hasLeaguePost: false, age: 'over' }, 'over-age'],
  [{ hasLeaguePost: true, age: 'over' }, 'ask-college'],
  [{ hasLeaguePost: null, age: 'over' }, 'age-post'],
];

describe.each(RULEBOOKS.map((book) => [book.id, book] as const))('choosing a way by %s', (_, book) => {
  const flow = book.flows['way-picker'];
  const chosen = toTheAge(flow);
  const last = Object.keys(chosen).length - 1;

  it.each(ON_ROSTER)('for whom the roster says %j leads from the age to %s', (person, id) => {
    const answers = { ...answersOnRoster(flow, person), ...chosen };
    const at = pageAfter(flow, answers, last, person);
    const { question, advice } = toPickerView(flow, answers, at, '林晚', person);
    if (id === 'age-post') return expect(question).toMatchObject({ id });
    expect(nodeOf(flow, id)).toMatchObject({ result: { title: advice?.title } });
    // What the roster answered was not chosen by the person.
    expect(advice?.previous).toContain('岁');
  });

  it('offers the age to everybody but whom the roster knows to be younger', () => {
    const offers = (person?: OnRoster): boolean => {
      const { question } = toPickerView(flow, chosen, last, '林晚', person);
      return question?.options.some(({ label }) => label.includes('岁了')) ?? false;
    };
    expect(offers()).toBe(true);
    expect(offers({ hasLeaguePost: null, age: 'unknown' })).toBe(true);
    expect(offers({ hasLeaguePost: false, age: 'over' })).toBe(true);
    expect(offers({ hasLeaguePost: false, age: 'under' })).toBe(false);
  });

  it('asks about the post after all when the roster is wrong, and believes the person', () => {
    const person: OnRoster = { hasLeaguePost: false, age: 'over' };
    const answers = { ...answersOnRoster(flow, person), ...chosen };
    expect(takenView(flow, answers, person, book.ageLimit)).toContainEqual({
      questionId: 'age-post',
      says: '没有团内职务',
    });
    const again = askedAgain(flow, answers, 'age-post');
    const page = toPickerView(flow, again, Object.keys(again).length, '林晚', person);
    expect(page.question).toMatchObject({ id: 'age-post', chosen: '' });
    const held = { ...answersOnRoster(flow, person), ...withAnswer(flow, again, 'age-post', 'yes') };
    expect(takenView(flow, held, person, book.ageLimit)).toEqual([]);
  });
});

it.each([
  ['no-post', '没有团内职务'],
  ['post', '有团内职务'],
  ['under-age', '到毕业那个月还没满 28 岁'],
  ['over-age', '到毕业那个月满 28 岁'],
] as const)('reads %s as “%s”', (fact, text) => {
  expect(factText(fact, 28)).toBe(text);
});

it('takes nothing from a roster that says nothing', () => {
  const silent: OnRoster = { hasLeaguePost: null, age: 'unknown' };
  for (const { flows } of RULEBOOKS)
    for (const flow of Object.values(flows)) {
      expect(answersOnRoster(flow, silent)).toEqual({});
      expect(takenFromRoster(flow, {}, silent)).toEqual([]);
      for (const node of flow.nodes)
        if (isQuestion(node)) expect(offeredTo(node, silent)).toEqual(node.options);
    }
});
