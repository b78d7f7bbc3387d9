import { factsOf } from '../../../../miniprogram/pages/journey/facts';
import { reportQuestion } from '../../../../miniprogram/pages/journey/report-words';
import { NOW, homeResponse, transferIn } from '../../support/home-responses';

const facts = (state: 'approved' | 'timedOut') => factsOf(homeResponse({ transfer: transferIn(state) }), NOW);

describe('a report', () => {
  it('of an arrival asks once more and names the organisation', () => {
    const question = reportQuestion('accepted', facts('approved'));
    expect(question.text).toContain('澄江智能装备（上海）有限公司团支部');
    expect(question.presets).toEqual([]);
  });

  it('after the last day asks by what the rulebook expects', () => {
    expect(reportQuestion('accepted', facts('timedOut')).title).toBe('智慧团建显示已经转入了？');
  });

  it.each(['refused', 'returned'] as const)('of %s asks for the reason and never blames', (outcome) => {
    const question = reportQuestion(outcome, facts('approved'));
    expect(question.presets.length).toBeGreaterThan(3);
    expect(question.text).toContain('没有丢');
  });
});
