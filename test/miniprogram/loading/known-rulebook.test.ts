import type * as Known from '../../../miniprogram/loading/known-rulebook';
import { DEFAULT_RULEBOOK_ID } from '../../../miniprogram/rulebooks';
import { installWx } from '../support/fake-wx';

/** The mini-program opened anew on the same phone. */
const opened = (): typeof Known => {
  const part: { known?: typeof Known } = {};
  jest.isolateModules(() => {
    part.known = jest.requireActual('../../../miniprogram/loading/known-rulebook');
  });
  if (!part.known) throw new Error('it was not loaded');
  return part.known;
};

it('says nothing of anybody’s way by rules that no response has named', () => {
  installWx();
  const { knownRulebook, toldRulebook } = opened();
  expect(toldRulebook()).toBeUndefined();
  expect(knownRulebook()?.id).toBe(DEFAULT_RULEBOOK_ID);
});

it('keeps for later days the rules that a response has named', () => {
  installWx();
  opened().rememberRulebook('usst-2020');
  const later = opened();
  expect(later.toldRulebook()?.id).toBe('usst-2020');
  expect(later.knownRulebook()?.id).toBe('usst-2020');
});
