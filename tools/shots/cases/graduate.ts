import { pagePath } from '../../../miniprogram/domain/pages';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import type { ScreenCase } from './screen-case';

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
  { name: 'home-first', who: '王子衿', page: pagePath('home') },
  { name: 'home-midway', who: '林晚', page: pagePath('home') },
  { name: 'home-soon', who: '秦朗', page: pagePath('home') },
  { name: 'home-refused', who: '赵一鸣', page: pagePath('home') },
  { name: 'home-army', who: '蒋宁', page: pagePath('home') },
  { name: 'home-failing', who: '方元', page: pagePath('home'), cloud: 'failing' },
  { name: 'login-help', who: '王子衿', page: pagePath('loginHelp') },
  { name: 'login-help-ask', who: '王子衿', page: pagePath('loginHelp'), taps: ['忘记密码了'] },
  { name: 'login-help-waiting', who: '何牧', page: pagePath('loginHelp') },
  { name: 'login-help-code-gone', who: '宋以宁', page: pagePath('loginHelp') },
  { name: 'way-picker', who: '王子衿', page: pagePath('wayPicker') },
  ...wayResults,
  { name: 'form-nothing', who: '王子衿', page: pagePath('form') },
  { name: 'form-refused', who: '赵一鸣', page: pagePath('form') },
  { name: 'track-nothing', who: '王子衿', page: pagePath('track') },
  { name: 'track-midway', who: '林晚', page: pagePath('track') },
  { name: 'track-refused', who: '赵一鸣', page: pagePath('track') },
  { name: 'track-deferred', who: '孟晓', page: pagePath('track') },
  { name: 'track-second-attempt', who: '陈可', page: pagePath('track') },
  { name: 'messages', who: '林晚', page: pagePath('messages') },
  { name: 'messages-none', who: '王子衿', page: pagePath('messages') },
  { name: 'me', who: '林晚', page: pagePath('me') },
  { name: 'me-secretary', who: '许嘉宁', page: pagePath('me') },
  { name: 'card-ready', who: '刘若溪', page: pagePath('card') },
  { name: 'card-done', who: '王思齐', page: pagePath('card') },
  { name: 'card-lost', who: '林晚', page: pagePath('lostCard') },
  { name: 'card-not-yet', who: '林晚', page: pagePath('card') },
  { name: 'card-nothing', who: '王子衿', page: pagePath('card') },
  { name: 'card-no-step', who: '蒋宁', page: pagePath('card') },
  { name: 'card-failing', who: '刘若溪', page: pagePath('card'), cloud: 'failing' },
  { name: 'home-last-day', who: '林晚', page: pagePath('home'), at: '06-18 08:30' },
  { name: 'home-timed-out', who: '林晚', page: pagePath('home'), at: '06-19 09:30' },
  { name: 'track-timed-out', who: '林晚', page: pagePath('track'), at: '06-19 09:30' },
];
