import { isQuestion, replay, type Answers, type Flow } from '../../../../miniprogram/domain/rules/flow';
import { toPickerView } from '../../../../miniprogram/pages/journey/picker-view';
import { RULEBOOKS, flowOf, routeOf, rulebookOf } from '../../../../miniprogram/rulebooks';

const rulebook = rulebookOf('usst-2020') ?? RULEBOOKS[0]!;
const flow = flowOf(rulebook, 'way-picker');
const at = (index: number, answers: Answers) => toPickerView(flow, answers, index, '林晚');

/** Every complete set of answers of a flow. */
const allPaths = (of: Flow, answers: Answers = {}): Answers[] => {
  const { current } = replay(of, answers);
  if (!isQuestion(current)) return [answers];
  return current.options.flatMap(({ id }) => allPaths(of, { ...answers, [current.id]: id }));
};

describe('the way picker', () => {
  it('starts with the first question and nothing chosen', () => {
    expect(at(0, {}).question).toMatchObject({ number: 1, chosen: '', previous: '' });
  });

  it('shows an earlier question with its answer kept', () => {
    const answers = { where: 'work', employer: 'none' };
    expect(at(0, answers).question).toMatchObject({ number: 1, chosen: 'work' });
    expect(at(1, answers).question).toMatchObject({ number: 2, chosen: 'none', previous: '毕业后工作' });
    expect(at(2, answers).question).toMatchObject({ id: 'residence', number: 3, chosen: '', percent: 67 });
  });

  it('falls back to the first open question when later answers are gone', () => {
    expect(at(3, { where: 'work' }).question).toMatchObject({ id: 'employer', number: 2 });
  });

  it('leads to a way', () => {
    expect(at(2, { where: 'work', employer: 'has' })).toEqual({
      question: null,
      advice: null,
      way: { wayId: 'employed', routeId: 'direct' },
    });
  });

  it('gives an advice with words in the graduate’s name', () => {
    const { advice } = at(3, { where: 'work', employer: 'unsure', 'employer-ask': 'will-ask' });
    expect(advice?.copy).toContain('林晚');
    expect(advice?.copy).not.toContain('{');
  });

  it.each(RULEBOOKS.map((book) => [book.id, book] as const))(
    'ends every path of %s in a way the rulebook has, or in an advice with a title',
    (_, book) => {
      for (const answers of allPaths(flowOf(book, 'way-picker'))) {
        const { question, advice, way } = toPickerView(
          flowOf(book, 'way-picker'),
          answers,
          Object.keys(answers).length,
          '林晚',
        );
        expect(question).toBeNull();
        if (way) expect(routeOf(book, way.wayId, way.routeId)).toBeDefined();
        else expect(advice?.title).toBeTruthy();
      }
    },
  );

  it('never offers more than four options, nor more pages than WeChat keeps open', () => {
    for (const answers of allPaths(flow)) {
      const trail = replay(flow, answers).trail;
      // Home, the questions, the result, the form and the review.
      expect(trail.length + 4).toBeLessThanOrEqual(10);
      for (const { node } of trail) expect(node.options.length).toBeLessThanOrEqual(4);
    }
  });
});
