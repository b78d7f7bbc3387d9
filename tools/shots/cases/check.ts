import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';

const TEACHER = '周岚';
const PAGE = pagePath('teacherCheck');
const now = chinaTime('06-12 09:41');

const PEOPLE = ['秦朗', '林晚', '何牧', '周予安', '沈知夏', '邵清'];

const items = PEOPLE.map((memberName, index) => ({
  transferId: `t-${memberName}`,
  version: 3,
  memberName,
  studentNumber: `22103201${String(index + 10)}`,
  branchName: index < 4 ? '通信2201团支部' : '通信2202团支部',
  organisation: '共青团澄江智能装备（上海）有限公司支部委员会',
}));

const replies = { teacher: { checkList: { items, next: null, count: items.length, now } } };

export const CHECK_CASES: readonly ScreenCase[] = [
  { name: 'check-person', who: TEACHER, page: PAGE, replies, taps: [/^有/] },
  {
    name: 'check-done',
    who: TEACHER,
    page: PAGE,
    replies,
    taps: [/^有/, /^没有/, /^有/, /^看不出/, /^有/, /^有/],
  },
  {
    name: 'check-none',
    who: TEACHER,
    page: PAGE,
    replies: { teacher: { checkList: { items: [], next: null, count: 0, now } } },
  },
  { name: 'check-failing', who: TEACHER, page: PAGE, cloud: 'failing' },
];
