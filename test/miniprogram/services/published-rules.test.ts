import { call } from '../../../miniprogram/asking/call';
import { recallRules } from '../../../miniprogram/services/published-rules';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import { unknownEditions } from '../../../miniprogram/rulebooks/editions';
import { answer, installWx, refuse } from '../support/fake-wx';

const rules = (number: number, text: string) =>
  answer({
    shippedId: 'usst-2020',
    editions: [{ scopeId: 'all', number, edits: [{ path: 'postAdvice', value: text }] }],
  });

describe('rules an answer goes by', () => {
  const { fake } = installWx();
  const asked = () => fake.cloud.callFunction.mock.calls.length;

  it('are fetched before the page hears of the answer, once for each version', async () => {
    const reply = { season: { rulebookId: 'usst-2020@all.7' } };
    fake.cloud.callFunction
      .mockReturnValueOnce(answer(reply))
      .mockReturnValueOnce(rules(7, '先问老师。'))
      .mockReturnValueOnce(answer(reply));
    await call('graduate', 'home', {});
    expect(rulebookOf('usst-2020@all.7')?.postAdvice).toBe('先问老师。');
    expect(asked()).toBe(2);
    await call('graduate', 'home', {});
    expect(asked()).toBe(3);
  });

  it('leave the shipped words where they cannot be fetched, and are asked for again', async () => {
    const reply = { items: [{ rulebookId: 'usst-2020@all.8' }] };
    fake.cloud.callFunction.mockReturnValueOnce(answer(reply)).mockReturnValueOnce(refuse({ code: 'BUSY' }));
    await call('graduate', 'home', {});
    expect(rulebookOf('usst-2020@all.8')?.postAdvice).toBe(rulebookOf('usst-2020')?.postAdvice);
    expect(unknownEditions('usst-2020@all.8')).toHaveLength(1);
  });

  it('stay on the phone for the next start', () => {
    const kept = [
      { shippedId: 'usst-2020', scopeId: 'all', number: 9, edits: [{ path: 'postAdvice', value: '九。' }] },
    ];
    fake.getStorageSync.mockReturnValueOnce(kept);
    recallRules();
    expect(rulebookOf('usst-2020@all.9')?.postAdvice).toBe('九。');
  });

  it('are never read as other ones: an answer by rules this release lacks says so', async () => {
    fake.cloud.callFunction.mockReturnValueOnce(answer({ season: { rulebookId: 'moon-2030' } }));
    expect(await call('graduate', 'home', {})).toMatchObject({ ok: false, error: { code: 'RULES_NEWER' } });
  });
});
