import type { Response } from '../../../miniprogram/contract';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import { CARD_WITH_LETTER } from './offline-replies';
import { drafted, showing } from './transfer-replies';

/** What a removed teacher's phone hears. */
const LEFT_BEHIND: Response<'account', 'whoAmI'> = {
  account: null,
  leftBehind: true,
  season: { id: '2026', name: '2026届', rulebookId: 'usst-2020', deadlineAt: chinaTime('06-30 23:59') },
  subscription: {
    templateIds: { progress: '', deadline: '', code: '', task: '' },
    credits: { progress: 0, deadline: 0, code: 0, task: 0 },
  },
  now: chinaTime('06-12 09:41'),
};

const wayResults: ScreenCase[] = (rulebookOf('usst-2020')?.ways ?? []).flatMap((way) =>
  way.routes.map(({ id: route }) => ({
    name: `way-result-${way.id}-${route}`,
    who: '王子衿',
    page: pagePath('wayResult', { way: way.id, route }),
  })),
);

/** The graduate's screens. */
export const GRADUATE_CASES: readonly ScreenCase[] = [
  { name: 'sign-in', who: '刘雨桐', page: pagePath('signIn') },
  { name: 'sign-in-invited', who: '刘雨桐', page: pagePath('signIn', { invite: 'K7M2QX' }) },
  { name: 'sign-in-teacher', who: '刘雨桐', page: pagePath('signIn'), taps: ['我是老师'] },
  {
    name: 'sign-in-no-match',
    who: '刘雨桐',
    page: pagePath('signIn', { invite: 'K7M2QX' }),
    fills: { 学号: '2022010101', 姓名: '刘雨桐' },
    taps: ['我已阅读并同意', /^登录$/],
    replies: { account: { signIn: { refused: { code: 'CREDENTIALS_WRONG' } } } },
  },
  {
    name: 'sign-in-left-behind',
    who: 'stranger',
    page: pagePath('signIn'),
    replies: { account: { whoAmI: LEFT_BEHIND } },
  },
  {
    name: 'sign-in-left-behind-delete',
    who: 'stranger',
    page: pagePath('signIn'),
    taps: ['删除我的资料'],
    replies: { account: { whoAmI: LEFT_BEHIND } },
  },
  { name: 'sign-in-failing', who: '刘雨桐', page: pagePath('signIn'), cloud: 'failing' },
  { name: 'home-first', who: '王子衿', page: pagePath('home') },
  { name: 'home-midway', who: '林晚', page: pagePath('home') },
  showing('home-contact-unreadable', 'home', drafted('study-abroad', 'keep', { contactUnreadable: true })),
  { name: 'home-soon', who: '秦朗', page: pagePath('home') },
  { name: 'home-refused', who: '赵一鸣', page: pagePath('home') },
  { name: 'home-arrived', who: '刘若溪', page: pagePath('home') },
  { name: 'home-completed', who: '王思齐', page: pagePath('home') },
  { name: 'home-waiting-for-code', who: '何牧', page: pagePath('home') },
  { name: 'home-army', who: '蒋宁', page: pagePath('home') },
  { name: 'home-failing', who: '方元', page: pagePath('home'), cloud: 'failing' },
  { name: 'login-help', who: '王子衿', page: pagePath('loginHelp') },
  { name: 'login-help-ask', who: '王子衿', page: pagePath('loginHelp'), taps: ['忘记密码了'] },
  { name: 'login-help-waiting', who: '何牧', page: pagePath('loginHelp') },
  { name: 'login-help-code-gone', who: '宋以宁', page: pagePath('loginHelp') },
  { name: 'login-help-first', who: '王子衿', page: pagePath('loginHelp'), taps: ['第一次登录', '还没试'] },
  { name: 'login-help-code-fails', who: '王子衿', page: pagePath('loginHelp'), taps: ['有验证码，但不管用'] },
  { name: 'ask', who: '王子衿', page: pagePath('ask') },
  {
    name: 'ask-found',
    who: '王子衿',
    page: pagePath('ask'),
    fills: { 写下你的问题: '单位没有团委' },
  },
  { name: 'ask-reason', who: '王子衿', page: pagePath('ask'), fills: { 写下你的问题: '接转原因选哪个' } },
  {
    name: 'ask-secret',
    who: '王子衿',
    page: pagePath('ask'),
    fills: { 写下你的问题: '密码是Abc12345登不上' },
  },
  { name: 'ask-nothing', who: '王子衿', page: pagePath('ask'), fills: { 写下你的问题: '大江东去浪淘尽' } },
  { name: 'ask-visitor', who: 'stranger', page: pagePath('ask'), fills: { 写下你的问题: '密码忘了' } },
  { name: 'way-picker', who: '王子衿', page: pagePath('wayPicker') },
  {
    name: 'way-picker-second',
    who: '王子衿',
    page: pagePath('wayPicker'),
    taps: ['毕业后工作'],
  },
  {
    name: 'way-picker-advice',
    who: '王子衿',
    page: pagePath('wayPicker'),
    taps: ['继续读书', '换一所学校', '还没问'],
  },
  {
    name: 'way-result-shared',
    who: '王子衿',
    page: pagePath('wayResult', { way: 'employed', route: 'direct', from: 'classmate' }),
  },
  { name: 'pre-flight', who: '王子衿', page: pagePath('preFlight') },
  { name: 'pre-flight-post', who: '许嘉宁', page: pagePath('preFlight'), taps: [/^还有$/] },
  {
    name: 'pre-flight-unsure',
    who: '王子衿',
    page: pagePath('preFlight'),
    taps: [/^上一题$/, /^上一题$/, '不确定'],
  },
  {
    name: 'pre-flight-over-age',
    who: '王子衿',
    page: pagePath('preFlight'),
    taps: [/^上一题$/, '满了'],
  },
  {
    name: 'pre-flight-ready',
    who: '王子衿',
    page: pagePath('preFlight'),
    taps: ['团关系和党组织关系要分开转', '是其中一个'],
  },
  { name: 'over-age-differs', who: '王子衿', page: pagePath('overAge') },
  { name: 'over-age-post', who: '许嘉宁', page: pagePath('overAge') },
  ...wayResults,
  { name: 'form-nothing', who: '王子衿', page: pagePath('form') },
  { name: 'form-refused', who: '赵一鸣', page: pagePath('form') },
  { name: 'review-refused', who: '赵一鸣', page: pagePath('review') },
  { name: 'track-nothing', who: '王子衿', page: pagePath('track') },
  { name: 'track-midway', who: '林晚', page: pagePath('track') },
  { name: 'track-refused', who: '赵一鸣', page: pagePath('track') },
  { name: 'track-deferred', who: '孟晓', page: pagePath('track') },
  { name: 'track-second-attempt', who: '陈可', page: pagePath('track') },
  { name: 'messages', who: '林晚', page: pagePath('messages') },
  { name: 'messages-none', who: '王子衿', page: pagePath('messages') },
  { name: 'me', who: '林晚', page: pagePath('me') },
  { name: 'messages-failing', who: '林晚', page: pagePath('messages'), cloud: 'failing' },
  { name: 'my-data', who: '林晚', page: pagePath('myData') },
  { name: 'my-data-failing', who: '林晚', page: pagePath('myData'), cloud: 'failing' },
  { name: 'me-secretary', who: '许嘉宁', page: pagePath('me') },
  { name: 'card-ready', who: '刘若溪', page: pagePath('card') },
  { name: 'card-done', who: '王思齐', page: pagePath('card') },
  {
    name: 'card-letter',
    who: '刘若溪',
    page: pagePath('card'),
    replies: { graduate: { cardPass: CARD_WITH_LETTER } },
  },
  { name: 'card-lost', who: '林晚', page: pagePath('lostCard') },
  { name: 'card-approved', who: '林晚', page: pagePath('card') },
  { name: 'card-nothing', who: '王子衿', page: pagePath('card') },
  { name: 'card-no-step', who: '蒋宁', page: pagePath('card') },
  { name: 'card-failing', who: '刘若溪', page: pagePath('card'), cloud: 'failing' },
  { name: 'home-last-day', who: '林晚', page: pagePath('home'), at: '06-18 08:30' },
  { name: 'home-timed-out', who: '林晚', page: pagePath('home'), at: '06-19 09:30' },
  { name: 'track-timed-out', who: '林晚', page: pagePath('track'), at: '06-19 09:30' },
];
