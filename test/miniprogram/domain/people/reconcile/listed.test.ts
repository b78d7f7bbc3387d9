import { outcomeNamed } from '../../../../../miniprogram/domain/people/reconcile/listed';

const words: [string, string | undefined][] = [
  ['转接成功', 'arrived'],
  ['已接收', 'arrived'],
  ['同意', 'arrived'],
  ['审批通过', 'arrived'],
  ['已拒绝', 'refused'],
  ['不同意', 'refused'],
  ['审批不通过', 'refused'],
  ['退回', 'refused'],
  ['超时自动退回', 'lapsed'],
  ['已失效', 'lapsed'],
  ['待接收', 'waiting'],
  ['审批中', 'waiting'],
  ['待转入组织审批', 'waiting'],
  ['共青团员', undefined],
  ['', undefined],
];
it.each(words)('reads “%s” as %s', (text, outcome) => {
  expect(outcomeNamed(text)).toBe(outcome);
});
