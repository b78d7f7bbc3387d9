import { SHOWN_STATES } from '../../../../../miniprogram/domain/transfer/shown-state';
import { groupAnswer } from '../../../../../miniprogram/packages/teacher/people/group-answer';

const NOON = Date.UTC(2026, 5, 18, 4);

it.each(SHOWN_STATES)('has an answer for “%s” that names the person and ends as a sentence', (state) => {
  const text = groupAnswer({ name: '林小雨', state, bound: true, deadlineAt: null });
  expect(text).toMatch(/^林小雨同学：.+。$/);
  expect(text).not.toMatch(/null|undefined|NaN/);
});

it('says until when the receiver decides', () => {
  expect(groupAnswer({ name: '林小雨', state: 'approved', bound: true, deadlineAt: NOON })).toBe(
    '林小雨同学：学院已经批准，在等对方接收，对方最晚 6月18日 处理。可以联系对方请他们接收。',
  );
});

it('tells those who never signed in where to begin', () => {
  expect(groupAnswer({ name: '陈晨', state: 'none', bound: false, deadlineAt: null })).toContain(
    '用学号登录',
  );
});
