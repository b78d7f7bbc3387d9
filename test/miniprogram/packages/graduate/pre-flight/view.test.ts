import { isQuestion, replay, withAnswer, type Answers } from '../../../../../miniprogram/domain/rules/flow';
import { whenSettled } from '../../../../../miniprogram/pages/journey/flow-view';
import { answersSoFar, toPreFlightView } from '../../../../../miniprogram/packages/graduate/pre-flight/view';
import { askedAgain } from '../../../../../miniprogram/domain/rules/on-roster';
import { rulebookOf } from '../../../../../miniprogram/rulebooks';
import { homeResponse, NOW } from '../../../support/home-responses';

const flow = (() => {
  const rulebook = rulebookOf('usst-2020');
  if (!rulebook) throw new Error('the default rulebook is shipped');
  return rulebook.flows['pre-flight'];
})();

/** Every way through the questions. */
const paths = (answers: Answers): Answers[] => {
  const { current } = replay(flow, answers);
  if (!isQuestion(current)) return [answers];
  return current.options.flatMap(({ id }) => paths(withAnswer(flow, answers, current.id, id)));
};

describe('the check before beginning', () => {
  it.each(paths({}).map((answers) => [Object.values(answers).join(' › '), answers] as const))(
    '%s ends with a way on',
    (_path, answers) => {
      const { action, settled, title } = toPreFlightView(homeResponse(), NOW, answers).flow;
      expect(title).not.toBe('');
      expect(action).not.toBeNull();
      expect(action?.do === 'copy-text').toBe(settled !== '');
    },
  );

  it.each(['held', 'unsure'])('goes on with the next question once a post (%s) is settled', (post) => {
    const answers = whenSettled(flow, { post });
    expect(answers).toEqual({ post: 'none' });
    expect(replay(flow, answers).current.id).toBe('age');
  });

  it('starts with what the roster answers, and believes the person over it', () => {
    const { member } = homeResponse();
    const older = homeResponse({ member: { ...member, hasLeaguePost: true, age: 'over' } });
    expect(answersSoFar(flow, homeResponse(), {})).toEqual({ post: 'none', age: 'under' });
    expect(answersSoFar(flow, homeResponse(), { post: 'held' })).toMatchObject({ post: 'held' });
    expect(answersSoFar(flow, older, {})).toEqual({});
  });

  it('shows what the roster answered, and asks it after all from whoever says it is not so', () => {
    const given = answersSoFar(flow, homeResponse(), { party: 'yes' });
    expect(toPreFlightView(homeResponse(), NOW, given).onRoster).toEqual([
      { questionId: 'post', says: '没有团内职务' },
      { questionId: 'age', says: '到毕业那个月还没满 28 岁' },
    ]);
    const again = askedAgain(flow, given, 'age');
    expect(again).toEqual({ post: 'none' });
    expect(toPreFlightView(homeResponse(), NOW, again)).toMatchObject({
      flow: { id: 'age' },
      onRoster: [{ questionId: 'post' }],
    });
    expect(toPreFlightView(homeResponse(), NOW, { ...again, age: 'over' }).flow.id).toBe('over-age');
  });

  it('says what the roster knows, beside the question it is about', () => {
    const { member } = homeResponse();
    const home = homeResponse({ member: { ...member, hasLeaguePost: true, age: 'over' } });
    expect(toPreFlightView(home, NOW, {}).known).toContain('团内职务');
    expect(toPreFlightView(home, NOW, { post: 'none' }).known).toContain('28 岁');
    expect(toPreFlightView(home, NOW, { post: 'none', age: 'under' }).known).toBe('');
  });

  it('says once what the roster answered: beneath the question, where it can be contradicted', () => {
    const { known, onRoster } = toPreFlightView(homeResponse(), NOW, { post: 'none', age: 'under' });
    expect(known).toBe('');
    expect(onRoster.map(({ says }) => says)).toEqual(['没有团内职务', '到毕业那个月还没满 28 岁']);
  });

  it('writes in the person’s name, to whoever can help', () => {
    const view = toPreFlightView(homeResponse(), NOW, { post: 'held' });
    expect(view.flow.copy).toContain('我是通信2201团支部的林晚');
    expect(view.whom).toBe('周岚老师');
    expect(toPreFlightView(homeResponse(), NOW, { post: 'unsure' }).whom).toBe('团支书许嘉宁');
  });
});
