/** Pages whose pictures are staged, as the invented college's own people open them. */
import { memberIdOf } from '../../cloudfunctions/_shared/store/record-ids';
import { pagePath, type PageName } from '../../miniprogram/domain/reminding/pages';
import { PEOPLE } from '../preview/seed/college';
import { STORY } from '../preview/seed/story';
import { ARRIVES, type ScreenCase } from '../shots/cases';

const TEACHER = '周岚';

/** Somebody who has not signed in: only of such people anything is recorded. */
const absent = (): string => {
  const come = new Set([ARRIVES, ...STORY.filter(({ does }) => does === 'signIn').map(({ who }) => who)]);
  const person = PEOPLE.find(({ name }) => !come.has(name));
  if (!person) throw new Error('everybody of the invented college has signed in');
  return memberIdOf(person.studentNumber);
};

const opened = (who: string, page: PageName, query: Record<string, string> = {}): ScreenCase => ({
  name: `${page}-opened`,
  who,
  page: pagePath(page, query),
});

/** Reached from the list of those who never came, which tells the page who they are. */
const TOGETHER: ScreenCase = {
  ...opened(TEACHER, 'teacherPeople', { filter: JSON.stringify({ by: 'step', step: 'bind' }) }),
  name: 'recordMany-opened',
  taps: ['去向一样的，一起记'],
};

export const MORE_OPENINGS: readonly ScreenCase[] = [
  opened('秦朗', 'changed'),
  opened('秦朗', 'forReceiver'),
  opened('刘若溪', 'receiverPhone'),
  opened('秦朗', 'privacy'),
  opened(TEACHER, 'recordFor', { memberId: absent(), as: 'teacher' }),
  TOGETHER,
  opened(TEACHER, 'teacherFriday'),
  opened(TEACHER, 'teacherCorrections'),
  opened(TEACHER, 'teacherCheck'),
  opened(TEACHER, 'teacherReconcile'),
  opened('杜若川', 'teacherRules'),
];
