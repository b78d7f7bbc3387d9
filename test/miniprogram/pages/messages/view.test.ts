import { factsOf } from '../../../../miniprogram/pages/journey/facts';
import { reminderFacts } from '../../../../miniprogram/pages/journey/reminders';
import {
  remindersIn,
  toCreditCard,
  toNoticeRows,
  type Notice,
} from '../../../../miniprogram/pages/messages/view';
import type { HomeResponse } from '../../../../miniprogram/services/own-transfer';
import { NOW, at, homeResponse, transferIn } from '../../support/home-responses';

const cardOf = (response: HomeResponse, now: number) =>
  toCreditCard(reminderFacts(factsOf(response, now)), now);
const withCredits = (deadline: number) =>
  cardOf(homeResponse({ subscription: { ...homeResponse().subscription, credits: { deadline } } }), NOW);

describe('the reminder credits', () => {
  it.each([
    [0, '差 3 次', [false, false, false]],
    [1, '差 2 次', [true, false, false]],
    [2, '差 1 次', [true, false, true]],
    [3, '', [true, true, true]],
    [5, '', [true, true, true]],
  ])('with %i credits go to the most valuable reminders', (credits, missing, byWeChat) => {
    const card = withCredits(credits);
    expect(card?.missing).toBe(missing);
    expect(card?.rows.map((row) => row.byWeChat)).toEqual(byWeChat);
    expect(card?.count).toBe(credits);
  });

  it('are named by the days that will be left', () => {
    expect(withCredits(2)?.rows.map(({ date, title }) => `${date} ${title}`)).toEqual([
      '6月15日 还剩 3 天',
      '6月17日 还剩 1 天',
      '6月18日 到期',
    ]);
  });

  it('leave out reminders whose time has passed', () => {
    expect(cardOf(homeResponse(), at('06-16 10:00'))?.rows).toHaveLength(2);
  });

  it('are not offered once everything is done', () => {
    expect(cardOf(homeResponse({ transfer: transferIn('completed') }), NOW)).toBeNull();
  });

  it('are offered while the school keeps the relation and reminders are to come, and not when it is entered for good', () => {
    const transfer = transferIn('recorded');
    const comingReminders = [{ kind: 'keeping-contact', dueAt: at('08-10 09:00') }];
    const rows = cardOf(homeResponse({ transfer, comingReminders }), NOW)?.rows;
    expect(rows?.map(({ date, title }) => `${date} ${title}`)).toEqual(['8月10日 跟学院说一声近况']);
    expect(cardOf(homeResponse({ transfer, comingReminders: [] }), NOW)).toBeNull();
  });
});

describe('the reminders in the answer of the inbox', () => {
  const { season, comingReminders: coming, subscription, transfer, loginConfirmedAt } = homeResponse();
  const reminders = {
    state: transfer?.state ?? null,
    loginConfirmedAt,
    receiverClock: true,
    deadlineAt: transfer?.deadlineAt ?? null,
    season,
    rulebookId: season.rulebookId,
    coming,
  };

  it('make the same card as home’s', () => {
    const facts = remindersIn({ reminders, subscription });
    expect(facts && toCreditCard(facts, NOW)).toEqual(cardOf(homeResponse(), NOW));
  });

  it('are none for who is no graduate', () => {
    expect(remindersIn({ reminders: null, subscription })).toBeNull();
  });
});

describe('a message in the list', () => {
  const notice = (change: Partial<Notice>): Notice => ({
    id: '1',
    kind: 'approved',
    title: '批准了',
    text: '下一步',
    page: 'pages/track/track',
    at: NOW,
    read: false,
    ...change,
  });

  it.each([
    ['06-12 08:05', '08:05'],
    ['06-12 00:00', '00:00'],
    ['06-11 23:59', '昨天'],
    ['06-10 12:00', '6月10日'],
  ])('of %s carries the date %s', (time, date) => {
    expect(toNoticeRows([notice({ at: at(time) })], NOW)[0]?.date).toBe(date);
  });

  it('is marked until it has been read', () => {
    expect(toNoticeRows([notice({}), notice({ read: true })], NOW).map(({ unread }) => unread)).toEqual([
      true,
      false,
    ]);
  });
});
