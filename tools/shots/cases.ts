import { pagePath } from '../../miniprogram/domain/pages';
import { rulebookOf } from '../../miniprogram/rulebooks';

/** One screen in one state: whose phone, which page, and what is tapped there before the picture is taken. */
export interface ScreenCase {
  readonly name: string;
  /** A name of the invented college; `stranger` has no place in it. */
  readonly who: string;
  readonly page: string;
  /** Words tapped one after the other. */
  readonly taps?: readonly string[];
  /** China time `MM-DD HH:mm` the clock is moved to first; cases are ordered by it. */
  readonly at?: string;
  /** What the cloud does to this page's calls. */
  readonly cloud?: 'failing' | 'offline';
}

const wayResults: ScreenCase[] = (rulebookOf('usst-2020')?.ways ?? []).flatMap((way) =>
  way.routes.map(({ id: route }) => ({
    name: `way-result-${way.id}-${route}`,
    who: '王子衿',
    page: pagePath('wayResult', { way: way.id, route }),
  })),
);

/** What the desk's story shows on the morning it stops. */
const MORNING: readonly ScreenCase[] = [
  { name: 'sign-in', who: '刘雨桐', page: pagePath('signIn') },
  { name: 'sign-in-teacher', who: 'stranger', page: pagePath('signIn', { as: 'teacher' }) },
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
  { name: 'secretary-codes', who: '许嘉宁', page: pagePath('secretaryDesk') },
  { name: 'secretary-no-codes', who: '顾书遥', page: pagePath('secretaryDesk') },
  { name: 'secretary-branch', who: '许嘉宁', page: pagePath('secretaryDesk'), taps: ['支部'] },
  { name: 'secretary-invite', who: '许嘉宁', page: pagePath('secretaryDesk'), taps: ['邀请码'] },
  { name: 'secretary-failing', who: '罗北辰', page: pagePath('secretaryDesk'), cloud: 'failing' },
  { name: 'teacher-queue', who: '周岚', page: pagePath('teacherDesk') },
  { name: 'teacher-decision', who: '周岚', page: pagePath('teacherDesk'), taps: ['陈可'] },
  { name: 'teacher-registration', who: '周岚', page: pagePath('teacherDesk'), taps: ['俞舟'] },
];

/** Days later: nobody did anything, clocks ran out. */
const LATER: readonly ScreenCase[] = [
  { name: 'home-last-day', who: '林晚', page: pagePath('home'), at: '06-18 08:30' },
  { name: 'home-timed-out', who: '林晚', page: pagePath('home'), at: '06-19 09:30' },
  { name: 'track-timed-out', who: '林晚', page: pagePath('track'), at: '06-19 09:30' },
  { name: 'teacher-queue-later', who: '周岚', page: pagePath('teacherDesk'), at: '06-19 09:30' },
];

export const SCREEN_CASES: readonly ScreenCase[] = [...MORNING, ...LATER];

/** Who has to have signed in for the cases, beside those of the story. */
export const ARRIVES = '王子衿';
