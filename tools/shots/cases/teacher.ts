import { pagePath } from '../../../miniprogram/domain/pages';
import type { ScreenCase } from './screen-case';

/** The college teacher's and the committee's screens. */
export const TEACHER_CASES: readonly ScreenCase[] = [
  { name: 'sign-in-teacher', who: 'stranger', page: pagePath('signIn', { as: 'teacher' }) },
  { name: 'teacher-queue', who: '周岚', page: pagePath('teacherDesk') },
  { name: 'teacher-decision', who: '周岚', page: pagePath('teacherDesk'), taps: ['陈可'] },
  { name: 'teacher-registration', who: '周岚', page: pagePath('teacherDesk'), taps: ['俞舟'] },
  { name: 'teacher-queue-later', who: '周岚', page: pagePath('teacherDesk'), at: '06-19 09:30' },
];
