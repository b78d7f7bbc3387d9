import type { Response } from '../../../miniprogram/contract';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import { PERSON } from './person-notices';
import type { ScreenCase } from './screen-case';

type Board = Response<'secretary', 'branchBoard'>;

const now = chinaTime('06-12 10:00');
const ABSENT: Board['members'] = ['江亦舟', '梁思远', '欧阳清和', '魏知秋'].map((name) => ({
  id: name,
  name,
  self: false,
  bound: false,
  state: null,
  shown: 'none',
  turn: 'graduate',
  deadlineAt: null,
  step: 'bind',
  reachable: false,
  codeFrom: null,
  nudge: 'not-bound',
}));
const BOARD: Board = {
  branch: { id: 'b', name: '通信2201团支部', inviteCode: 'QX7K2M' },
  members: ABSENT,
  counts: { members: 4, bySteps: { bind: 4 }, unbound: 4, unreachable: 0, waitingForCode: 0, nudgeable: 0 },
  season: { rulebookId: 'usst-2020', deadlineAt: chinaTime('06-30 23:59') },
  now,
};
/** One of them has come in the meantime. */
const RECORDED: Response<'secretary', 'recordMany'> = {
  results: ABSENT.map(({ id }, index) => ({
    memberId: id,
    left: index === 2 ? 'begun' : null,
    state: 'draft',
  })),
};
const replies: ScreenCase['replies'] = {
  secretary: {
    branchBoard: BOARD,
    person: {
      person: { ...PERSON, bound: false, notices: [], transfer: null },
      rulebookId: 'usst-2020',
      self: false,
      nudge: 'not-bound',
      inviteCode: null,
      now,
    },
    recordMany: RECORDED,
  },
};

const OPENED = '去向一样的，一起记';
const PICKED = [OPENED, '全选', /^选这 4 人的去向/];
const branch = pagePath('secretaryDesk', { tab: 'branch' });
const absent = pagePath('teacherPeople', { filter: JSON.stringify({ by: 'step', step: 'bind' }) });

/** Several people who never came, recorded together: reached from the list that knows who they are. */
export const TOGETHER_CASES: readonly ScreenCase[] = [
  { name: 'together-who', who: '许嘉宁', page: branch, taps: [OPENED], replies },
  { name: 'together-way', who: '许嘉宁', page: branch, taps: PICKED, replies },
  { name: 'together-start', who: '许嘉宁', page: branch, taps: [...PICKED, '已确定工作单位'], replies },
  { name: 'computer-together', who: '周岚', page: absent, onComputer: true, taps: [OPENED, '全选'] },
  {
    name: 'computer-together-way',
    who: '周岚',
    page: absent,
    onComputer: true,
    taps: [OPENED, '全选', /^选这 \d+ 人的去向/],
  },
];
