/** States of a graduate's own pages that the invented college is not in. */
import type { Response } from '../../../miniprogram/contract';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import { home, showing, transfer, WHO } from './transfer-replies';

type OverAge = Response<'graduate', 'overAge'>;

const UNTOLD: OverAge = {
  birthMonth: '1998-03',
  graduationMonth: '2026-06',
  hasLeaguePost: false,
  ageLimit: 28,
  name: WHO,
  branchName: '通信2201团支部',
  teacherName: '周岚',
  report: { reportedAt: null, recordedAt: null },
  now: chinaTime('06-12 09:41'),
};

const overAge = (name: string, more: Partial<OverAge> = {}, rest: Partial<ScreenCase> = {}): ScreenCase => ({
  name,
  who: WHO,
  page: pagePath('overAge'),
  replies: { graduate: { overAge: { ...UNTOLD, ...more } } },
  ...rest,
});

/** Somebody of whom the roster says this, about to begin. */
const onRoster = (
  name: string,
  page: 'preFlight' | 'wayPicker',
  says: Partial<ReturnType<typeof home>['member']>,
  taps: ScreenCase['taps'] = [],
): ScreenCase => {
  const shown = home(null);
  return {
    name,
    who: WHO,
    page: pagePath(page),
    taps,
    replies: { graduate: { home: { ...shown, member: { ...shown.member, ...says } } } },
  };
};

const told = { reportedAt: chinaTime('06-11 21:05'), recordedAt: null };
const OLD_ENOUGH = { ...home(transfer('draft')).member, overAge: true };
const ANNOUNCEMENT = {
  at: chinaTime('06-10 16:00'),
  text: '毕业典礼 6月20日 举行。请在那天以前把团关系转出，离校以后补办要回学校一趟。办公室 6月22日到24日 不开门，这几天要办《团员证》的同学请提前来。',
};
const short = { ...ANNOUNCEMENT, text: '办公室 6月22日到24日 不开门，请提前来。' };

export const OWN_CASES: readonly ScreenCase[] = [
  onRoster('pre-flight-known-over-age', 'preFlight', { age: 'over' }),
  onRoster('pre-flight-known-nothing', 'preFlight', { age: 'unknown', hasLeaguePost: null }),
  onRoster('pre-flight-known-not-so', 'preFlight', {}, ['不是这样']),
  onRoster('pre-flight-copied', 'preFlight', { hasLeaguePost: true }, [/^还有$/, '复制给老师的话']),
  onRoster('way-picker-known-party', 'wayPicker', {}, ['还没定，或者是别的情况', '都不是', '我已经是党员了']),
  onRoster('way-picker-known-over-age', 'wayPicker', { age: 'over' }, [
    '还没定，或者是别的情况',
    '都不是',
    '我已经是党员了',
  ]),
  onRoster('way-picker-college-copied', 'wayPicker', {}, [
    '还没定，或者是别的情况',
    '都不是',
    '都不像',
    '联系学院老师',
  ]),
  overAge('over-age-tell'),
  overAge('over-age-ask', { birthMonth: null }),
  overAge('over-age-ask-missing', { birthMonth: null }, { taps: ['报给学院'] }),
  overAge('over-age-told', { report: told }),
  overAge('over-age-recorded', { report: { ...told, recordedAt: chinaTime('06-12 09:10') } }),
  showing('home-announcement', 'home', transfer('approved'), {}, { announcement: short }),
  showing('home-announcement-long', 'home', transfer('approved'), {}, { announcement: ANNOUNCEMENT }),
  showing('home-replace-picture', 'home', transfer('submitted'), {}, { picturesToReplace: ['cloud://x'] }),
  showing('home-over-age', 'home', null, {}, { member: OLD_ENOUGH }),
  showing('home-over-age-told', 'home', null, {}, { member: OLD_ENOUGH, overAgeReport: told }),
  showing('changed-submitted', 'changed', transfer('submitted')),
  showing('changed-approved', 'changed', transfer('approved')),
  showing('changed-accepted', 'changed', transfer('accepted')),
  showing('receiver-phone', 'receiverPhone', transfer('accepted'), { taps: [/^留给同学$/] }),
  showing('receiver-phone-left', 'receiverPhone', transfer('accepted', { receiverPhone: '021-58956789' })),
  showing('receiver-phone-early', 'receiverPhone', transfer('approved')),
  showing('for-receiver', 'forReceiver', transfer('approved')),
  {
    name: 'for-receiver-opened',
    who: 'stranger',
    page: pagePath('forReceiver', {
      name: WHO,
      by: String(chinaTime('06-18 10:20')),
      outcome: 'accepted',
      from: 'graduate',
    }),
  },
  showing('form-withdrawn', 'form', transfer('withdrawn', { deadlineAt: null })),
  { name: 'my-data-delete', who: WHO, page: pagePath('myData'), taps: ['删除我的数据'] },
  { name: 'home-guest', who: 'stranger', page: pagePath('home') },
  {
    name: 'home-guest-declined',
    who: 'stranger',
    page: pagePath('home'),
    taps: ['学院团委在哪里', '暂不登录'],
  },
  { name: 'home-guest-failing', who: 'stranger', page: pagePath('home'), cloud: 'failing' },
  { name: 'way-picker-guest', who: 'stranger', page: pagePath('wayPicker') },
  { name: 'login-help-guest', who: 'stranger', page: pagePath('loginHelp') },
  {
    name: 'login-help-guest-asks',
    who: 'stranger',
    page: pagePath('loginHelp'),
    taps: ['忘记密码了', '请团支书帮忙'],
  },
  { name: 'pre-flight-guest', who: 'stranger', page: pagePath('preFlight') },
  { name: 'privacy-guest', who: 'stranger', page: pagePath('privacy') },
  { name: 'lost-card-guest', who: 'stranger', page: pagePath('lostCard') },
  {
    name: 'way-result-guest',
    who: 'stranger',
    page: pagePath('wayResult', { way: 'no-organisation', route: 'current-residence', from: 'classmate' }),
  },
];
