import { toForReceiverView } from '../../../../../miniprogram/packages/graduate/for-receiver/view';
import { RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { at } from '../../../support/home-responses';

const SENT = { name: '林晚', by: at('06-18 10:20'), outcome: 'lapsed', system: '' };

it.each(RULEBOOKS.map((rulebook) => [rulebook.id, rulebook] as const))(
  'under %s says what to click, by when, and what happens otherwise',
  (_, rulebook) => {
    const view = toForReceiverView(SENT, rulebook);
    expect(view.until).toBe('2026年6月18日 10:20 以前');
    expect(view.otherwise).toBe('没处理的话，申请会自动退回，毕业生要重新发起。');
    expect(view.steps[0]).toContain(rulebook.system.name);
  },
);

it('speaks to whoever receives, who has applied for nothing', () => {
  const rulebook = RULEBOOKS[0]!;
  for (const outcome of Object.keys(rulebook.outcomes))
    expect(toForReceiverView({ ...SENT, outcome }, rulebook).otherwise).not.toMatch(/你申请|你的/);
  expect(toForReceiverView({ ...SENT, outcome: 'accepted' }, rulebook).otherwise).toContain(
    '转入你们的团组织',
  );
});

it('leads to the receiver’s own system, promises no day where no clock runs, and takes any link', () => {
  const rulebook = RULEBOOKS.find(({ id }) => id === 'national-2022')!;
  expect(toForReceiverView({ ...SENT, system: 'guangdong' }, rulebook).steps[0]).toContain('广东共青团');
  const odd = toForReceiverView({ name: '', by: 0, outcome: 'toString', system: 'x' }, rulebook);
  expect(odd).toMatchObject({ until: '', otherwise: '', title: '请接收这位毕业生的团组织关系' });
});
