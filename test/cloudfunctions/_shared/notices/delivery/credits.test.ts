/** Who is asked by WeChat where consents are few: what happened before what only reminds, the more valuable reminder first. */
import { fundedOf } from '../../../../../cloudfunctions/_shared/notices/delivery/credits';
import type { Account, Notice } from '../../../../../cloudfunctions/_shared/store/records';
import type { DueNotice } from '../../../../../miniprogram/domain/reminding/due-notice';
import { GRADUATE, openUniversity, SECRETARY } from '../../../support/people';
import { dataOf } from '../../../support/world';

const NOW = Date.UTC(2027, 5, 10, 4);

let base: Notice;
let account: Account;
beforeAll(async () => {
  const { world } = await openUniversity();
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [stored] = world.store.all('notices');
  const owner = world.store.all('accounts').find(({ _id }) => _id === SECRETARY);
  if (!stored || !owner) throw new Error('nobody was told');
  [base, account] = [stored, owner];
});

const reminder = (id: string, days: number, more: Partial<Notice> = {}): Notice => ({
  ...base,
  _id: id,
  kind: 'deadline-near',
  template: 'deadline',
  audience: 'graduate',
  accountId: GRADUATE,
  dueAt: NOW,
  notAfter: null,
  days,
  ...more,
});
const holding = (deadline: number, openid = GRADUATE): ReadonlyMap<string, Account> =>
  new Map([[openid, { ...account, _id: openid, credits: { ...account.credits, deadline } }]]);
const coming = (days: number): DueNotice => ({
  id: `coming-${days}`,
  kind: 'deadline-near',
  audience: 'graduate',
  dueAt: NOW + 1000,
  notAfter: NOW + 2000,
  days,
});
const funded = (
  notices: readonly Notice[],
  accounts: ReadonlyMap<string, Account>,
  to: readonly DueNotice[] = [],
) => [...fundedOf(notices, accounts, () => to)].filter((id) => !id.startsWith('coming'));

it('asks whoever has a consent left, and nobody else', () => {
  const notices = [reminder('one', 3), reminder('other', 3, { accountId: 'oNobody' })];
  expect(funded(notices, holding(1))).toEqual(['one']);
  expect(funded(notices, holding(0))).toEqual([]);
});

it('gives the only consent to the more valuable of two that are due', () => {
  expect(funded([reminder('week', 7), reminder('three', 3)], holding(1))).toEqual(['three']);
  expect(funded([reminder('week', 7), reminder('three', 3)], holding(2)).sort()).toEqual(['three', 'week']);
});

it('keeps it for a more valuable one that is still to come, and not for a lesser one', () => {
  expect(funded([reminder('week', 7)], holding(1), [coming(3)])).toEqual([]);
  expect(funded([reminder('week', 7)], holding(2), [coming(3)])).toEqual(['week']);
  expect(funded([reminder('three', 3)], holding(1), [coming(7)])).toEqual(['three']);
});

it.each([
  ['deadline-near', true],
  ['timed-out', true],
  ['season-near', true],
  ['still-waiting', true],
  ['keeping-contact', true],
  ['keeping-near', true],
  ['approved', false],
  ['code-issued', false],
  ['digest', false],
] as const)('weighs %s against what is still to come: %s', (kind, isWeighed) => {
  const asked: string[] = [];
  const other = reminder('other', 3, { kind: 'returned' });
  const notices = [other, reminder('one', 7, { kind })];
  fundedOf(notices, holding(9), ({ kind: of }) => {
    asked.push(of);
    return [];
  });
  expect(asked).toEqual(isWeighed ? [kind] : []);
});

it('keeps none back from what has just happened', () => {
  const returned = reminder('returned', 0, { kind: 'returned', template: 'progress', days: null });
  const accounts = new Map([[GRADUATE, { ...account, credits: { ...account.credits, progress: 1 } }]]);
  const never = () => {
    throw new Error('nobody has to know what is still to come');
  };
  expect([...fundedOf([returned], accounts, never)]).toEqual(['returned']);
});
